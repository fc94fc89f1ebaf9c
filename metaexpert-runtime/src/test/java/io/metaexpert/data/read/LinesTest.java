package io.metaexpert.data.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinesTest {
    /** Gives a few bytes at a time, as a network or an archive does. */
    private static final class Trickle extends InputStream {
        private final InputStream in;
        private final SplittableRandom random;

        Trickle(String text, SplittableRandom random) {
            in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            this.random = random;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return in.read(target, offset, Math.min(length, 1 + random.nextInt(60_000)));
        }
    }

    @Test
    void givesTheLinesThatSplittingGives() throws IOException {
        for (int run = 0; run < 60; run++) {
            SplittableRandom random = new SplittableRandom(run);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append("x".repeat(random.nextInt(3) == 0 ? random.nextInt(500_000) : random.nextInt(40)));
                text.append(random.nextInt(4) == 0 ? "\r\n" : "\n");
            }
            if (random.nextBoolean()) {
                text.append("last");
            }

            List<String> expected = new ArrayList<>();
            List<Long> numbers = new ArrayList<>();
            List<String> all = text.toString().lines().toList();
            for (int i = 0; i < all.size(); i++) {
                if (!all.get(i).isEmpty()) {
                    expected.add(all.get(i));
                    numbers.add(i + 1L);
                }
            }
            assertLines(new Lines(new Trickle(text.toString(), random), "f"), expected, numbers);
        }
    }

    private static void assertLines(Lines lines, List<String> expected, List<Long> numbers) throws IOException {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(lines.next()).isTrue();
            String line =
                    new String(lines.buffer(), lines.start(), lines.end() - lines.start(), StandardCharsets.UTF_8);
            assertThat(line.equals(expected.get(i))).isTrue();
            assertThat(lines.number()).isEqualTo(numbers.get(i));
        }
        assertThat(lines.next()).isFalse();
    }

    @Test
    void refusesALineWithoutAnEnd() {
        Lines lines = new Lines(new ByteArrayInputStream(new byte[(1 << 24) + 1]), "f");

        assertThatThrownBy(lines::next)
                .isInstanceOf(UserException.class)
                .hasMessage("f:1: the line is longer than any message");
    }
}
