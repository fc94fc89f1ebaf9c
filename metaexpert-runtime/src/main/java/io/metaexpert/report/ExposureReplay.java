package io.metaexpert.report;

import io.metaexpert.market.Bars;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.order.PositionSide;
import io.metaexpert.performance.EquityCurve;
import io.metaexpert.portfolio.contract.ContractMath;
import io.metaexpert.report.ExposureUse.Largest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes along the equity curve once more with what was held, at the closes of the bars in which orders filled. */
final class ExposureReplay {
    /** Less than this of a unit is what rounding of sums leaves. */
    private static final double NOTHING = 1e-9;

    private final EquityCurve equity;
    private final List<HoldingChanges.Change> changes;
    private final Map<InstrumentId, RunRecord.MarketData> markets = new HashMap<>();
    private final Map<Key, Leg> known = new HashMap<>();
    private final List<Leg> open = new ArrayList<>();
    private int change;
    /** When the next change is. */
    private long changeMs = Long.MIN_VALUE;

    private int counted;
    private int inMarket;
    private double grossSum;
    private double netSum;
    private double maxGross;
    private long maxGrossTimeMs;
    private double maxNet = Double.NEGATIVE_INFINITY;
    private double minNet = Double.POSITIVE_INFINITY;
    private @Nullable Largest largest;

    /** A year of minutes is looked at every half an hour: each look costs as much as writing a number, and before it is compiled ten times that. */
    private static final int MOST_LOOKS = 20_000;

    private record Key(InstrumentId instrument, Optional<PositionSide> side) {}

    ExposureReplay(RunRecord run) {
        equity = run.result().equity();
        changes = HoldingChanges.of(run.result());
        for (RunRecord.MarketData market : run.markets()) {
            markets.put(market.instrument().id(), market);
        }
    }

    ExposureUse run() {
        int step = Math.max(1, equity.size() / MOST_LOOKS);
        for (int i = 0; i < equity.size(); i += step) {
            point(equity.timeMs(i), equity.equity(i));
        }
        boolean none = counted == 0;
        return new ExposureUse(
                none ? 0 : (double) inMarket / counted,
                none ? 0 : grossSum / counted,
                maxGross,
                maxGrossTimeMs,
                none ? 0 : netSum / counted,
                none ? 0 : maxNet,
                none ? 0 : minNet,
                Optional.ofNullable(largest));
    }

    /** Apart from the loop: what is called often is soon compiled, a loop much later. */
    private void point(long time, double now) {
        if (time >= changeMs) {
            applyUntil(time);
            changeMs = change < changes.size() ? changes.get(change).timeMs() : Long.MAX_VALUE;
        }
        if (now <= 0) {
            return;
        }
        if (open.isEmpty()) {
            counted++;
            maxNet = Math.max(maxNet, 0);
            minNet = Math.min(minNet, 0);
        } else {
            look(time, now);
        }
    }

    private void applyUntil(long time) {
        while (change < changes.size()) {
            HoldingChanges.Change next = changes.get(change);
            if (next.timeMs() > time || (next.timeMs() == time && !next.endsBar())) {
                return;
            }
            apply(next);
            change++;
        }
    }

    private void apply(HoldingChanges.Change next) {
        RunRecord.MarketData market = markets.get(next.instrument());
        if (market == null) {
            return;
        }
        Leg leg = known.computeIfAbsent(new Key(next.instrument(), next.side()), key -> new Leg(market));
        boolean wasOpen = leg.quantity != 0;
        leg.quantity = Double.isNaN(next.signedQuantity()) ? 0 : leg.quantity + next.signedQuantity();
        if (Math.abs(leg.quantity) < NOTHING) {
            leg.quantity = 0;
        }
        if (wasOpen && leg.quantity == 0) {
            open.remove(leg);
        } else if (!wasOpen && leg.quantity != 0) {
            open.add(leg);
        }
    }

    private void look(long time, double now) {
        counted++;
        double gross = 0;
        double net = 0;
        for (int k = 0; k < open.size(); k++) {
            Leg leg = open.get(k);
            double notional = leg.notional(time);
            gross += notional;
            net += leg.quantity > 0 ? notional : -notional;
            if (largest == null || notional / now > largest.share()) {
                largest = leg.at(time, notional, notional / now);
            }
        }
        add(time, gross / now, net / now);
    }

    private void add(long time, double gross, double net) {
        inMarket++;
        grossSum += gross;
        netSum += net;
        maxNet = Math.max(maxNet, net);
        minNet = Math.min(minNet, net);
        if (gross > maxGross) {
            maxGross = gross;
            maxGrossTimeMs = time;
        }
    }

    /** One position. */
    private static final class Leg {
        private final InstrumentId instrument;
        private final ContractMath math;
        private final Bars bars;
        private double quantity;
        private int bar;
        /** When the bar after that closes. */
        private long nextCloseMs = Long.MIN_VALUE;

        Leg(RunRecord.MarketData market) {
            instrument = market.instrument().id();
            math = ContractMath.of(market.instrument().contract());
            bars = market.base();
        }

        /** At the newest close by then. */
        double notional(long time) {
            if (time >= nextCloseMs) {
                seek(time);
            }
            return math.notional(quantity, bars.close(bar));
        }

        /** Goes on to the newest bar that has closed by then: usually the next one, after a time without a position a far one. */
        private void seek(long time) {
            int low = bar;
            int step = 1;
            while (low + step < bars.size() && bars.closeTimeMs(low + step) <= time) {
                low += step;
                step *= 2;
            }
            while (step > 0) {
                if (low + step < bars.size() && bars.closeTimeMs(low + step) <= time) {
                    low += step;
                }
                step /= 2;
            }
            bar = low;
            nextCloseMs = bar + 1 < bars.size() ? bars.closeTimeMs(bar + 1) : Long.MAX_VALUE;
        }

        Largest at(long time, double notional, double share) {
            return new Largest(
                    instrument,
                    quantity > 0 ? PositionSide.LONG : PositionSide.SHORT,
                    time,
                    Math.abs(quantity),
                    notional,
                    share);
        }
    }
}
