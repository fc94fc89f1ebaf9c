package io.metaexpert.cli.state;

/** Texts that a strategy or an exchange made, on a terminal. */
final class Printable {
    private static final int LONGEST = 200;

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
}
