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
    private final boolean hasGaps;
    private int stale;
    private int thin;
    private double largestShare;

    private FillRules(AnalysedMarket market) {
        this.market = market;
        this.bars = market.bars();
        this.finder = new BarFinder(bars);
        this.hasVolume = hasVolume(bars);
        this.hasGaps = market.quality().missing() > 0;
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
        double volume = bars.volume(bar);
        boolean isStale = isStale(bar, volume);
        if (bar > 0 && finder.openMs() == timeMs) {
            double before = bars.volume(bar - 1);
            boolean wasStale = isStale(bar - 1, before);
            if (isStale != wasStale && closedIn(fill, bar)) {
                isStale = wasStale;
            }
            // Which of the two bars it was is dear to tell for every fill; the larger volume gives the benefit of the
            // doubt.
            volume = Math.max(volume, before);
        }
        stale += isStale ? 1 : 0;
        double quantity = comparable ? fill.quantity().toDouble() : 0;
        if (volume > 0 && quantity > LARGE_SHARE * volume) {
            thin++;
            largestShare = Math.max(largestShare, quantity / volume);
        }
    }

    /** Whether a fill at the instant at which a bar opens belongs to the one that closes then. */
    private boolean closedIn(Fill fill, int bar) {
        return bars.closeTimeMs(bar - 1) == bars.openTimeMs(bar) && !finder.filledAtOpen(fill, bar);
    }

    private boolean isStale(int bar, double volume) {
        boolean afterGap = hasGaps && bar > market.history() && bars.openTimeMs(bar) > bars.closeTimeMs(bar - 1);
        return afterGap || (hasVolume && volume == 0);
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
