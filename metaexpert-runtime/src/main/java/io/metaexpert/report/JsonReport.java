package io.metaexpert.report;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.market.DataQuality;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Order;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.Trail;
import io.metaexpert.performance.RoundTrip;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Writes report.json; its keys are documented in docs/reference/report.md. */
final class JsonReport {
    static final int MAX_EQUITY_POINTS = 5_000;

    private final RunRecord run;
    private final BacktestResult result;
    private final Json json;

    private JsonReport(RunRecord run, Json json) {
        this.run = run;
        this.result = run.result();
        this.json = json;
    }

    static void write(RunRecord run, Derived derived, OutputStream out) throws IOException {
        try (Json json = Json.lines(out)) {
            var report = new JsonReport(run, json);
            json.startObject();
            report.head();
            report.summary();
            var details = new AnalysisJson(derived.analysis(), json);
            details.findings();
            report.monthlyReturns();
            details.write();
            report.intrabar();
            report.exposure(derived.exposure());
            if (derived.margin().isPresent()) {
                report.margin(derived.margin().get());
            }
            report.limits();
            report.refusals();
            report.roundTrips();
            report.fills();
            report.orders();
            AccountJson.write(run.result().accountTransactions(), json);
            report.equity(derived.points());
            report.dataQuality();
            json.texts("config", run.config());
            json.startObject("manifest");
            manifest(json, run.manifest());
            json.endObject();
            json.texts("notes", run.notes());
            json.endObject();
        }
    }

    static void writeManifest(RunRecord.Manifest manifest, OutputStream out) throws IOException {
        try (Json json = Json.lines(out)) {
            json.startObject();
            manifest(json, manifest);
            json.endObject();
        }
    }

    private static void manifest(Json json, RunRecord.Manifest manifest) throws IOException {
        json.text("mode", manifest.mode());
        json.text("codeHash", manifest.codeHash());
        json.text("dataHash", manifest.dataHash());
        json.text("configHash", manifest.configHash());
        json.number("seed", manifest.seed());
        json.texts("versions", manifest.versions());
    }

    private void head() throws IOException {
        json.text("format", "metaexpert-report");
        json.number("formatVersion", 1);
        json.text("expert", run.expert());
        json.text("currency", result.currency());
        json.flag("partial", run.partial());
    }

    private void summary() throws IOException {
        json.startObject("summary");
        for (Figure figure : Figures.of(result.metrics())) {
            figure(figure);
        }
        json.endObject();
    }

    private void figure(Figure figure) throws IOException {
        if (!figure.isDefined()) {
            json.undefined(figure.key());
            return;
        }
        double value = figure.value();
        switch (figure.kind()) {
            case MONEY -> json.money(figure.key(), value);
            case FRACTION, RATIO, SECONDS -> json.ratio(figure.key(), value);
            case COUNT -> json.number(figure.key(), (long) value);
            case TIME -> json.time(figure.key(), (long) value);
            case FLAG -> json.flag(figure.key(), value != 0);
        }
    }

    private void monthlyReturns() throws IOException {
        json.startArray("monthlyReturns");
        for (var month : MonthlyReturns.of(result.equity(), result.metrics().startEquity())) {
            json.startObject();
            json.text("month", month.name());
            json.ratio("return", month.value());
            json.endObject();
        }
        json.endArray();
    }

