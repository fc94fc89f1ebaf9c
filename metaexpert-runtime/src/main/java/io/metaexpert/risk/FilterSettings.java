package io.metaexpert.risk;

import io.metaexpert.market.Money;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * When entries are allowed.
 *
 * @param hours UTC hours of the day, 0 to 23; hour h is [h:00, h+1:00); all 24 when there is no such filter
 * @param days UTC days of the week; all 7 when there is no such filter
 * @param minVolume the least quote volume of the last closed bar of the strategy's timeframe
 * @param volatility whether ATR(14) has to be within the band
 * @param band what ATR(14) may be by its own mean over 100 bars
 * @param trend whether a long needs a rising, and a short a falling EMA
 * @param trendPeriod of that EMA, in bars of the strategy's timeframe
 */
public record FilterSettings(
        Set<Integer> hours,
        Set<DayOfWeek> days,
        Optional<Money> minVolume,
        boolean volatility,
        Band band,
        boolean trend,
        int trendPeriod) {
    private static final int HOURS_A_DAY = 24;

    /** Always. */
    public static final FilterSettings NONE = new FilterSettings(
            IntStream.range(0, HOURS_A_DAY).boxed().collect(Collectors.toSet()),
            Set.of(DayOfWeek.values()),
            Optional.empty(),
            false,
            new Band(0.5, 3),
            false,
            50);

    public FilterSettings {
        hours = Set.copyOf(hours);
        days = Set.copyOf(days);
    }

    /** Whether entries are not allowed at all times. */
    public boolean isOn() {
        return hours.size() < HOURS_A_DAY
                || days.size() < DayOfWeek.values().length
                || minVolume.isPresent()
                || volatility
                || trend;
    }

    /**
     * From {@code low} to {@code high}, both included.
     *
     * @param low at least 0
     * @param high above {@code low}
     */
    public record Band(double low, double high) {
        public boolean contains(double value) {
            return value >= low && value <= high;
        }
    }
}
