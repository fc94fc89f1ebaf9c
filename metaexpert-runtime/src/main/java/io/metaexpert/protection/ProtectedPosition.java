package io.metaexpert.protection;

import io.metaexpert.market.Decimals;
import io.metaexpert.market.Instrument;
import io.metaexpert.portfolio.contract.ContractMath;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where the stop and the target of one position are, from its entry to its end.
 *
 * <ul>
 *   <li>Distances are from the average entry; the first distance of the stop is R.
 *   <li>The stop is the tightest level there has been. An add-on moves the average, and the stop only when that tightens it.
 *   <li>The trailing stop arms once the best price has the profit of its activation, and stays its distance behind the best price.
 *   <li>Breakeven comes once: at the average entry of then, with the fees of both sides.
 *   <li>Levels are rounded to the increment so that the risk does not grow.
 * </ul>
 *
 * Sends nothing; not thread-safe.
 */
public final class ProtectedPosition {
    private final ProtectionSettings settings;
    private final Instrument instrument;
    private final Levels levels;
    private final State state;
    /** The average entry that the target was computed for; null before it was. */
    private @Nullable BigDecimal targetOf;

    private Optional<BigDecimal> target = Optional.empty();
    private final Profit activation = new Profit();
    private final Profit breakeven = new Profit();

    private ProtectedPosition(ProtectionSettings settings, Instrument instrument, boolean isLong, State state) {
        this.settings = settings;
        this.instrument = instrument;
        this.levels = new Levels(instrument, isLong);
        this.state = state;
    }

    /**
     * A position that has just been opened.
     *
     * @param atr the average true range of so many bars now; NaN when there is none
     */
    public static ProtectedPosition open(
            ProtectionSettings settings,
            Instrument instrument,
            boolean isLong,
            EntryFill fill,
            IntToDoubleFunction atr) {
        State state = new State(fill.price(), fill.quantity(), fill.fee());
        state.best = Decimals.toDouble(fill.price());
        state.measures = Measures.at(settings, atr);
        ProtectedPosition position = new ProtectedPosition(settings, instrument, isLong, state);
        state.wantsStop = settings.hasStop() || fill.stop().isPresent();
        position.placeFirst(fill.stop());
        position.update();
        position.measure();
        return position;
    }

    /**
     * One that was written down as {@link #toMap} told.
     *
     * @throws IllegalArgumentException when something is missing or not a number
     */
    public static ProtectedPosition restore(
            ProtectionSettings settings, Instrument instrument, boolean isLong, Map<String, String> values) {
        return new ProtectedPosition(settings, instrument, isLong, State.of(values));
    }

    /**
     * How far the first stop of a position would be from its entry; empty when it would have none, or it would be on the wrong side.
     *
     * @param stop that is given with the order
     */
    public static Optional<BigDecimal> stopDistance(
            ProtectionSettings settings,
            Instrument instrument,
            boolean isLong,
            BigDecimal entry,
            Optional<BigDecimal> stop,
            IntToDoubleFunction atr) {
        EntryFill fill = new EntryFill(entry, BigDecimal.ONE, BigDecimal.ZERO, stop);
        ProtectedPosition position = open(settings, instrument, isLong, fill, atr);
        return position.stop()
                .map(level -> position.levels.lossAt(entry, level))
                .filter(distance -> distance.signum() > 0);
    }

    private void placeFirst(Optional<BigDecimal> given) {
        given.map(stop -> levels.lossAt(state.entry, stop))
                .filter(distance -> distance.signum() > 0)
                .ifPresent(distance -> state.measures = state.measures.with(distance));
        offerStopLoss();
        if (!isMeasuredByR()) {
            given.ifPresent(stop -> offer(stop, StopReason.STOP_LOSS));
            measure();
        }
    }

    /** Once there is a stop, its distance is R. */
    private void measure() {
        BigDecimal first = state.level;
        boolean known = isMeasuredByR() && state.measures.r().isPresent();
        if (first != null && !known && levels.lossAt(state.entry, first).signum() > 0) {
            state.measures = state.measures.with(levels.lossAt(state.entry, first));
        }
    }

    /** Whether the stop given with the order is not a stop itself, but what {@code stop-loss} is a multiple of. */
    private boolean isMeasuredByR() {
        return settings.stopLoss().isPresent() && settings.stopLoss().get() instanceof Distance.RMultiple;
    }

    private void offerStopLoss() {
        distance(settings.stopLoss(), state.entry)
                .ifPresent(distance -> offer(levels.against(state.entry, distance), StopReason.STOP_LOSS));
    }

    private Optional<BigDecimal> distance(Optional<Distance> distance, BigDecimal price) {
        return distance.isEmpty() ? Optional.empty() : state.measures.of(distance.get(), price);
    }

