package io.metaexpert.data.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ColumnHashTest {
    /** The values 1, 2, 3 ... as little-endian longs, by the specification in other code; no value: the one in the specification. */
    @Test
    void isXxh64WithTheSeedsZeroAndOne() {
        assertThat(hash(0)).isEqualTo("ef46db3751d8e999d5afba1336a3be4b");
        assertThat(hash(3)).isEqualTo("8799e152e5c0cdfab912853f6d9b0f03");
        assertThat(hash(4)).isEqualTo("73f859a04f669e6d1855f8136bd52a4f");
        assertThat(hash(11)).isEqualTo("17409231a7be51ab71a10d3b6bd16112");
    }

    @Test
    void isTheSameHoweverTheValuesCome() {
        Random random = new Random(7);
        long[] values = random.longs(1_000).toArray();
        ColumnHash whole = new ColumnHash();
        whole.add(values, values.length);

        for (int round = 0; round < 20; round++) {
            ColumnHash pieces = new ColumnHash();
            int at = 0;
            while (at < values.length) {
                int length = Math.min(values.length - at, random.nextInt(40));
                pieces.add(LongStream.of(values).skip(at).limit(length).toArray(), length);
                at += length;
            }
            assertThat(pieces.hex()).isEqualTo(whole.hex());
        }
    }

    private static String hash(int count) {
        ColumnHash hash = new ColumnHash();
        for (long value = 1; value <= count; value++) {
            hash.add(value);
        }
        return hash.hex();
    }
}
