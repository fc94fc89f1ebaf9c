package io.metaexpert.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a kind of value is written, read and described.
 *
 * @param allowed for people, such as {@code true or false}
 * @param schema the same as JSON Schema
 * @param lists whether a list is read
 * @param format the value in its canonical text
 */
record ValueType<T>(
        String allowed, Map<String, Object> schema, boolean lists, Parser<T> parser, Function<T, String> format) {

    /** Reads a value or says what is wrong with it. */
    interface Parser<T> {
        T parse(List<String> items) throws BadValue;
    }

    /** Reads a value that is not a list. */
    interface TextParser<T> {
        T parse(String text) throws BadValue;
    }

    static <T> ValueType<T> of(
            String allowed, Map<String, Object> schema, TextParser<T> parser, Function<T, String> format) {
        return new ValueType<>(allowed, schema, false, items -> parser.parse(items.get(0)), format);
    }

    /** This type, or one word for "none". */
    ValueType<Optional<T>> or(String word) {
        Map<String, Object> either = new LinkedHashMap<>();
        either.put("anyOf", List.of(Map.of("enum", spellings(word)), schema));
        return new ValueType<>(
                "`" + word + "` or " + allowed,
                either,
                lists,
                items -> items.equals(List.of(word)) ? Optional.empty() : Optional.of(parser.parse(items)),
                value -> value.map(format).orElse(word));
    }

    /** A word as editors may read it: to YAML 1.1 a bare {@code off} is the same as {@code false}. */
    static List<Object> spellings(String word) {
        return word.equals("off") ? List.of(word, false) : List.of(word);
    }

    /** The same type with a further condition. */
    ValueType<T> where(Function<T, Boolean> holds, String message, String allowedText) {
        return new ValueType<>(
                allowedText,
                schema,
                lists,
                items -> {
                    T value = parser.parse(items);
                    if (!holds.apply(value)) {
                        throw new BadValue(message, "");
                    }
                    return value;
                },
                format);
    }
}
