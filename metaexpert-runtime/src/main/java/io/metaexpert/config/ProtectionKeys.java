package io.metaexpert.config;

import static io.metaexpert.config.Keys.OFF;

import io.metaexpert.protection.Distance;
import io.metaexpert.protection.ProtectionSettings;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of the stops and targets that every position gets. */
final class ProtectionKeys {
    static final Key<Optional<Distance>> STOP_LOSS = Key.of(
            "protection.stop-loss",
            DistanceTypes.STOP.or(OFF),
            OFF,
            "Distance of the stop from the average entry. In R it is a multiple of the stop that the strategy gives with each order: `1R` is that stop.");
    static final Key<Optional<Distance>> TAKE_PROFIT = Key.of(
            "protection.take-profit",
            DistanceTypes.PROFIT.or(OFF),
            OFF,
            "Distance of the target from the average entry. 1R is the distance of the stop-loss.");
    static final Key<Optional<Distance>> TRAILING_STOP = Key.of(
            "protection.trailing-stop",
            DistanceTypes.STOP.or(OFF),
            OFF,
            "Distance of a stop that follows the best price and never moves back.");
    static final Key<Optional<Distance>> TRAILING_ACTIVATION = Key.of(
            "protection.trailing-activation",
            DistanceTypes.PROFIT.or(OFF),
            OFF,
            "Profit from which the trailing stop works, at least its distance; `off`: from the entry.");
    static final Key<Optional<Distance>> BREAKEVEN = Key.of(
            "protection.breakeven",
            DistanceTypes.PROFIT.or(OFF),
            OFF,
            "Profit from which the stop is at the entry, the fees of both sides included.");
    static final Key<ProtectionSettings.Placement> PLACEMENT = Key.of(
            "protection.placement",
            ValueTypes.choice(ProtectionSettings.Placement.class),
            "exchange",
            "Where stops live: at the exchange, where it holds them, or in this process (`client`), with which they die.");

    private ProtectionKeys() {}

    static Stream<Key<?>> all() {
        return Stream.of(STOP_LOSS, TAKE_PROFIT, TRAILING_STOP, TRAILING_ACTIVATION, BREAKEVEN, PLACEMENT);
    }
}
