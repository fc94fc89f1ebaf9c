package io.metaexpert.report;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Decimals;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.PositionSide;
import io.metaexpert.performance.Metrics;
import io.metaexpert.performance.RoundTrip;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what the page draws, in columns and with times in epoch milliseconds, as it is read by a script only. */
final class HtmlData {
    private static final int MAX_PRICE_POINTS = 4_000;
    private static final int MAX_DECIMALS = 8;
    private static final int GAIN_DECIMALS = 9;
    private static final double GAIN_UNIT = 1e9;
    private static final double MAX_GAIN = 1e6;

    private final RunRecord run;
    private final Metrics metrics;
    private final Json json;

    private HtmlData(RunRecord run, Json json) {
        this.run = run;
        this.metrics = run.result().metrics();
        this.json = json;
    }

    static void write(RunRecord run, Derived derived, OutputStream out) throws IOException {
        try (Json json = Json.forScript(out)) {
            var data = new HtmlData(run, json);
            json.startObject();
            data.head();
            data.cards();
            data.figures();
            data.equity(derived.points());
            data.prices();
            data.months();
            new AnalysisHtml(data.metrics, derived.analysis(), json).write();
            data.roundTrips();
            data.intrabar();
            data.exposure(derived.exposure());
            data.margin(derived.margin());
            data.limits();
            data.refusals();
            data.quality();
            data.pairs("config", run.config());
            data.manifest();
            data.texts("notes", run.notes());
            json.endObject();
        }
    }

    private void exposure(ExposureUse use) throws IOException {
        json.startArray("exposure");
        pair("Bars with a position", percent(use.timeInMarket()));
        pair("Gross, mean", percent(use.meanGross()));
        pair("Gross, most", percent(use.maxGross()));
        if (use.maxGrossTimeMs() > 0) {
            pair("At", new TimeText().minutes(use.maxGrossTimeMs()));
        }
        pair("Net, mean", percent(use.meanNet()));
        pair("Net, from", percent(use.minNet()));
        pair("Net, to", percent(use.maxNet()));
        if (use.largest().isPresent()) {
            ExposureUse.Largest most = use.largest().get();
            pair(
                    "Largest position",
                    most.side() + " " + most.instrument().symbol() + ", "
                            + NumberText.grouped(most.notional(), decimals()) + " "
                            + run.result().currency());
            pair("Of the equity", percent(most.share()));
            pair("At", new TimeText().minutes(most.timeMs()));
        }
        json.endArray();
    }

    private void margin(Optional<MarginUse> margin) throws IOException {
        json.startArray("margin");
        if (margin.isPresent()) {
            MarginUse use = margin.get();
            String currency = " " + run.result().currency();
            pair("Margin mode", run.config().getOrDefault("market.margin-mode", ""));
            pair("Position mode", run.config().getOrDefault("market.position-mode", ""));
            pair("Leverage", run.config().getOrDefault("sizing.leverage", ""));
            pair("Largest exposure", NumberText.grouped(use.peakExposure(), 2) + " x equity");
            if (use.peakTimeMs() > 0) {
                pair("At", new TimeText().minutes(use.peakTimeMs()));
            }
            pair("Funding payments", NumberText.grouped(use.fundingPayments(), 0));
            pair("Funding received", NumberText.grouped(use.funding().doubleValue(), decimals()) + currency);
            pair("Liquidations", NumberText.grouped(use.liquidations(), 0));
            pair("Paid by insurance", NumberText.grouped(use.insurance().doubleValue(), decimals()) + currency);
            pair("Expired or exercised", NumberText.grouped(use.settlements(), 0));
        }
        json.endArray();
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

    private void equity(EquityPoints points) throws IOException {
        json.startObject("equity");
        json.startArray("time");
        for (int k = 0; k < points.size(); k++) {
            json.item(points.timeMs(k));
        }
        json.endArray();
        json.startArray("equity");
        for (int k = 0; k < points.size(); k++) {
            json.item(points.equity(k));
        }
        json.endArray();
        json.startArray("drawdown");
        for (int k = 0; k < points.size(); k++) {
            json.item(points.drawdown(k));
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
        column("symbol", trip -> json.item(symbols.indexOf(trip.instrument())));
        column("short", trip -> json.item(trip.side() == PositionSide.SHORT ? 1 : 0));
        column("open", trip -> json.item(trip.openAtEnd() ? 1 : 0));
        column("entry", trip -> json.item(trip.entryTime().toEpochMilli()));
        column("exit", trip -> json.item(trip.exitTime().toEpochMilli()));
        column("fees", trip -> json.item(trip.fees()));
        column("profit", trip -> json.item(trip.profit()));
        column("gain", trip -> gain(trip));
        column("entryPrice", trip -> json.textItem(shown(trip.entryPrice())));
        column("exitPrice", trip -> json.textItem(shown(trip.exitPrice())));
        column("quantity", trip -> json.textItem(shown(trip.quantity())));
        column("entryReason", trip -> json.item(trip.entryReason()));
        column("exitReason", trip -> json.item(trip.exitReason()));
        json.endObject();
    }

    /** Writes one item of a round trip. */
    private interface Cell {
        void write(RoundTrip trip) throws IOException;
    }

    private void column(String key, Cell cell) throws IOException {
        json.startArray(key);
        for (RoundTrip trip : run.result().roundTrips()) {
            cell.write(trip);
        }
        json.endArray();
    }

    /** Rounded, as a page shows percent with two decimals. */
    private void gain(RoundTrip trip) throws IOException {
        double value = Decimals.toDouble(trip.entryPrice()) * Decimals.toDouble(trip.quantity());
        double gain = Decimals.toDouble(trip.profit()) / value;
        if (Math.abs(gain) < MAX_GAIN) {
            json.item(BigDecimal.valueOf(Math.round(gain * GAIN_UNIT), GAIN_DECIMALS));
        } else {
            json.item(value == 0 ? Double.NaN : gain);
        }
    }

    private static BigDecimal shown(BigDecimal value) {
        return value.scale() > MAX_DECIMALS ? value.setScale(MAX_DECIMALS, RoundingMode.HALF_EVEN) : value;
    }

    private void limits() throws IOException {
        LimitUse use = run.limits();
        json.startObject("limits");
        json.texts("inForce", use.limits());
        json.text(
                "cut",
                use.cutOrders() + use.cutPositions() == 0
                        ? ""
                        : use.cutOrders() + " orders were sent smaller than asked for, and positions were made smaller "
                                + use.cutPositions() + " times.");
        json.startArray("reached");
        for (LimitUse.Reached reached : use.reached()) {
            json.startArray();
            json.item(new TimeText().minutes(reached.time().toEpochMilli()));
            json.item(reached.rule());
            json.item(reached.detail());
            json.endArray();
        }
        json.endArray();
        json.endObject();
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
