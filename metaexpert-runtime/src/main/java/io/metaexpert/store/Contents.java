package io.metaexpert.store;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All values by section and key. Mutable; used on one thread. */
final class Contents {
    private static final int MAX_KEY = 1_000;
    private static final int MAX_VALUE = 1 << 20;

    private final SortedMap<String, SortedMap<String, String>> sections = new TreeMap<>();

    static Contents of(Map<String, ? extends Map<String, String>> sections) {
        Contents contents = new Contents();
        sections.forEach((section, values) -> {
            if (!values.isEmpty()) {
                contents.sections.put(section, new TreeMap<>(values));
            }
        });
        return contents;
    }

    /** A copy that stays as it is. */
    SortedMap<String, String> section(String section) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(sections.getOrDefault(section, new TreeMap<>())));
    }

    /** A copy that stays as it is; sections without values are left out. */
    SortedMap<String, SortedMap<String, String>> all() {
        SortedMap<String, SortedMap<String, String>> copy = new TreeMap<>();
        sections.keySet().forEach(section -> copy.put(section, section(section)));
        return Collections.unmodifiableSortedMap(copy);
    }

    /**
     * What of {@code changes} would change something.
     *
     * @throws IllegalArgumentException for a key or value that cannot be kept
     */
    SortedMap<String, Optional<String>> effective(String section, Map<String, Optional<String>> changes) {
        requireKey("section", section);
        SortedMap<String, String> present = sections.getOrDefault(section, new TreeMap<>());
        SortedMap<String, Optional<String>> effective = new TreeMap<>();
        changes.forEach((key, value) -> {
            requireKey("key", key);
            value.ifPresent(it -> requireText(key, it));
            if (!Optional.ofNullable(present.get(key)).equals(value)) {
                effective.put(key, value);
            }
        });
        return effective;
    }

    /** Returns the changes that undo this one. */
    SortedMap<String, Optional<String>> apply(String section, Map<String, Optional<String>> changes) {
        SortedMap<String, String> values = sections.computeIfAbsent(section, name -> new TreeMap<>());
        SortedMap<String, Optional<String>> undo = new TreeMap<>();
        changes.forEach((key, value) -> {
            String before = value.isPresent() ? values.put(key, value.get()) : values.remove(key);
            undo.put(key, Optional.ofNullable(before));
        });
        if (values.isEmpty()) {
            sections.remove(section);
        }
        return undo;
    }

    private static void requireKey(String what, String text) {
        if (text.isEmpty() || text.length() > MAX_KEY) {
            throw new IllegalArgumentException(
                    what + " must have 1 to " + MAX_KEY + " characters, had " + text.length());
        }
        requireUnicode(what, text);
    }

    private static void requireText(String key, String value) {
        if (value.length() > MAX_VALUE) {
            throw new IllegalArgumentException(
                    "the value of " + key + " must have at most " + MAX_VALUE + " characters, had " + value.length());
        }
        requireUnicode("the value of " + key, value);
    }

    /** Half a pair of surrogates has no bytes in UTF-8, and would come back as a question mark. */
    private static void requireUnicode(String what, String text) {
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException(what + " must be Unicode text, had an unpaired surrogate");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Contents that && sections.equals(that.sections);
    }

    @Override
    public int hashCode() {
        return sections.hashCode();
    }
}
