package io.metaexpert.config;

import java.util.List;

/**
 * A value before it is read.
 *
 * @param items the one value, or those of a list
 */
record Raw(List<String> items, boolean list, Place place) {

    /** Where something stands; line 0 when the place has no lines. */
    record Place(String file, int line, int column) {
        Problem problem(String key, String value, String message, String allowed, String hint) {
            return new Problem(file, line, column, key, value, message, allowed, hint);
        }
    }

    /** A value from the environment or the command line; {@code [a, b]} and {@code a, b} are lists where one is allowed. */
    static Raw inline(String text, Place place, boolean listAllowed) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (!listAllowed || !bare.contains(",")) {
            return new Raw(List.of((listAllowed ? bare : text).strip()), false, place);
        }
        return new Raw(List.of(bare.split(",", -1)).stream().map(String::strip).toList(), true, place);
    }

    String text() {
        return list ? items.toString() : items.get(0);
    }
}
