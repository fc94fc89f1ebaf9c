package io.metaexpert.report;

import io.metaexpert.analysis.Analysis;
import io.metaexpert.analysis.Finding;
import io.metaexpert.performance.Breakdown;
import io.metaexpert.performance.daily.Benchmark;
import io.metaexpert.performance.daily.RegimeSplit;
import io.metaexpert.performance.daily.Rolling;
import java.io.IOException;
import java.util.List;

/** Writes what a report.json holds beyond the figures, the orders and the curve. */
final class AnalysisJson {
    private final Analysis analysis;
    private final Json json;

    AnalysisJson(Analysis analysis, Json json) {
        this.analysis = analysis;
        this.json = json;
    }

    void findings() throws IOException {
        json.startArray("findings");
        for (Finding finding : analysis.findings()) {
            json.startObject();
            json.text("kind", finding.kind().name());
            json.text("text", finding.text());
            json.endObject();
        }
        json.endArray();
    }

    void write() throws IOException {
        json.startObject("breakdown");
        groups("symbols", analysis.breakdown().symbols());
        groups("sides", analysis.breakdown().sides());
        groups("exitReasons", analysis.breakdown().exitReasons());
        json.endObject();
        json.startArray("benchmarks");
        for (Benchmark benchmark : analysis.benchmarks()) {
            benchmark(benchmark);
        }
        json.endArray();
        json.startArray("rolling");
        for (Rolling rolling : analysis.rolling()) {
            rolling(rolling);
        }
        json.endArray();
        regimes(analysis.regimes());
    }

    private void groups(String key, List<Breakdown.Group> groups) throws IOException {
        json.startArray(key);
        for (Breakdown.Group group : groups) {
            json.startObject();
            json.text("key", group.key());
            json.number("count", group.count());
            json.number("wins", group.wins());
            json.number("losses", group.losses());
            json.ratio("winRate", group.winRate());
            json.money("profit", group.profit());
            json.ratio("moneyProfitFactor", group.profitFactor());
            json.money("expectancy", group.expectancy());
            json.money("averageWin", group.averageWin());
            json.money("averageLoss", group.averageLoss());
            json.money("largestWin", group.largestWin());
            json.money("largestLoss", group.largestLoss());
            json.money("fees", group.fees());
            json.money("slippage", group.slippage());
            json.ratio("averageHoldingSeconds", group.averageHolding().toMillis() / 1_000.0);
            json.endObject();
        }
        json.endArray();
    }

    private void benchmark(Benchmark benchmark) throws IOException {
        json.startObject();
        json.text("name", benchmark.name());
        json.money("finalEquity", benchmark.finalEquity());
        json.ratio("return", benchmark.totalReturn());
        json.ratio("volatility", benchmark.volatility());
        json.ratio("sharpe", benchmark.sharpe());
        json.ratio("maxDrawdown", benchmark.maxDrawdown());
        json.ratio("excessReturn", benchmark.run().excessReturn());
        json.ratio("beta", benchmark.run().beta());
        json.ratio("alpha", benchmark.run().alpha());
        json.ratio("correlation", benchmark.run().correlation());
        json.ratio("trackingError", benchmark.run().trackingError());
        json.ratio("informationRatio", benchmark.run().informationRatio());
        json.ratio("runMaxDrawdown", benchmark.run().maxDrawdown());
        json.startArray("points");
        for (Benchmark.Point point : benchmark.points()) {
            json.startObject();
            json.time("time", point.timeMs());
            json.money("equity", point.equity());
            json.money("runEquity", point.runEquity());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private void rolling(Rolling rolling) throws IOException {
        json.startObject();
        json.number("days", rolling.days());
        missing(rolling.missing());
        if (rolling.summary().isPresent()) {
            Rolling.Summary summary = rolling.summary().get();
            json.number("windows", summary.windows());
            json.ratio("profitable", summary.profitable());
            json.ratio("worstReturn", summary.worst().totalReturn());
            json.time("worstEnd", summary.worst().timeMs());
            json.ratio("bestReturn", summary.best().totalReturn());
            json.time("bestEnd", summary.best().timeMs());
            json.ratio("deepestDrawdown", summary.deepestDrawdown());
        }
        json.startArray("points");
        for (Rolling.Point point : rolling.points()) {
            json.startObject();
            json.time("time", point.timeMs());
            json.ratio("return", point.totalReturn());
            json.ratio("volatility", point.volatility());
            json.ratio("sharpe", point.sharpe());
            json.ratio("maxDrawdown", point.maxDrawdown());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private void regimes(RegimeSplit split) throws IOException {
        json.startObject("regimes");
        json.text("symbol", split.symbol());
        missing(split.missing());
        json.startArray("parts");
        for (RegimeSplit.Part part : split.parts()) {
            json.startObject();
            json.text("regime", part.regime().name());
            json.number("days", part.days());
            json.money("profit", part.profit());
            json.ratio("return", part.totalReturn());
            json.ratio("marketReturn", part.marketReturn());
            json.ratio("exposure", part.exposure());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private void missing(String reason) throws IOException {
        if (reason.isEmpty()) {
            json.undefined("missing");
        } else {
            json.text("missing", reason);
        }
    }
}