    /** More was bought, or sold short. */
    public void add(EntryFill fill) {
        state.entry = ContractMath.of(instrument.contract())
                .averageEntry(state.quantity, state.entry, fill.quantity(), fill.price())
                .stripTrailingZeros();
        state.add(fill.quantity(), fill.fee());
        state.wantsStop |= fill.stop().isPresent();
        offerStopLoss();
        if (!isMeasuredByR()) {
            fill.stop().ifPresent(stop -> offer(stop, StopReason.STOP_LOSS));
        }
        update();
    }

    /** What the exchange says of it; levels stay as they are. */
    public void isNow(BigDecimal quantity, BigDecimal entry) {
        state.quantity = quantity;
        state.entry = entry;
    }

    /** A part was closed. */
    public void reduce(BigDecimal quantity) {
        state.quantity = state.quantity.subtract(quantity);
    }

    /** Sees a price; answers whether it is the best so far. */
    public boolean see(double price) {
        boolean better = levels.isBetter(price, state.best);
        if (better) {
            state.best = price;
            update();
        }
        return better;
    }

    private void update() {
        if (settings.trailingStop().isPresent()) {
            state.armed = state.armed
                    || settings.trailingActivation().isEmpty()
                    || activation.isReached(settings.trailingActivation());
            if (state.armed) {
                BigDecimal best = Decimals.of(state.best);
                distance(settings.trailingStop(), best)
                        .ifPresent(distance -> offer(levels.against(best, distance), StopReason.TRAILING));
            }
        }
        if (!state.even && settings.breakeven().isPresent() && breakeven.isReached(settings.breakeven())) {
            state.even = true;
            offer(levels.breakeven(state.entry, state.feePerUnit()), StopReason.BREAKEVEN);
        }
    }

    /** The price at which a profit is reached. Most best prices are nowhere near it, which doubles tell. */
    private final class Profit {
        private static final double NEAR = 1e-9;

        /** The average entry that it was computed for; null before it was. */
        private @Nullable BigDecimal of;

        private @Nullable BigDecimal price;
        private double estimate;

        @SuppressWarnings("ReferenceEquality")
        private boolean isReached(Optional<Distance> profit) {
            if (of != state.entry) {
                of = state.entry;
                price = distance(profit, state.entry)
                        .map(distance -> levels.beyond(state.entry, distance))
                        .orElse(null);
                estimate = price == null ? Double.NaN : price.doubleValue();
            }
            BigDecimal exact = price;
            if (exact == null) {
                return false;
            }
            return Math.abs(state.best - estimate) > NEAR * estimate
                    ? levels.isBetter(state.best, estimate)
                    : levels.lossAt(exact, Decimals.of(state.best)).signum() <= 0;
        }
    }

    private void offer(BigDecimal exact, StopReason reason) {
        BigDecimal level = levels.stop(exact);
        if (level != null && levels.isTighter(level, state.level)) {
            state.level(level);
            state.reason = reason;
        }
    }

    /** Where the stop is; empty when there is none (yet). */
    public Optional<BigDecimal> stop() {
        return Optional.ofNullable(state.level);
    }

    /** Why it is there. */
    public StopReason reason() {
        return state.reason;
    }

    /** Whether there should be a stop, but what it is measured by is not known, or it would be below zero. */
    public boolean lacksStop() {
        return state.wantsStop && state.level == null;
    }

    /** Where the target is; empty when there is none. */
    @SuppressWarnings("ReferenceEquality")
    public Optional<BigDecimal> target() {
        if (targetOf != state.entry) {
            targetOf = state.entry;
            target = computeTarget();
        }
        return target;
    }

    private Optional<BigDecimal> computeTarget() {
        return distance(settings.takeProfit(), state.entry)
                .map(distance -> levels.target(levels.beyond(state.entry, distance)));
    }

    /** How far the trailing stop is behind the best price; zero without one. */
    public BigDecimal trailingDistance() {
        return distance(settings.trailingStop(), Decimals.of(state.best)).orElse(BigDecimal.ZERO);
    }

    /** The average price of the entries. */
    public BigDecimal entry() {
        return state.entry;
    }

    /** What is held, without sign. */
    public BigDecimal quantity() {
        return state.quantity;
    }

    /** The best price since the entry. */
    public double best() {
        return state.best;
    }

    public boolean isLong() {
        return levels.isLong();
    }

    /** All there is to know, exactly, for {@link #restore}. */
    public Map<String, String> toMap() {
        return state.toMap();
    }

    /** How much beyond its stop a price is: positive on the side of a loss; NaN without a stop. */
    public double beyondStop(double price) {
        return levels.isLong() ? state.levelEstimate - price : price - state.levelEstimate;
    }
}
