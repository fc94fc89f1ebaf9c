package io.metaexpert.report;

import io.metaexpert.analysis.Analysis;
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
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Writes what the page draws, in columns and with times in epoch milliseconds, as it is read by a script only. */
final class HtmlData {
    private static final int MAX_PRICE_POINTS = 4_000;
    private static final int MAX_DECIMALS = 8;
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

    private final RunRecord run;
    private final Metrics metrics;
    private final Json json;

    private HtmlData(RunRecord run, Json json) {
        this.run = run;
        this.metrics = run.result().metrics();
        this.json = json;
    }

    static void write(RunRecord run, Analysis analysis, int[] points, OutputStream out) throws IOException {
        try (Json json = Json.forScript(out)) {
            var data = new HtmlData(run, json);
            json.startObject();
            data.head();
            data.cards();
            data.figures();
            data.equity(points);
            data.prices();
            data.months();
            new AnalysisHtml(data.metrics, analysis, json).write();
            data.roundTrips();
            data.intrabar();
            data.refusals();
            data.quality();
            data.pairs("config", run.config());
            data.manifest();
            data.texts("notes", run.notes());
            json.endObject();
        }
    }

    private void intrabar() throws IOException {
        Intrabar intrabar = run.intrabar();
        json.startObject("intrabar");
        json.text("text", intrabar.matters() ? intrabar.text() : "");
        json.startArray("assumed");
        for (Intrabar.Assumed assumed : intrabar.assumed()) {
            Metrics of = assumed.metrics();
            json.startArray();
            json.item(assumed.assumption());
            json.item(percent(of.returns().netReturn()));
            json.item(percent(of.drawdowns().max()));
            json.item(NumberText.grouped(of.trades().count(), 0));
            json.item(percent(of.trades().winRate()));
            json.endArray();
        }
        json.endArray();
        json.endObject();
    }

    private int decimals() {
        return NumberText.moneyDecimals(metrics.startEquity());
    }

    private void head() throws IOException {
        var times = new TimeText();
        json.text("expert", run.expert());
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
        json.text("subtitle", subtitle.toString());
        json.number("moneyDecimals", decimals());
        json.flag("perYear", perYear());
        json.startArray("warnings");
        if (run.partial()) {
            json.item("This run was stopped before the end of the data.");
        }
        json.endArray();
    }

    private void cards() throws IOException {
        json.startArray("cards");
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
        json.endArray();
    }

    private boolean perYear() {
        return metrics.period().length().compareTo(RunRecord.LEAST_LENGTH_PER_YEAR) >= 0;
    }

    private void card(String label, String text, double value) throws IOException {
        json.startArray();
        json.item(label);
        json.item(text);
        json.item(value);
        json.endArray();
    }

    private static String percent(double fraction) {
        return Double.isNaN(fraction) ? NumberText.UNDEFINED : NumberText.grouped(fraction * 100, 2) + " %";
    }

    private void figures() throws IOException {
        List<Figure> figures = Figures.shown(metrics);
        json.startArray("figures");
        for (Figure.Group group : Figure.Group.values()) {
            json.startArray();
            json.item(group.title());
            json.startArray();
            for (Figure figure : figures) {
                if (figure.group() == group) {
                    pair(figure.label(), NumberText.of(figure, decimals()));
                }
            }
            json.endArray();
            json.endArray();
        }
        json.endArray();
    }

    private void equity(int[] points) throws IOException {
        EquityCurve curve = run.result().equity();
        json.startObject("equity");
        json.startArray("time");
        for (int point : points) {
            json.item(curve.timeMs(point));
        }
        json.endArray();
        json.startArray("equity");
        for (int point : points) {
            json.item(curve.equity(point));
        }
        json.endArray();
        json.startArray("drawdown");
        for (double drawdown : JsonReport.drawdowns(curve, metrics.startEquity(), points)) {
            json.item(drawdown);
        }
        json.endArray();
        json.endObject();
    }

    private void prices() throws IOException {
        int room = Math.max(400, MAX_PRICE_POINTS / Math.max(1, run.markets().size()));
        json.startArray("prices");
        for (var market : run.markets()) {
            Bars bars = market.bars();
            int[] points = Decimation.closes(bars, room);
            json.startObject();
            json.text("symbol", market.instrument().id().symbol());
            json.startArray("time");
            for (int point : points) {
                json.item(bars.closeTimeMs(point));
            }
            json.endArray();
            json.startArray("close");
            for (int point : points) {
                json.item(bars.close(point));
            }
            json.endArray();
            json.endObject();
        }
        json.endArray();
    }

