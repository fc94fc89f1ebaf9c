package io.metaexpert.risk;

import io.metaexpert.order.LimitHit;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows equity and knows how much may still be lost: from the peak ({@code risk.max-drawdown}) and since the day began
 * ({@code risk.daily-loss-limit}).
 *
 * <ul>
 *   <li>Drawdown is {@code (peak - equity) / peak}; the peak is that since the strategy first started, over all restarts.
 *   <li>The loss of a day is the equity at 00:00:00 UTC less the equity now: realized and unrealized, fees and funding. A position that is
 *       carried over midnight begins the new day at its value then.
 *   <li>A limit that is reached halts. That of the day ends with the day, that of the drawdown when somebody resumes.
 * </ul>
 *
 * Equity is an estimate, as everywhere. Not thread-safe.
 */
public final class LossGuard {
    private static final long DAY_MS = 86_400_000;

    private final RiskLimits limits;
    private final String currency;
    private double peak;
    private double dayStart;
    private long dayEndMs;
    private double lastEquity;
    /** At or below which a limit is reached. */
    private double floor = Double.NEGATIVE_INFINITY;

    private @Nullable Halt halt;
    private long changes;

    /** @param currency of equity, for messages */
    public LossGuard(RiskLimits limits, String currency) {
        this.limits = limits;
        this.currency = currency;
    }

    /** Begins with nothing known of before. */
    public void start(long nowMs, double equity) {
        peak = equity;
        lastEquity = equity;
        beginDay(nowMs, equity);
    }

    /** Goes on from what {@link #save} wrote; the day begins anew only when another one has come. */
    public void restore(Map<String, String> saved, long nowMs, double equity) {
        start(nowMs, equity);
        if (saved.containsKey(Saved.REBASE)) {
            changes++;
            return;
        }
        Saved.number(saved, Saved.PEAK).ifPresent(value -> peak = value);
        boolean sameDay = Saved.day(saved)
                .filter(day -> day == Math.floorDiv(nowMs, DAY_MS))
                .isPresent();
        if (sameDay) {
            Saved.number(saved, Saved.DAY_START).ifPresent(value -> dayStart = value);
        }
        Saved.halt(saved).filter(known -> !known.isOver(nowMs)).ifPresent(known -> halt = known);
        refreshFloor();
    }

    /** What has to survive a restart. */
    public Map<String, Optional<String>> save(Instant now) {
        return Saved.of(currency, peak, dayStart, Math.floorDiv(dayEndMs - 1, DAY_MS), halt, now);
    }

    /** Rises with every change of what {@link #save} writes. */
    public long changes() {
        return changes;
    }

    /**
     * Takes note of the equity at an instant. Answers whether a limit is reached by it that was not before.
     *
     * @param flat whether nothing is held
     */
    public boolean mark(long nowMs, double equity, boolean flat) {
        if (nowMs >= dayEndMs) {
            // The equity at midnight: that of now when it is midnight, else the last one before.
            boolean midnight = nowMs % DAY_MS == 0;
            beginDay(nowMs, midnight ? equity : lastEquity);
        }
        lastEquity = equity;
        if (equity > peak && (flat || limits.peakBasis() == PeakBasis.EQUITY)) {
            peak = equity;
            changes++;
            refreshFloor();
        }
        return equity <= floor && breach(nowMs, equity);
    }

    private void beginDay(long nowMs, double equity) {
        dayStart = equity;
        dayEndMs = (Math.floorDiv(nowMs, DAY_MS) + 1) * DAY_MS;
        Halt known = halt;
        if (known != null && known.isOver(nowMs)) {
            halt = null;
        }
        changes++;
        refreshFloor();
    }

    private void refreshFloor() {
        floor = Math.max(dayFloor(), drawdownFloor());
    }

    private double dayFloor() {
        return limits.dailyLoss().isEmpty()
                ? Double.NEGATIVE_INFINITY
                : dayStart - limits.dailyLoss().get().of(dayStart);
    }

    private double drawdownFloor() {
        return limits.maxDrawdown().isEmpty()
                ? Double.NEGATIVE_INFINITY
                : peak * (1 - limits.maxDrawdown().get().doubleValue());
    }

    private boolean breach(long nowMs, double equity) {
        boolean drawdown = equity <= drawdownFloor();
        Halt known = halt;
        // A halt that ends by itself gives way to one that does not.
        if (known != null && (!drawdown || known.until().isEmpty())) {
            return false;
        }
        return halt(drawdown ? drawdownHalt(nowMs, equity) : dayHalt(nowMs, equity));
    }

    private boolean halt(Halt now) {
        halt = now;
        changes++;
        return true;
    }

    /** Halts for another reason than a loss; answers false when it is halted for good already. */
    public boolean halt(String rule, String reason, long nowMs, LimitHit limit) {
        Halt known = halt;
        return (known == null || known.until().isPresent())
                && halt(new Halt(rule, reason, Instant.ofEpochMilli(nowMs), Optional.empty(), limit));
    }

    private Halt drawdownHalt(long nowMs, double equity) {
        String value = RiskText.percent((peak - equity) / peak);
        String limit = RiskText.percent(limits.maxDrawdown().orElseThrow().doubleValue());
        return new Halt(
                Halt.DRAWDOWN,
                "equity of " + money(equity) + " is " + value + " below its peak of " + money(peak) + ", " + limit
                        + " is allowed (risk.max-drawdown)",
                Instant.ofEpochMilli(nowMs),
                Optional.empty(),
                new LimitHit(value, limit, "risk.max-drawdown"));
    }

    private Halt dayHalt(long nowMs, double equity) {
        String value = money(dayStart - equity);
        String limit = money(limits.dailyLoss().orElseThrow().of(dayStart));
        return new Halt(
                Halt.DAY,
                "the day began with " + money(dayStart) + " and has lost " + value + ", " + limit
                        + " is allowed (risk.daily-loss-limit)",
                Instant.ofEpochMilli(nowMs),
                Optional.of(Instant.ofEpochMilli(dayEndMs)),
                new LimitHit(value, limit, "risk.daily-loss-limit"));
    }

    /** How much may still be lost before a limit is reached; infinite where none limits a loss, negative beyond it. */
    public double room(double equity) {
        return equity - floor;
    }

    /** When the day ends, epoch milliseconds. */
    public long dayEndMs() {
        return dayEndMs;
    }

    /** Whether nothing may be entered, and why. */
    public Optional<Halt> halted() {
        return Optional.ofNullable(halt);
    }

    /** Whether nothing may be entered. */
    public boolean isHalted() {
        return halt != null;
    }

    public double peak() {
        return peak;
    }

    /** The equity with which the day began. */
    public double dayStart() {
        return dayStart;
    }

    private String money(double amount) {
        return RiskText.money(amount, currency);
    }
}
