package io.metaexpert.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.store.SqliteStateStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes with a position that are killed before and after their limit is reached, and started again. */
class BreachKillTest {
    private static final int ROUNDS = Integer.getInteger("metaexpert.breaches", 4);

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void aHaltThePeakAndTheStartOfTheDayAreThereAfterAKill() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path state = folder.resolve("state" + round);
            boolean afterTheBreach = round % 2 == 0;
            String last = runAndKill(state, "-0.5", afterTheBreach ? "HALTED" : " " + random.nextInt(3, 20));
            SortedMap<String, String> before = read(state);

            String first = runAndKill(state, "0", "1 ");
            SortedMap<String, String> after = read(state);

            assertThat(first).isEqualTo("1 " + before.get("state"));
            assertThat(after.get("peak-equity")).isEqualTo(before.get("peak-equity"));
            assertThat(after.get("day-start-equity")).isEqualTo(before.get("day-start-equity"));
            assertThat(after.get("halt.reason")).isEqualTo(before.get("halt.reason"));
            if (afterTheBreach) {
                assertThat(last).endsWith("HALTED");
                assertThat(before).containsEntry("halt.rule", "max-drawdown");
                assertThat(Double.parseDouble(before.get("peak-equity"))).isGreaterThan(10_000);
            }
        }
    }

    /** Kills the process as soon as it has printed a line with {@code mark}, or a later one; answers that line. */
    private static String runAndKill(Path state, String step, String mark) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BreachTarget.class.getName(),
                        state.toString(),
                        step))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
            String line;
            while ((line = out.readLine()) != null) {
                lines.add(line);
                if ((" " + line).contains(mark)) {
                    break;
                }
            }
            process.toHandle().destroyForcibly();
        }
        process.waitFor();
        assertThat(lines).as("lines of the process").isNotEmpty();
        return lines.getLast();
    }

    private static SortedMap<String, String> read(Path state) {
        try (SqliteStateStore store = SqliteStateStore.open(state, "test", () -> Instant.EPOCH)) {
            return store.read("risk");
        }
    }
}
