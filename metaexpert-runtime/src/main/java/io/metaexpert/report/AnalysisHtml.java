package io.metaexpert.report;

import io.metaexpert.analysis.Analysis;
import io.metaexpert.analysis.Finding;
import io.metaexpert.performance.Breakdown;
import io.metaexpert.performance.Metrics;
import io.metaexpert.performance.daily.Benchmark;
import io.metaexpert.performance.daily.RegimeSplit;
import io.metaexpert.performance.daily.Rolling;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Writes what the page shows of the analysis, in columns. */
final class AnalysisHtml {
    private final Metrics metrics;
    private final Analysis analysis;
    private final Json json;

    AnalysisHtml(Metrics metrics, Analysis analysis, Json json) {
        this.metrics = metrics;
        this.analysis = analysis;
        this.json = json;
    }

    void write() throws IOException {
        json.startArray("findings");
        for (Finding finding : analysis.findings()) {
            json.item(finding.text());
        }
        json.endArray();
        run();
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
        json.startArray("breakdown");
        groups("Symbol", analysis.breakdown().symbols());
        groups("Side", analysis.breakdown().sides());
        groups("Exit", analysis.breakdown().exitReasons());
        json.endArray();
        regimes(analysis.regimes());
    }

    private void run() throws IOException {
        json.startObject("run");
        if (!analysis.benchmarks().isEmpty()) {
            json.ratio("return", metrics.returns().netReturn());
            json.ratio("maxDrawdown", analysis.benchmarks().get(0).run().maxDrawdown());
            json.ratio("volatility", metrics.risk().volatility());
            json.ratio("sharpe", metrics.risk().sharpe());
        }
        json.endObject();
    }

    private void benchmark(Benchmark benchmark) throws IOException {
        List<Benchmark.Point> points = benchmark.points();
        json.startObject();
        json.text("name", benchmark.name());
        json.ratio("return", benchmark.totalReturn());
        json.ratio("maxDrawdown", benchmark.maxDrawdown());
        json.ratio("volatility", benchmark.volatility());
        json.ratio("sharpe", benchmark.sharpe());
        json.ratio("excess", benchmark.run().excessReturn());
        json.ratio("beta", benchmark.run().beta());
        json.ratio("alpha", benchmark.run().alpha());
        json.ratio("correlation", benchmark.run().correlation());
        json.ratio("trackingError", benchmark.run().trackingError());
        json.ratio("informationRatio", benchmark.run().informationRatio());
        column("time", points, Benchmark.Point::timeMs);
        column("equity", points, Benchmark.Point::equity);
        column("run", points, Benchmark.Point::runEquity);
        json.endObject();
    }

    private void rolling(Rolling rolling) throws IOException {
        List<Rolling.Point> points = rolling.points();
        json.startObject();
        json.number("days", rolling.days());
        json.text("missing", rolling.missing());
        if (rolling.summary().isPresent()) {
            Rolling.Summary summary = rolling.summary().get();
            json.number("windows", summary.windows());
            json.ratio("profitable", summary.profitable());
            json.ratio("worst", summary.worst().totalReturn());
            json.number("worstEnd", summary.worst().timeMs());
            json.ratio("best", summary.best().totalReturn());
            json.number("bestEnd", summary.best().timeMs());
            json.ratio("deepest", summary.deepestDrawdown());
        }
        column("time", points, Rolling.Point::timeMs);
        column("return", points, Rolling.Point::totalReturn);
        column("volatility", points, Rolling.Point::volatility);
        column("sharpe", points, Rolling.Point::sharpe);
        column("drawdown", points, Rolling.Point::maxDrawdown);
        json.endObject();
    }

    private <T> void column(String key, List<T> points, ToDoubleFunction<T> value) throws IOException {
        json.startArray(key);
        for (T point : points) {
            json.item(value.applyAsDouble(point));
        }
        json.endArray();
    }

    private void groups(String title, List<Breakdown.Group> groups) throws IOException {
        json.startArray();
        json.item(title);
        json.startArray();
        for (Breakdown.Group group : groups) {
            json.startArray();
            json.item(group.key());
            json.item((long) group.count());
            json.item(group.winRate());
            json.item(group.profit());
            json.item(group.profitFactor());
            json.item(group.expectancy());
            json.item(group.averageWin());
            json.item(group.averageLoss());
            json.item(group.fees());
            json.item(group.slippage());
            json.item(NumberText.duration(group.averageHolding().toSeconds()));
            json.endArray();
        }
        json.endArray();
        json.endArray();
    }

    private void regimes(RegimeSplit split) throws IOException {
        json.startObject("regimes");
        json.text("symbol", split.symbol());
        json.text("missing", split.missing());
        json.startArray("parts");
        for (RegimeSplit.Part part : split.parts()) {
            json.startArray();
            json.item(part.regime().name().replace('_', ' ').toLowerCase(Locale.ROOT));
            json.item((long) part.days());
            json.item(part.profit());
            json.item(part.totalReturn());
            json.item(part.marketReturn());
            json.item(part.exposure());
            json.endArray();
        }
        json.endArray();
        json.endObject();
    }
}
