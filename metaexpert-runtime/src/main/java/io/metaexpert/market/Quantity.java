package io.metaexpert.market;

import java.math.BigDecimal;

/** An unsigned amount of the base asset; the side says the direction. */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    public Quantity {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("quantity must not be negative, was " + value.toPlainString());
        }
        value = value.stripTrailingZeros();
    }

    /** A quantity from its decimal text, such as {@code 0.01}. */
    public static Quantity of(String text) {
        return new Quantity(new BigDecimal(text));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    /**
     * The difference.
     *
     * @throws IllegalArgumentException when {@code other} is larger
     */
    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.value));
    }

    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The nearest double, for estimates. */
    public double toDouble() {
        return Decimals.toDouble(value);
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
