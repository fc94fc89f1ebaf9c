package io.metaexpert.indicator;

import java.util.Arrays;

/**
 * A number per closed bar. The engine updates it once per bar, before any handler is called; reading costs nothing. It has
 * a value from the first bar on, {@link #isReady()} tells when it rests on as many bars as it asks for.
 *
 * <p>An own indicator extends this class, implements {@link #next}, and is registered by {@link Indicators#custom}. Not
 * thread-safe.
 */
public abstract class Indicator {
    /** How many values are remembered: ages run from 0 to {@code HISTORY - 1}. */
    public static final int HISTORY = 64;

    private static final int MASK = HISTORY - 1;

    private final int readyAfterBars;
    private final double[] history = new double[HISTORY];
    private int bars;
    private double current = Double.NaN;
    private double previous = Double.NaN;

    /** @param readyAfterBars how many bars it must have seen to be ready, at least 1 */
    protected Indicator(int readyAfterBars) {
        if (readyAfterBars < 1) {
            throw new IllegalArgumentException("readyAfterBars must be at least 1, was " + readyAfterBars);
        }
        this.readyAfterBars = readyAfterBars;
        Arrays.fill(history, Double.NaN);
    }

    /**
     * Computes the value of a bar that has just closed. Called once per bar, oldest first; should take constant time and
     * allocate nothing.
     *
     * @param series where that bar is the newest, age 0
     */
    protected abstract double next(Series series);

    /** Takes in the series' newest bar. The engine calls it; an indicator made of others calls it on its parts. */
    public final void update(Series series) {
        push(next(series));
    }

    final void push(double value) {
        previous = current;
        current = value;
        history[bars++ & MASK] = value;
    }

    /** The value at the newest closed bar; NaN when no bar has closed. */
    public final double value() {
        return current;
    }

    /**
     * The value {@code age} bars ago.
     *
     * @param age 0 (newest) to 63
     * @return NaN when so many bars have not closed yet
     * @throws IllegalArgumentException when the age is out of that range
     */
    public final double value(int age) {
        if (age < 0 || age >= HISTORY) {
            throw new IllegalArgumentException("age must be from 0 to " + (HISTORY - 1) + ", was " + age);
        }
        return history[(bars - 1 - age) & MASK];
    }

    /** Whether it has seen {@link #readyAfterBars()} bars. */
    public final boolean isReady() {
        return bars >= readyAfterBars;
    }

    /** How many bars it needs. */
    public final int readyAfterBars() {
        return readyAfterBars;
    }

    /** How many bars it has seen. */
    final int bars() {
        return bars;
    }

    /** Was at or below {@code other} one bar ago, and is above it now. False unless both were ready at both bars. */
    public final boolean crossedAbove(Indicator other) {
        return previous <= other.previous && current > other.current && wasReady() && other.wasReady();
    }

    /** Was at or above {@code other} one bar ago, and is below it now. False unless both were ready at both bars. */
    public final boolean crossedBelow(Indicator other) {
        return previous >= other.previous && current < other.current && wasReady() && other.wasReady();
    }

    /** Was at or below {@code level} one bar ago, and is above it now. False unless ready at both bars. */
    public final boolean crossedAbove(double level) {
        return previous <= level && current > level && wasReady();
    }

    /** Was at or above {@code level} one bar ago, and is below it now. False unless ready at both bars. */
    public final boolean crossedBelow(double level) {
        return previous >= level && current < level && wasReady();
    }

    private boolean wasReady() {
        return bars > readyAfterBars;
    }

    static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
        return value;
    }
}
