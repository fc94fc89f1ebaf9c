package io.metaexpert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter text = new StringWriter();
    private long now;

    @Test
    void tellsRateAndTimeLeftAfterTwoSecondsAndWipesItsLine() {
        try (Progress progress = new Progress(new PrintWriter(text), true, () -> now)) {
            now = SECOND;
            progress.onProgress(1_000_000, 10_000_000);
            assertThat(text.toString()).isEmpty();

            now = 4 * SECOND;
            progress.onProgress(4_000_000, 10_000_000);
            assertThat(text.toString()).isEqualTo("\r4,000,000 of 10,000,000 bars (40 %), 1,000,000 bars/s, 6 s left");
        }
        assertThat(text.toString()).endsWith(" \r");
    }

    @Test
    void saysNothingWithoutATerminal() {
        try (Progress progress = new Progress(new PrintWriter(text), false, () -> now)) {
            now = 10 * SECOND;
            progress.onProgress(1, 2);
        }
        assertThat(text.toString()).isEmpty();
    }
}
