package io.metaexpert.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.metaexpert.market.Bars;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.PositionSide;
import io.metaexpert.performance.EquityCurve;
import io.metaexpert.performance.Metrics;
import io.metaexpert.performance.RoundTrip;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Writes what the page draws, in columns and with times in epoch milliseconds, as it is read by a script only. */
final class HtmlData {
    private static final int MAX_PRICE_POINTS = 4_000;
    private static final int MAX_DECIMALS = 8;

    private final RunRecord run;
    private final Metrics metrics;
    private final JsonGenerator json;

    private HtmlData(RunRecord run, JsonGenerator json) {
        this.run = run;
        this.metrics = run.result().metrics();
        this.json = json;
    }

    static void write(RunRecord run, int[] points, OutputStream out) throws IOException {
        try (JsonGenerator json = Json.forScript(out)) {
            var data = new HtmlData(run, json);
            json.writeStartObject();
            data.head();
            data.cards();
            data.figures();
            data.equity(points);
            data.prices();
            data.months();
            data.roundTrips();
            data.refusals();
            data.quality();
            data.pairs("config", run.config());
            data.manifest();
            data.texts("notes", run.notes());
            json.writeEndObject();
        }
    }

    private int decimals() {
        return NumberText.moneyDecimals(metrics.startEquity());
    }

    private void head() throws IOException {
        var times = new TimeText();
        json.writeStringField("expert", run.expert());
        var subtitle = new StringBuilder();
        for (var market : run.markets()) {
            subtitle.append(market.instrument().id())
                    .append(' ')
                    .append(market.bars().timeframe())
                    .append(", ");
        }
        subtitle.append(times.minutes(metrics.period().from().toEpochMilli()))
                .append(" to ")
                .append(times.minutes(metrics.period().to().toEpochMilli()))
                .append(" UTC, ")
                .append(NumberText.grouped((double) metrics.period().bars(), 0))
                .append(" bars, money in ")
                .append(run.result().currency());
        json.writeStringField("subtitle", subtitle.toString());
        json.writeNumberField("moneyDecimals", decimals());
        json.writeArrayFieldStart("warnings");
        if (run.partial()) {
            json.writeString("This run was stopped before the end of the data.");
        }
        for (var market : run.markets()) {
            if (market.quality().synthetic()) {
                json.writeString(market.instrument().id() + ": the data are synthetic, not recorded.");
            }
        }
        json.writeEndArray();
    }

    private void cards() throws IOException {
        json.writeArrayFieldStart("cards");
        card(
                "Net profit",
                percent(metrics.returns().netReturn()),
                metrics.returns().netReturn());
        card(
                "Buy and hold",
                percent(metrics.returns().buyAndHoldReturn()),
                metrics.returns().buyAndHoldReturn());
        card("Final equity", NumberText.grouped(metrics.finalEquity(), decimals()), Double.NaN);
        card(
                "Max drawdown",
                percent(metrics.drawdowns().max()),
                metrics.drawdowns().max());
        card("Sharpe", NumberText.grouped(perYear() ? metrics.risk().sharpe() : Double.NaN, 3), Double.NaN);
        card("Win rate", percent(metrics.trades().winRate()), Double.NaN);
        card("Profit factor", NumberText.grouped(metrics.trades().profitFactor(), 3), Double.NaN);
        card("Round trips", NumberText.grouped(metrics.trades().count(), 0), Double.NaN);
        json.writeEndArray();
    }

    private boolean perYear() {
        return metrics.period().length().compareTo(RunRecord.LEAST_LENGTH_PER_YEAR) >= 0;
    }

    private void card(String label, String text, double value) throws IOException {
        json.writeStartArray();
        json.writeString(label);
        json.writeString(text);
        number(value);
        json.writeEndArray();
    }

    private static String percent(double fraction) {
        return Double.isNaN(fraction) ? NumberText.UNDEFINED : NumberText.grouped(fraction * 100, 2) + " %";
    }

