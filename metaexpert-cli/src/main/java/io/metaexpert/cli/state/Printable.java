package io.metaexpert.cli.state;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Texts that a strategy or an exchange made, on a terminal. */
final class Printable {
    private static final int LONGEST = 200;
    private static final int DECIMALS = 8;
    private static final int MAX_SCALE = 100;

    private Printable() {}

    /** On one line, without control characters, which could move the cursor or change colours, and cut where it is very long. */
    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
                shown.append("\\u%04x".formatted(point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "..." : shown.toString();
    }

    /** An amount as people write it, to 8 decimals; what is no number, as it is. */
    static String number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs(number.scale()) > MAX_SCALE
                    ? text
                    : number.setScale(DECIMALS, RoundingMode.HALF_EVEN)
                            .stripTrailingZeros()
                            .toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
