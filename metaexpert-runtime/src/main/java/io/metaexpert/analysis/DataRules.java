package io.metaexpert.analysis;

import io.metaexpert.analysis.Finding.Kind;
import io.metaexpert.market.DataQuality;
import java.util.List;

/** Data that cannot carry a result. */
final class DataRules {
    private static final double MANY_MISSING = 0.05;
    private static final long LONG_GAP_MS = 86_400_000L;

    private DataRules() {}

    /** @param everyDay whether the market is open at weekends; where it is not, gaps are no fault */
    static void look(List<AnalysedMarket> markets, boolean everyDay, List<Finding> findings) {
        for (AnalysedMarket market : markets) {
            String symbol = market.instrument().id().symbol();
            if (market.quality().synthetic()) {
                findings.add(
                        new Finding(
                                Kind.SYNTHETIC_DATA,
                                "The data of " + symbol
                                        + " are synthetic, so the result says nothing about a market: run over recorded data."));
            }
            if (everyDay) {
                gaps(symbol, market.quality(), findings);
            }
        }
    }

    private static void gaps(String symbol, DataQuality quality, List<Finding> findings) {
        double share = (double) (quality.missing() + quality.filled()) / (quality.bars() + quality.missing());
        long longestMs = quality.longestGap() * quality.timeframe().lengthMs();
        if (longestMs > LONG_GAP_MS) {
            findings.add(
                    new Finding(
                            Kind.DATA_GAPS,
                            "The data of " + symbol + " have a gap of " + Sentence.length(longestMs) + " ("
                                    + Sentence.percent(share)
                                    + " of all bars are missing): get whole data, or leave that time out with --from and --to."));
        } else if (share > MANY_MISSING) {
            findings.add(
                    new Finding(
                            Kind.DATA_GAPS,
                            Sentence.percent(share) + " of the bars of " + symbol
                                    + " are missing or filled: prices stood still there, so test over a market with more trade too."));
        }
    }
}