    private void intrabar() throws IOException {
        Intrabar intrabar = run.intrabar();
        json.startObject("intrabar");
        json.number("dependentRoundTrips", intrabar.dependent());
        json.ratio("share", intrabar.share());
        json.startArray("assumed");
        for (Intrabar.Assumed assumed : intrabar.assumed()) {
            json.startObject();
            json.text("assumption", assumed.assumption());
            json.money("finalEquity", assumed.metrics().finalEquity());
            json.ratio("netReturn", assumed.metrics().returns().netReturn());
            json.ratio("maxDrawdown", assumed.metrics().drawdowns().max());
            json.number("roundTrips", assumed.metrics().trades().count());
            json.ratio("winRate", assumed.metrics().trades().winRate());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private void exposure(ExposureUse use) throws IOException {
        json.startObject("exposure");
        json.ratio("timeInMarket", use.timeInMarket());
        json.ratio("meanGross", use.meanGross());
        json.ratio("maxGross", use.maxGross());
        if (use.maxGrossTimeMs() > 0) {
            json.time("maxGrossTime", use.maxGrossTimeMs());
        }
        json.ratio("meanNet", use.meanNet());
        json.ratio("maxNet", use.maxNet());
        json.ratio("minNet", use.minNet());
        if (use.largest().isPresent()) {
            largest(use.largest().get());
        }
        json.endObject();
    }

    private void largest(ExposureUse.Largest largest) throws IOException {
        json.startObject("largestPosition");
        json.text("symbol", largest.instrument().symbol());
        json.text("side", largest.side().name());
        json.time("time", largest.timeMs());
        json.ratio("quantity", largest.quantity());
        json.money("notional", largest.notional());
        json.ratio("share", largest.share());
        json.endObject();
    }

    private void margin(MarginUse use) throws IOException {
        json.startObject("margin");
        json.ratio("peakExposure", use.peakExposure());
        if (use.peakTimeMs() > 0) {
            json.time("peakExposureTime", use.peakTimeMs());
        }
        json.number("fundingPayments", use.fundingPayments());
        json.decimal("funding", use.funding());
        json.number("liquidations", use.liquidations());
        json.decimal("insurance", use.insurance());
        json.number("settlements", use.settlements());
        json.endObject();
    }

    private void limits() throws IOException {
        LimitUse use = run.limits();
        json.startObject("limits");
        json.texts("inForce", use.limits());
        json.number("ordersCut", use.cutOrders());
        json.number("positionsCut", use.cutPositions());
        json.startArray("reached");
        for (LimitUse.Reached reached : use.reached()) {
            json.startObject();
            json.time("time", reached.time());
            json.text("rule", reached.rule());
            json.text("value", reached.value());
            json.text("limit", reached.limit());
            json.text("key", reached.key());
            json.text("detail", reached.detail());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private void refusals() throws IOException {
        json.startArray("refusals");
        for (Map.Entry<DenialReason, Integer> refusal : result.refusals().entrySet()) {
            json.startObject();
            json.text("reason", refusal.getKey().name());
            json.text("text", refusal.getKey().text());
            json.number("count", refusal.getValue());
            json.endObject();
        }
        json.endArray();
    }

    private void roundTrips() throws IOException {
        json.startArray("roundTrips");
        for (RoundTrip trip : result.roundTrips()) {
            json.startObject();
            roundTrip(trip);
            json.endObject();
        }
        json.endArray();
    }

    /** Apart from the loop, as are orders and fills: what is called often is soon compiled, a loop much later. */
    private void roundTrip(RoundTrip trip) throws IOException {
        json.text("symbol", trip.instrument().symbol());
        json.text("side", trip.side().name());
        json.time("entryTime", trip.entryTime());
        json.time("exitTime", trip.exitTime());
        json.decimal("entryPrice", trip.entryPrice());
        json.decimal("exitPrice", trip.exitPrice());
        json.decimal("quantity", trip.quantity());
        json.decimal("fees", trip.fees());
        json.decimal("profit", trip.profit());
        json.decimal("slippage", trip.slippage());
        json.text("entryReason", trip.entryReason());
        json.text("exitReason", trip.exitReason());
        json.flag("openAtEnd", trip.openAtEnd());
    }

    private void fills() throws IOException {
        json.startArray("fills");
        for (Fill fill : result.fills()) {
            json.startObject();
            fill(fill);
            json.endObject();
        }
        json.endArray();
    }

    private void fill(Fill fill) throws IOException {
        json.text("fillId", fill.fillId());
        json.text("clientOrderId", fill.clientOrderId());
        json.text("symbol", fill.instrument().symbol());
        json.text("side", fill.side().name());
        if (fill.positionSide().isPresent()) {
            json.text("positionSide", fill.positionSide().get().name());
        }
        json.time("time", fill.time());
        json.decimal("price", fill.price().value());
        json.decimal("quantity", fill.quantity().value());
        json.decimal("fee", fill.fee().amount());
        json.text("feeCurrency", fill.fee().currency());
        json.text("liquidity", fill.liquidity().name());
        json.decimal("slippage", fill.slippage());
    }

    private void orders() throws IOException {
        json.startArray("orders");
        for (Order order : result.orders()) {
            json.startObject();
            order(order);
            json.endObject();
        }
        json.endArray();
    }

    private void order(Order order) throws IOException {
        var request = order.request();
        json.text("clientOrderId", request.clientOrderId());
        json.text("symbol", request.instrument().symbol());
        json.text("side", request.side().name());
        if (request.positionSide().isPresent()) {
            json.text("positionSide", request.positionSide().get().name());
        }
        json.text("type", request.type().label());
        prices(request.type());
        json.time("time", request.time());
        json.text("status", order.status().name());
        if (order.quantity().isPresent()) {
            json.decimal("quantity", order.quantity().get().value());
        }
        json.decimal("filledQuantity", order.filledQuantity().value());
        json.decimal("averagePrice", order.averagePrice());
        json.decimal("fees", order.fees());
        json.flag("reduceOnly", request.reduceOnly());
        json.flag("postOnly", request.postOnly());
        json.text("reason", request.reason());
        json.text("statusReason", order.statusReason());
        json.time("updated", order.updated());
    }

    /** No pattern switch: its first use costs some milliseconds of every start, as its code is made at run time. */
    private void prices(OrderType type) throws IOException {
        if (type instanceof OrderType.Limit limit) {
            json.decimal("limitPrice", limit.price().value());
        } else if (type instanceof OrderType.StopMarket stop) {
            json.decimal("triggerPrice", stop.trigger().value());
        } else if (type instanceof OrderType.StopLimit stop) {
            json.decimal("triggerPrice", stop.trigger().value());
            json.decimal("limitPrice", stop.limit().value());
        } else if (type instanceof OrderType.TrailingStop stop) {
            trail(stop);
        }
    }

    private void trail(OrderType.TrailingStop stop) throws IOException {
        if (stop.trail() instanceof Trail.Fraction fraction) {
            json.decimal("trailFraction", fraction.value());
        } else if (stop.trail() instanceof Trail.Amount amount) {
            json.decimal("trailAmount", amount.value().value());
        }
        if (stop.activation().isPresent()) {
            json.decimal("activationPrice", stop.activation().get().value());
        }
    }

    private void equity(EquityPoints points) throws IOException {
        json.startArray("equity");
        for (int k = 0; k < points.size(); k++) {
            json.startObject();
            json.time("time", points.timeMs(k));
            json.money("equity", points.equity(k));
            json.ratio("drawdown", points.drawdown(k));
            json.endObject();
        }
        json.endArray();
    }

    private void dataQuality() throws IOException {
        json.startArray("dataQuality");
        for (var market : run.markets()) {
            DataQuality quality = market.quality();
            json.startObject();
            json.text("symbol", market.instrument().id().symbol());
            json.text("source", quality.source());
            json.text("contentHash", quality.contentHash());
            json.flag("synthetic", quality.synthetic());
            json.text("timeframe", quality.timeframe().toString());
            json.time("from", quality.from());
            json.time("to", quality.to());
            for (Map.Entry<String, Long> count : counts(quality)) {
                json.number(count.getKey(), count.getValue());
            }
            json.texts("notes", quality.notes());
            json.endObject();
        }
        json.endArray();
    }

    static List<Map.Entry<String, Long>> counts(DataQuality quality) {
        return List.of(
                Map.entry("bars", quality.bars()),
                Map.entry("missing", quality.missing()),
                Map.entry("gaps", quality.gaps()),
                Map.entry("longestGap", quality.longestGap()),
                Map.entry("filled", quality.filled()),
                Map.entry("duplicates", quality.duplicates()),
                Map.entry("outOfOrder", quality.outOfOrder()),
                Map.entry("ohlcViolations", quality.ohlcViolations()),
                Map.entry("badPrices", quality.badPrices()));
    }
}
