package io.metaexpert.data.column;

import java.util.HexFormat;

/**
 * The content hash of 8-byte values as a {@link ColumnFile} holds them: 128 bits, XXH64 with the seeds 0 and 1. It names contents; it
 * is no signature. A cryptographic hash would cost more than reading the file.
 */
public final class ColumnHash {
    private final Xxh64 first = new Xxh64(0);
    private final Xxh64 second = new Xxh64(1);

    public void add(long value) {
        first.add(value);
        second.add(value);
    }

    /** Adds the first {@code length} values. */
    void add(long[] values, int length) {
        first.add(values, length);
        second.add(values, length);
    }

    /** The hash in hexadecimal. */
    public String hex() {
        return HexFormat.of().toHexDigits(first.value()) + HexFormat.of().toHexDigits(second.value());
    }
}
