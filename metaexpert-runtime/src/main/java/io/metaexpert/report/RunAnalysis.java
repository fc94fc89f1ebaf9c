package io.metaexpert.report;

import io.metaexpert.analysis.AnalysedMarket;
import io.metaexpert.analysis.Analysis;
import java.util.ArrayList;
import java.util.List;

/** The analysis of a recorded run. */
public final class RunAnalysis {
    private RunAnalysis() {}

    /** Computes it; once is enough for all that is written. */
    public static Analysis of(RunRecord run) {
        List<AnalysedMarket> markets = new ArrayList<>();
        for (var market : run.markets()) {
            markets.add(new AnalysedMarket(market.instrument(), market.base(), market.history(), market.quality()));
        }
        return Analysis.of(run.result(), markets);
    }
}
