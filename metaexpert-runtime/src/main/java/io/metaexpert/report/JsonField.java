package io.metaexpert.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A key as its bytes, together with the texts that come again and again with it, such as symbols, sides and reasons: those are then
 * copied whole. A key whose texts do not come again, such as that of an id, is soon no longer asked. Not thread-safe.
 */
final class JsonField {
    private static final byte[] UNKNOWN = {};
    private static final int KEPT = 4;
    private static final int TRIED = 3 * KEPT;

    private final String key;
    private final byte[] name;
    private final @Nullable String[] texts = new @Nullable String[KEPT];
    private final byte[][] members = new byte[KEPT][];
    private int next;
    private int misses;

    /** @param key escaped and in quotes */
    JsonField(String key) {
        this.key = key + ":";
        name = bytes(this.key);
        Arrays.fill(members, UNKNOWN);
    }

    /** The key and the colon. */
    byte[] name() {
        return name;
    }

    /** Where the text is kept, or -1 when it was not seen lately. */
    int find(String text) {
        if (misses > TRIED) {
            return -1;
        }
        for (int i = 0; i < KEPT; i++) {
            if (text.equals(texts[i])) {
                misses = 0;
                return i;
            }
        }
        misses++;
        texts[next] = text;
        members[next] = UNKNOWN;
        next = (next + 1) % KEPT;
        return -1;
    }

    /** Key and value; nothing until the text comes for the second time and is {@link #keep kept}. */
    byte[] member(int at) {
        return members[at];
    }

    /** @param value escaped and in quotes */
    byte[] keep(int at, String value) {
        members[at] = bytes(key + value);
        return members[at];
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
