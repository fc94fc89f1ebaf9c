package io.metaexpert.data.column;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 over 8-byte values as a {@link ColumnFile} holds them. */
public final class ColumnHash {
    private final MessageDigest sha = ColumnWriter.sha256();
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ColumnFile.ORDER);

    public void add(long value) {
        if (!bytes.hasRemaining()) {
            flush();
        }
        bytes.putLong(value);
    }

    private void flush() {
        sha.update(bytes.array(), 0, bytes.position());
        bytes.clear();
    }

    /** The hash in hexadecimal; ends the hashing. */
    public String hex() {
        flush();
        return HexFormat.of().formatHex(sha.digest());
    }
}
