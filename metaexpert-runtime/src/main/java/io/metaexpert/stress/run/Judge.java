package io.metaexpert.stress.run;

import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.AccountTransaction;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.order.Fill;
import io.metaexpert.portfolio.Ledger;
import io.metaexpert.portfolio.contract.ContractMath;
import io.metaexpert.risk.PeakBasis;
import io.metaexpert.risk.RiskLimits;
import io.metaexpert.risk.StressGap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows what the account is worth, from fills and the true market, at every quote of it, also while the strategy sees nothing. It knows
 * nothing of what the engine reckons. Positions are marked in the middle of the quote. Not thread-safe.
 */
public final class Judge {
    private static final long DAY_MS = 86_400_000;
    /** What a fill may be above the stress cap for the delay between order and fill. */
    private static final double CAP_SLACK = 1.01;

    private final RiskLimits limits;
    private final List<Instrument> instruments;
    private final ContractMath[] math;
    private final double[] gap;
    private final double[] fee;
    private final double[] held;
    private final double[] bid;
    private final double[] ask;
    private final Ledger ledger;
    private final double capital;
    private final double leverage;
    private final LossWatch daily = new LossWatch("daily loss");
    private final LossWatch drawdown = new LossWatch("drawdown");
    private final List<Held> holding = new ArrayList<>();
    private double cash;
    private double equity;
    private double dayStart;
    private double peak;
    private long day;
    private boolean flat = true;
    private boolean aboveCap;
    private boolean liquidated;
    private double feeFactor = 1;
    private double worstDrawdown;
    private long exposureMarks;
    private double exposureSum;
    private double notionalSum;

    /**
     * That a position was held.
     *
     * @param toMs {@link Long#MAX_VALUE} while it is
     * @param sign 1 long, -1 short, by the first instrument that is held
     */
    public record Held(long fromMs, long toMs, int sign) {}

    /** @param leverage the most that can be had */
    public Judge(RiskLimits limits, Money capital, BigDecimal leverage, List<Instrument> instruments, long startMs) {
        int count = instruments.size();
        this.limits = limits;
        this.instruments = List.copyOf(instruments);
        this.math = instruments.stream().map(i -> ContractMath.of(i.contract())).toArray(ContractMath[]::new);
        StressGap byClass = new StressGap.ByClass();
        this.gap = instruments.stream()
                .mapToDouble(i -> limits.stress()
                        .of(i)
                        .or(() -> byClass.of(i))
                        .orElseThrow()
                        .doubleValue())
                .toArray();
        this.fee = instruments.stream()
                .mapToDouble(i -> i.takerFee().doubleValue())
                .toArray();
        this.held = new double[count];
        this.bid = new double[count];
        this.ask = new double[count];
        this.ledger = new Ledger(capital.currency(), capital.amount(), instruments);
        this.capital = capital.toDouble();
        this.leverage = leverage.doubleValue();
        this.cash = this.capital;
        this.equity = this.capital;
        this.dayStart = this.capital;
        this.peak = this.capital;
        this.day = Math.floorDiv(startMs, DAY_MS);
    }

    // --- what happens

    /** What the venue did. */
    void happened(Transaction transaction, long timeMs) {
        if (transaction instanceof Transaction.OrderFilled it) {
            ledger.apply(it.fill());
            booked(it.fill(), timeMs);
        } else if (transaction instanceof AccountTransaction account) {
            happenedToAccount(account, timeMs);
        }
    }

    private void happenedToAccount(AccountTransaction transaction, long timeMs) {
        switch (transaction) {
            case Transaction.FundingPaid it -> ledger.credit(it.amount());
            case Transaction.PositionLiquidated(var time, var fill, var insurance) -> {
                ledger.apply(fill);
                ledger.credit(insurance);
                liquidated = true;
                booked(fill, timeMs);
            }
            case Transaction.PositionSettled it ->
                ledger.settle(
                        it.instrument(), it.positionSide(), it.price(), it.fee().amount());
        }
        cash = ledger.cash().doubleValue();
    }

    private void booked(Fill fill, long timeMs) {
        int i = index(fill.instrument());
        double before = stress();
        held[i] = ledger.signedQuantity(fill.instrument()).doubleValue();
        cash = ledger.cash().doubleValue();
        boolean wasFlat = flat;
        flat = true;
        for (double quantity : held) {
            flat &= quantity == 0;
        }
        if (bid[i] == 0) {
            bid[i] = fill.price().value().doubleValue();
            ask[i] = bid[i];
        }
        double after = stress();
        if (limits.limitsLoss() && after > before && after > room() * CAP_SLACK) {
            aboveCap = true;
        }
        note(wasFlat, timeMs, held[i] > 0 ? 1 : -1);
    }

    private void note(boolean wasFlat, long timeMs, int sign) {
        if (wasFlat && !flat) {
            holding.add(new Held(timeMs, Long.MAX_VALUE, sign));
        } else if (!wasFlat && flat) {
            Held last = holding.removeLast();
            holding.add(new Held(last.fromMs(), timeMs, last.sign()));
        }
    }

    /** Fees are so many times the usual from now on. */
    void multiplyFees(double factor) {
        feeFactor = factor;
    }

