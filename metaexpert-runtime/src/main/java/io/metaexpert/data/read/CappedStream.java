package io.metaexpert.data.read;

import io.metaexpert.UserException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops an archive that unpacks to far more than any market data would: text of numbers shrinks to a third, seldom to a fiftieth. */
final class CappedStream extends FilterInputStream {
    private static final long MAX_RATIO = 300;
    private static final long ALWAYS_ALLOWED = 64L << 20;

    private final String file;
    private final long cap;
    private long total;

    CappedStream(InputStream in, String file, long packedBytes) {
        super(in);
        this.file = file;
        cap = Math.max(ALWAYS_ALLOWED, packedBytes * MAX_RATIO);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        total += Math.max(0, read);
        if (total > cap) {
            throw new UserException(
                    "%s: the archive unpacks to more than %d bytes, over %d times its size"
                            .formatted(file, cap, MAX_RATIO),
                    "Market data do not shrink that far. If they are yours, unpack the file first.");
        }
        return read;
    }
}