    private void months() throws IOException {
        json.startArray("months");
        for (var month : MonthlyReturns.of(run.result().equity(), metrics.startEquity())) {
            json.startArray();
            json.item(month.name());
            json.item(month.value());
            json.endArray();
        }
        json.endArray();
    }

    private void roundTrips() throws IOException {
        List<InstrumentId> symbols =
                run.markets().stream().map(market -> market.instrument().id()).toList();
        json.startArray("symbols");
        for (InstrumentId symbol : symbols) {
            json.item(symbol.symbol());
        }
        json.endArray();
        json.startObject("roundTrips");
        numbers("symbol", trip -> symbols.indexOf(trip.instrument()));
        numbers("short", trip -> trip.side() == PositionSide.SHORT ? 1 : 0);
        numbers("open", trip -> trip.openAtEnd() ? 1 : 0);
        numbers("entry", trip -> (double) trip.entryTime().toEpochMilli());
        numbers("exit", trip -> (double) trip.exitTime().toEpochMilli());
        numbers("fees", trip -> estimate(trip.fees()));
        numbers("profit", trip -> estimate(trip.profit()));
        numbers("gain", HtmlData::gain);
        List<RoundTrip> trips = run.result().roundTrips();
        json.startArray("entryPrice");
        for (RoundTrip trip : trips) {
            json.item(decimal(trip.entryPrice()));
        }
        json.endArray();
        json.startArray("exitPrice");
        for (RoundTrip trip : trips) {
            json.item(decimal(trip.exitPrice()));
        }
        json.endArray();
        json.startArray("quantity");
        for (RoundTrip trip : trips) {
            json.item(decimal(trip.quantity()));
        }
        json.endArray();
        texts("entryReason", trips.stream().map(RoundTrip::entryReason).toList());
        texts("exitReason", trips.stream().map(RoundTrip::exitReason).toList());
        json.endObject();
    }

    private static double gain(RoundTrip trip) {
        double value = estimate(trip.entryPrice()) * estimate(trip.quantity());
        return value == 0 ? Double.NaN : estimate(trip.profit()) / value;
    }

    /** More digits than a page shows, and no more than a double holds exactly: then the way to it is short. */
    private static double estimate(BigDecimal value) {
        return value.round(SHOWN).doubleValue();
    }

    private static String decimal(BigDecimal value) {
        return (value.scale() > MAX_DECIMALS ? value.setScale(MAX_DECIMALS, RoundingMode.HALF_EVEN) : value)
                .toPlainString();
    }

    private void numbers(String key, ToDoubleFunction<RoundTrip> value) throws IOException {
        json.startArray(key);
        for (RoundTrip trip : run.result().roundTrips()) {
            json.item(value.applyAsDouble(trip));
        }
        json.endArray();
    }

    private void refusals() throws IOException {
        json.startArray("refusals");
        for (Map.Entry<DenialReason, Integer> refusal : run.result().refusals().entrySet()) {
            json.startArray();
            json.item(refusal.getKey().name());
            json.item(refusal.getValue());
            json.item(refusal.getKey().text());
            json.endArray();
        }
        json.endArray();
    }

    private void quality() throws IOException {
        var times = new TimeText();
        json.startArray("quality");
        for (var market : run.markets()) {
            var quality = market.quality();
            json.startArray();
            json.item(market.instrument().id().toString());
            json.startArray();
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
            json.endArray();
            json.endArray();
        }
        json.endArray();
    }

    private void manifest() throws IOException {
        RunRecord.Manifest manifest = run.manifest();
        json.startArray("manifest");
        pair("mode", manifest.mode());
        pair("code SHA-256", manifest.codeHash());
        pair("data hash", manifest.dataHash());
        pair("configuration SHA-256", manifest.configHash());
        pair("seed", Long.toString(manifest.seed()));
        for (Map.Entry<String, String> version : manifest.versions().entrySet()) {
            pair(version.getKey(), version.getValue());
        }
        json.endArray();
    }

    private void pairs(String key, Map<String, String> values) throws IOException {
        json.startArray(key);
        for (Map.Entry<String, String> entry : values.entrySet()) {
            pair(entry.getKey(), entry.getValue());
        }
        json.endArray();
    }

    private void pair(String first, String second) throws IOException {
        json.startArray();
        json.item(first);
        json.item(second);
        json.endArray();
    }

    private void texts(String key, List<String> values) throws IOException {
        json.startArray(key);
        for (String value : values) {
            json.item(value);
        }
        json.endArray();
    }
}
