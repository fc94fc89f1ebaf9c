package io.metaexpert.cli.scaffold;

/** Values of the user within messages: short, on one line, without characters that steer a terminal. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    static String text(String value) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < value.length() && shown.length() < LONGEST; i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c < 127) {
                shown.append(c);
            } else {
                shown.append(String.format("\\u%04x", (int) c));
            }
        }
        return value.length() > LONGEST ? shown + "… (" + value.length() + " characters)" : shown.toString();
    }
}
