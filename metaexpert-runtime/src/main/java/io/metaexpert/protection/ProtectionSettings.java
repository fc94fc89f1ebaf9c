package io.metaexpert.protection;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stops and targets that every position gets.
 *
 * @param stopLoss from the average entry
 * @param takeProfit from the average entry
 * @param trailingStop behind the best price
 * @param trailingActivation profit from which the trailing stop works; empty: from the entry
 * @param breakeven profit from which the stop is at the entry, fees of both sides included
 * @param placement where stops live
 */
public record ProtectionSettings(
        Optional<Distance> stopLoss,
        Optional<Distance> takeProfit,
        Optional<Distance> trailingStop,
        Optional<Distance> trailingActivation,
        Optional<Distance> breakeven,
        Placement placement) {

    public static final ProtectionSettings NONE = new ProtectionSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Placement.EXCHANGE);

    /** Where stops live. */
    public enum Placement {
        /** At the exchange, where it holds them: they outlive the process. */
        EXCHANGE,
        /** In this process, which watches the price: they die with it. */
        CLIENT
    }

    /** Whether positions get any. */
    public boolean isOn() {
        return stopLoss.isPresent() || takeProfit.isPresent() || trailingStop.isPresent() || breakeven.isPresent();
    }

    /** Whether a position has a stop from its beginning. */
    public boolean hasStop() {
        return stopLoss.isPresent() || (trailingStop.isPresent() && trailingActivation.isEmpty());
    }

    /** Whether a position's first stop needs nothing but its entry. */
    public boolean stopIsFraction() {
        return isFraction(stopLoss) || (isFraction(trailingStop) && trailingActivation.isEmpty());
    }

    private static boolean isFraction(Optional<Distance> distance) {
        return distance.isPresent() && distance.get() instanceof Distance.Fraction;
    }

    /** The periods of the average true ranges that distances are multiples of. */
    public SortedSet<Integer> atrPeriods() {
        return Stream.of(stopLoss, takeProfit, trailingStop, trailingActivation, breakeven)
                .flatMap(Optional::stream)
                .flatMap(Measures::period)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether any distance is a multiple of an average true range. */
    boolean usesRange() {
        return isRange(stopLoss)
                || isRange(takeProfit)
                || isRange(trailingStop)
                || isRange(trailingActivation)
                || isRange(breakeven);
    }

    private static boolean isRange(Optional<Distance> distance) {
        return distance.isPresent() && distance.get() instanceof Distance.AtrMultiple;
    }
}
