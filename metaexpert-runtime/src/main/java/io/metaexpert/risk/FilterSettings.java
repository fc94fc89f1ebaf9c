package io.metaexpert.risk;

import io.metaexpert.market.Money;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    public FilterSettings {
        hours = Set.copyOf(new TreeSet<>(hours));
        days = Set.copyOf(new TreeSet<>(days));
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