    private void figures() throws IOException {
        List<Figure> figures = Figures.shown(metrics);
        json.writeArrayFieldStart("figures");
        for (Figure.Group group : Figure.Group.values()) {
            json.writeStartArray();
            json.writeString(group.title());
            json.writeStartArray();
            for (Figure figure : figures) {
                if (figure.group() == group) {
                    pair(figure.label(), NumberText.of(figure, decimals()));
                }
            }
            json.writeEndArray();
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void equity(int[] points) throws IOException {
        EquityCurve curve = run.result().equity();
        json.writeObjectFieldStart("equity");
        json.writeArrayFieldStart("time");
        for (int point : points) {
            json.writeNumber(curve.timeMs(point));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("equity");
        for (int point : points) {
            number(curve.equity(point));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("drawdown");
        for (double drawdown : JsonReport.drawdowns(curve, metrics.startEquity(), points)) {
            number(drawdown);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void prices() throws IOException {
        int room = Math.max(400, MAX_PRICE_POINTS / Math.max(1, run.markets().size()));
        json.writeArrayFieldStart("prices");
        for (var market : run.markets()) {
            Bars bars = market.bars();
            int[] points = Decimation.closes(bars, room);
            json.writeStartObject();
            json.writeStringField("symbol", market.instrument().id().symbol());
            json.writeArrayFieldStart("time");
            for (int point : points) {
                json.writeNumber(bars.closeTimeMs(point));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("close");
            for (int point : points) {
                number(bars.close(point));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void months() throws IOException {
        json.writeArrayFieldStart("months");
        for (var month : MonthlyReturns.of(run.result().equity(), metrics.startEquity())) {
            json.writeStartArray();
            json.writeString(month.name());
            number(month.value());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void roundTrips() throws IOException {
        List<InstrumentId> symbols =
                run.markets().stream().map(market -> market.instrument().id()).toList();
        json.writeArrayFieldStart("symbols");
        for (InstrumentId symbol : symbols) {
            json.writeString(symbol.symbol());
        }
        json.writeEndArray();
        json.writeObjectFieldStart("roundTrips");
        numbers("symbol", trip -> symbols.indexOf(trip.instrument()));
        numbers("short", trip -> trip.side() == PositionSide.SHORT ? 1 : 0);
        numbers("open", trip -> trip.openAtEnd() ? 1 : 0);
        numbers("entry", trip -> (double) trip.entryTime().toEpochMilli());
        numbers("exit", trip -> (double) trip.exitTime().toEpochMilli());
        numbers("fees", trip -> trip.fees().doubleValue());
        numbers("profit", trip -> trip.profit().doubleValue());
        numbers("gain", HtmlData::gain);
        List<RoundTrip> trips = run.result().roundTrips();
        json.writeArrayFieldStart("entryPrice");
        for (RoundTrip trip : trips) {
            json.writeString(decimal(trip.entryPrice()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("exitPrice");
        for (RoundTrip trip : trips) {
            json.writeString(decimal(trip.exitPrice()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("quantity");
        for (RoundTrip trip : trips) {
            json.writeString(decimal(trip.quantity()));
        }
        json.writeEndArray();
        texts("entryReason", trips.stream().map(RoundTrip::entryReason).toList());
        texts("exitReason", trips.stream().map(RoundTrip::exitReason).toList());
        json.writeEndObject();
    }

    private static double gain(RoundTrip trip) {
        double value = trip.entryPrice().doubleValue() * trip.quantity().doubleValue();
        return value == 0 ? Double.NaN : trip.profit().doubleValue() / value;
    }

    private static String decimal(BigDecimal value) {
        return (value.scale() > MAX_DECIMALS ? value.setScale(MAX_DECIMALS, RoundingMode.HALF_EVEN) : value)
                .toPlainString();
    }

    private void numbers(String key, ToDoubleFunction<RoundTrip> value) throws IOException {
        json.writeArrayFieldStart(key);
        for (RoundTrip trip : run.result().roundTrips()) {
            number(value.applyAsDouble(trip));
        }
        json.writeEndArray();
    }

    private void refusals() throws IOException {
        json.writeArrayFieldStart("refusals");
        for (Map.Entry<DenialReason, Integer> refusal : run.result().refusals().entrySet()) {
            json.writeStartArray();
            json.writeString(refusal.getKey().name());
            json.writeNumber(refusal.getValue());
            json.writeString(refusal.getKey().text());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void quality() throws IOException {
        var times = new TimeText();
        json.writeArrayFieldStart("quality");
        for (var market : run.markets()) {
            var quality = market.quality();
            json.writeStartArray();
            json.writeString(market.instrument().id().toString());
            json.writeStartArray();
            pair("source", quality.source());
            pair("kind", quality.synthetic() ? "synthetic" : "recorded");
            pair("timeframe", quality.timeframe().toString());
            pair("from", times.minutes(quality.from().toEpochMilli()));
            pair("to", times.minutes(quality.to().toEpochMilli()));
            for (Map.Entry<String, Long> count : JsonReport.counts(quality)) {
                pair(count.getKey(), NumberText.grouped(count.getValue().doubleValue(), 0));
            }
            pair("content hash", quality.contentHash());
            for (String note : quality.notes()) {
                pair("note", note);
            }
            json.writeEndArray();
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void manifest() throws IOException {
        RunRecord.Manifest manifest = run.manifest();
        json.writeArrayFieldStart("manifest");
        pair("mode", manifest.mode());
        pair("code SHA-256", manifest.codeHash());
        pair("data hash", manifest.dataHash());
        pair("configuration SHA-256", manifest.configHash());
        pair("seed", Long.toString(manifest.seed()));
        for (Map.Entry<String, String> version : manifest.versions().entrySet()) {
            pair(version.getKey(), version.getValue());
        }
        json.writeEndArray();
    }

    private void pairs(String key, Map<String, String> values) throws IOException {
        json.writeArrayFieldStart(key);
        for (Map.Entry<String, String> entry : values.entrySet()) {
            pair(entry.getKey(), entry.getValue());
        }
        json.writeEndArray();
    }

    private void pair(String first, String second) throws IOException {
        json.writeStartArray();
        json.writeString(first);
        json.writeString(second);
        json.writeEndArray();
    }

    private void texts(String key, List<String> values) throws IOException {
        json.writeArrayFieldStart(key);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void number(double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(NumberText.plain(value));
        } else {
            json.writeNull();
        }
    }
}
