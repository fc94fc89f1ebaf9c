package io.metaexpert.indicator;

/**
 * With what an average that remembers everything (EMA, Wilder's smoothing) begins. The choice fades: after about ten
 * periods of an EMA and twenty of Wilder's, both agree to nine digits.
 */
public enum Seed {
    /** The first value. As ta4j, which however drops the first bars of a series before it takes it. */
    FIRST_VALUE,
    /** The mean of the first {@code period} values, until then the mean of those there are. As Wilder, LEAN and Skender. */
    MEAN
}
