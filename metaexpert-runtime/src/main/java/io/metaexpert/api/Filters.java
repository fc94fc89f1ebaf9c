package io.metaexpert.api;

import io.metaexpert.order.PositionSide;
import java.util.Optional;

/**
 * The filters of the configuration ({@code filters}), as they are now. What is switched on there is enforced: entries are denied, exits never.
 * A strategy can also ask for itself: {@link #volatility()} and {@link #trend} answer by the configured band and period whether or not
 * they are switched on, and cost nothing per bar until they are asked for the first time. Methods without a symbol speak of the first symbol.
 *
 * <p>A side that is FLAT, and a symbol that the run does not have, are an {@link IllegalArgumentException}.
 */
public interface Filters {
    /** Whether the filters that are switched on let an entry to {@code side} pass now. */
    default boolean allows(PositionSide side) {
        return refusal(side).isEmpty();
    }

    default boolean allows(String symbol, PositionSide side) {
        return refusal(symbol, side).isEmpty();
    }

    /** Why the filters that are switched on would refuse an entry to {@code side} now, in a sentence with the key. */
    Optional<String> refusal(PositionSide side);

    Optional<String> refusal(String symbol, PositionSide side);

    /** Whether it is one of the hours; hour h is [h:00, h+1:00), UTC. */
    boolean hours();

    /** Whether it is one of the days, UTC. */
    boolean days();

    /** Whether the last closed bar of the strategy's timeframe traded as much, in quote currency, as is asked for; true when nothing is. */
    boolean volume();

    boolean volume(String symbol);

    /** Whether ATR(14) by its own mean over 100 bars is within the band; false until there are 114 bars. */
    boolean volatility();

    boolean volatility(String symbol);

    /** Whether the EMA rises (for LONG) or falls (for SHORT), now against one bar before; false until there is one bar more than its period. */
    boolean trend(PositionSide side);

    boolean trend(String symbol, PositionSide side);
}
