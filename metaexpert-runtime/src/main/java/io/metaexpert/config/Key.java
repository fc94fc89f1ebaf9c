package io.metaexpert.config;

import java.util.List;
import java.util.Locale;

/**
 * One key of the configuration: loading, schema, reference and "did you mean" all come from it.
 *
 * @param path flat, such as {@code backtest.fees.maker}
 * @param defaultText the default as it would be written
 * @param meaning one or two sentences for the reference, in Markdown
 * @param supported the values that have their effect in this version; empty: all
 * @param waitsFor what the other values come with; empty when all are supported
 */
record Key<T>(
        String path, ValueType<T> type, String defaultText, String meaning, List<String> supported, String waitsFor) {
    /** What the environment variables of all keys begin with. */
    static final String VARIABLES = "METAEXPERT_";

    static <T> Key<T> of(String path, ValueType<T> type, String defaultText, String meaning) {
        return new Key<>(path, type, defaultText, meaning, List.of(), "");
    }

    /** This key with its default alone until something else exists. */
    Key<T> onlyDefaultUntil(String what) {
        return only(what, defaultText);
    }

    Key<T> only(String what, String... values) {
        return new Key<>(path, type, defaultText, meaning, List.of(values), what);
    }

    String section() {
        return path.substring(0, path.indexOf('.'));
    }

    /** The environment variable that sets this key. */
    String variable() {
        return variable(path);
    }

    static String variable(String path) {
        return VARIABLES + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The meaning, and what the values that are refused wait for. */
    String description() {
        return supported.isEmpty() ? meaning : meaning + " Other values come with " + waitsFor + ".";
    }

    /** What may be written in this version. */
    String allowed() {
        return supported.isEmpty() ? type.allowed() : "`" + String.join("`, `", supported) + "`";
    }
}
