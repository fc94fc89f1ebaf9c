package io.metaexpert.data.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick way through plain rows must not show in what is read. */
class PlainRowsTest {
    /** Rows in all the ways in which they may be written, a buffer and more of them. */
    @Test
    void readsEveryRowAsTheJdkReadsItsNumbers() throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        List<List<Double>> expected = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            List<Double> row = new ArrayList<>();
            text.append(1_600_000_000_000L + i * 60_000L);
            for (int k = 0; k < 5; k++) {
                String number = number(random);
                text.append(',').append(number);
                row.add(Double.parseDouble(number));
            }
            text.append(random.nextInt(4) == 0 ? "\r\n" : random.nextInt(50) == 0 ? "\n\n" : "\n");
            expected.add(row);
        }

        Rows rows = new Rows();
        TextRows.read(stream(text.toString()), "rows.csv", rows);

        assertThat(rows.numbers).isEqualTo(expected);
        assertThat(rows.times.get(19_999)).isEqualTo(1_600_000_000_000L + 19_999 * 60_000L);
    }

    @Test
    void namesTheLineOfAMistakeAfterPlainRows() {
        String rows = "1600000000000,1,2,1,2,5\n".repeat(30);

        assertThatThrownBy(() -> TextRows.read(stream(rows + "16x,1,2,1,2,5\n" + rows), "rows.csv", new Rows()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("rows.csv:31:")
                .hasMessageContaining("16x");
        assertThatThrownBy(() -> TextRows.read(stream(rows + "1600000000000,1,2\n" + rows), "rows.csv", new Rows()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("rows.csv:31:")
                .hasMessageContaining("3 columns");
    }

    private static String number(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Integer.toString(random.nextInt(100_000));
            case 1 -> random.nextInt(1_000) + "." + random.nextInt(1_000_000_000);
            case 2 -> Double.toString(random.nextDouble() * 1e-5);
            case 3 -> Long.toString(random.nextLong(Long.MAX_VALUE));
            case 4 -> "0." + random.nextLong(Long.MAX_VALUE);
            case 5 -> "." + random.nextInt(100);
            case 6 -> random.nextInt(100) + ".";
            default -> Double.toString(random.nextDouble() * 1e5);
        };
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static final class Rows implements RowSink {
        private final List<Long> times = new ArrayList<>();
        private final List<List<Double>> numbers = new ArrayList<>();

        @Override
        public void bar(RowPlace at, long timeMs, double open, double high, double low, double close, double volume) {
            times.add(timeMs);
            numbers.add(List.of(open, high, low, close, volume));
        }

        @Override
        public void trade(RowPlace at, long timeMs, double price, double amount, long side) {
            throw new AssertionError("there is no trade in these rows");
        }

        @Override
        public TapeSink tape() {
            throw new AssertionError("these rows are no recording");
        }
    }
}
