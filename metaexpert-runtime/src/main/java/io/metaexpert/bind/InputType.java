package io.metaexpert.bind;

import java.math.BigDecimal;
import java.util.Optional;

/** The type of an {@link io.metaexpert.api.Input}. */
public enum InputType {
    INT("int"),
    LONG("long"),
    DOUBLE("double"),
    BOOLEAN("boolean"),
    STRING("java.lang.String"),
    ENUM("an enum"),
    DURATION("java.time.Duration");

    private final String typeName;

    InputType(String typeName) {
        this.typeName = typeName;
    }

    static Optional<InputType> of(String typeName, boolean isEnum) {
        if (isEnum) {
            return Optional.of(ENUM);
        }
        for (InputType type : values()) {
            if (type.typeName.equals(typeName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether min, max and step apply. */
    public boolean isNumber() {
        return this == INT || this == LONG || this == DOUBLE;
    }

    String text() {
        return typeName.substring(typeName.lastIndexOf('.') + 1);
    }

    /** A number without exponent and without trailing zeros. */
    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A fraction as percentage: 0.02 is {@code 2%}. */
    static String percent(double fraction) {
        if (Double.isNaN(fraction) || Double.isInfinite(fraction)) {
            return Double.toString(fraction);
        }
        BigDecimal percent = BigDecimal.valueOf(fraction).movePointRight(2);
        return (percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString()) + "%";
    }
}
