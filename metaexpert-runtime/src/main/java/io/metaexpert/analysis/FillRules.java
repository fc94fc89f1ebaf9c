package io.metaexpert.analysis;

import io.metaexpert.analysis.Finding.Kind;
import io.metaexpert.market.Bars;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.QuantityUnit;
import io.metaexpert.order.Fill;
import java.util.List;

/** Fills that no market would have given: where nobody traded, after a gap, or beyond what was traded. */
final class FillRules {
    private static final double MANY_STALE = 0.02;
    private static final double MANY_THIN = 0.05;
    private static final double LARGE_SHARE = 0.1;

    private final AnalysedMarket market;
    private final Bars bars;
    private final BarFinder finder;
    private final boolean hasVolume;
    private final boolean comparable;
    private int stale;
    private int thin;
    private double largestShare;

    private FillRules(AnalysedMarket market) {
        this.market = market;
        this.bars = market.bars();
        this.finder = new BarFinder(bars);
        this.hasVolume = hasVolume(bars);
        this.comparable = hasVolume && market.instrument().quantityUnit() == QuantityUnit.BASE;
    }

    static void look(List<Fill> fills, List<AnalysedMarket> markets, List<Finding> findings) {
        FillRules[] rules = new FillRules[markets.size()];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = new FillRules(markets.get(i));
        }
        FillRules last = null;
        for (Fill fill : fills) {
            if (last == null || !last.isOf(fill.instrument())) {
                last = find(rules, fill.instrument());
            }
            if (last != null) {
                last.add(fill);
            }
        }
        tell(rules, fills.size(), findings);
    }

    private static FillRules find(FillRules[] rules, InstrumentId instrument) {
        for (FillRules rule : rules) {
            if (rule.isOf(instrument)) {
                return rule;
            }
        }
        throw new IllegalArgumentException("a fill of " + instrument + ", which the run has not");
    }

    private boolean isOf(InstrumentId instrument) {
        return market.instrument().id().equals(instrument);
    }

    /** Prices of an index have no volume at all, which says nothing about their fills. */
    private static boolean hasVolume(Bars bars) {
        for (int i = 0; i < bars.size(); i++) {
            if (bars.volume(i) > 0) {
                return true;
            }
        }
        return false;
    }

    private void add(Fill fill) {
        long timeMs = fill.time().toEpochMilli();
        int bar = finder.openAt(timeMs);
        if (bar < 0) {
            return;
        }
        boolean between = bar > 0 && bars.openTimeMs(bar) == timeMs && bars.closeTimeMs(bar - 1) == timeMs;
        double quantity = comparable ? fill.quantity().value().doubleValue() : 0;
        if (isSound(bar, quantity) && (!between || isSound(bar - 1, quantity))) {
            return;
        }
        int filledIn = between && !finder.filledAtOpen(fill, bar) ? bar - 1 : bar;
        stale += isStale(filledIn) ? 1 : 0;
        double volume = bars.volume(filledIn);
        if (volume > 0 && quantity > LARGE_SHARE * volume) {
            thin++;
            largestShare = Math.max(largestShare, quantity / volume);
        }
    }

    private boolean isSound(int bar, double quantity) {
        return !isStale(bar) && quantity <= LARGE_SHARE * bars.volume(bar);
    }

    private boolean isStale(int bar) {
        boolean afterGap = bar > market.history() && bars.openTimeMs(bar) > bars.closeTimeMs(bar - 1);
        return afterGap || (hasVolume && bars.volume(bar) == 0);
    }

    private static void tell(FillRules[] rules, int fills, List<Finding> findings) {
        int stale = 0;
        int thin = 0;
        double largest = 0;
        for (FillRules rule : rules) {
            stale += rule.stale;
            thin += rule.thin;
            largest = Math.max(largest, rule.largestShare);
        }
        if (stale > MANY_STALE * fills) {
            findings.add(new Finding(
                    Kind.STALE_FILLS,
                    Sentence.count(stale, "fill") + " of " + Sentence.number(fills) + " ("
                            + Sentence.percent((double) stale / fills)
                            + ") happened in bars without volume or after a gap, at prices that nobody may have traded at:"
                            + " take a market with more trade, or send no orders there."));
        }
        if (thin > MANY_THIN * fills) {
            findings.add(new Finding(
                    Kind.THIN_VOLUME,
                    Sentence.count(thin, "fill") + " of " + Sentence.number(fills)
                            + " took more than a tenth of their bar's volume, the largest " + Sentence.ratio(largest)
                            + " times all of it: use smaller orders, or a market with more volume."));
        }
    }
}