    /** The true market has a new quote. */
    void mark(int market, double newBid, double newAsk, long timeMs) {
        long today = Math.floorDiv(timeMs, DAY_MS);
        if (today != day) {
            day = today;
            dayStart = equity;
            daily.restart();
        }
        bid[market] = newBid;
        ask[market] = newAsk;
        equity = flat ? cash : worth(0);
        if (limits.peakBasis() == PeakBasis.EQUITY || flat) {
            peak = Math.max(peak, equity);
        }
        worstDrawdown = Math.max(worstDrawdown, (peak - equity) / peak);
        look(timeMs);
    }

    private void look(long timeMs) {
        boolean excuses = !aboveCap;
        limits.dailyLoss().ifPresent(limit -> daily.look(dayStart - equity, limit.of(dayStart), timeMs, excuses, exit));
        limits.maxDrawdown()
                .ifPresent(limit -> drawdown.look(peak - equity, limit.doubleValue() * peak, timeMs, excuses, exit));
    }

    private final LossWatch.Exit exit = new LossWatch.Exit() {
        @Override
        public double cost() {
            double cost = 0;
            for (int i = 0; i < held.length; i++) {
                if (held[i] != 0) {
                    double at = held[i] > 0 ? bid[i] : ask[i];
                    cost += math[i].value(held[i], middle(i)) - math[i].value(held[i], at);
                    cost += math[i].notional(held[i], at) * fee[i] * feeFactor;
                }
            }
            return cost;
        }

        @Override
        public double slack() {
            double slack = 0;
            for (int i = 0; i < held.length; i++) {
                if (held[i] != 0) {
                    double step = instruments.get(i).priceIncrement().doubleValue() / middle(i);
                    slack += math[i].notional(held[i], middle(i)) * (fee[i] * feeFactor + step);
                }
            }
            return slack;
        }
    };

    // --- figures

    private double middle(int i) {
        return (bid[i] + ask[i]) / 2;
    }

    /** Cash and positions with all prices moved by a share: by all of each one's stress gap for 1, against it for -1. */
    private double worth(double moved) {
        double sum = cash;
        for (int i = 0; i < held.length; i++) {
            if (held[i] != 0) {
                sum += math[i].value(held[i], middle(i) * (1 + moved * gap[i]));
            }
        }
        return sum;
    }

    /** What is lost when all prices jump by the stress gap together, in the worse direction. */
    double stress() {
        if (flat) {
            return 0;
        }
        double now = worth(0);
        return Math.max(0, Math.max(now - worth(1), now - worth(-1)));
    }

    /** What may still be lost. */
    double room() {
        double now = flat ? cash : worth(0);
        double day = limits.dailyLoss()
                .map(limit -> limit.of(dayStart) - (dayStart - now))
                .orElse(Double.POSITIVE_INFINITY);
        double since = limits.maxDrawdown()
                .map(limit -> limit.doubleValue() * peak - (peak - now))
                .orElse(Double.POSITIVE_INFINITY);
        return Math.max(0, Math.min(day, since));
    }

    double notional() {
        double sum = 0;
        for (int i = 0; i < held.length; i++) {
            sum += held[i] == 0 ? 0 : math[i].notional(held[i], middle(i));
        }
        return sum;
    }

    /** Adds the size of now to the mean: by the largest at which the stress gap would just not pass a limit, and by the equity. */
    void measure() {
        exposureMarks++;
        double notional = notional();
        notionalSum += notional / equity;
        if (notional == 0) {
            return;
        }
        double perNotional = stress() / notional;
        double most = Math.min(room(), leverage * equity * perNotional);
        if (limits.maxPosition().isPresent()) {
            int positions = Math.min(held.length, limits.maxOpenPositions().orElse(held.length));
            most = Math.min(most, limits.maxPosition().get().toDouble() * positions * perNotional);
        }
        exposureSum += most <= 0 ? 0 : Math.min(1, stress() / most);
    }

    private int index(InstrumentId id) {
        for (int i = 0; i < instruments.size(); i++) {
            if (instruments.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("unknown instrument " + id);
    }

    // --- what came out

    Ledger ledger() {
        return ledger;
    }

    double held(InstrumentId instrument) {
        return held[index(instrument)];
    }

    double equity() {
        return equity;
    }

    boolean isFlat() {
        return flat;
    }

    List<Held> holding() {
        return List.copyOf(holding);
    }

    LossWatch daily() {
        return daily;
    }

    LossWatch drawdown() {
        return drawdown;
    }

    boolean wasAboveCap() {
        return aboveCap;
    }

    boolean wasLiquidated() {
        return liquidated;
    }

    double worstDrawdown() {
        return worstDrawdown;
    }

    /** By the capital. */
    double profit() {
        return equity / capital - 1;
    }

    /** The mean share of the largest size; NaN when it was not measured. */
    double exposure() {
        return exposureMarks == 0 ? Double.NaN : exposureSum / exposureMarks;
    }

    /** The mean notional by equity; NaN when it was not measured. */
    double meanNotional() {
        return exposureMarks == 0 ? Double.NaN : notionalSum / exposureMarks;
    }
}
