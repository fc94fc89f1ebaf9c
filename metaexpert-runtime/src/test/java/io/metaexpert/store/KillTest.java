package io.metaexpert.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed at random points, all on one state: each time it is sound, has what was confirmed, and at most the one change more that was
 * under way. {@code scripts/check-kill} does it 200 times and more.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("metaexpert.kills", 20);
    private static final long SEED = Long.getLong("metaexpert.kills.seed", 1);
    private static final long ENDLESS = 1_000_000;

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final SortedMap<String, String> model = new TreeMap<>();
    private long number;
    private int ahead;

    @Test
    void keepsWhatWasConfirmedWheneverTheProcessIsKilled() throws Exception {
        StateFiles files = new StateFiles(folder.resolve("state"), "1001");
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = KillTarget.start(files, SEED, number + 1, ENDLESS, List.of());
            long confirmed = killSomewhere(process);
            compare(files, confirmed);
        }
        System.out.printf("%d kills, %d changes, %d times one change more than was confirmed%n", KILLS, number, ahead);
        assertThat(number).as("changes").isGreaterThan(KILLS);
    }

    /** The number that was confirmed last. */
    private long killSomewhere(Process process) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
            if (random.nextInt(5) > 0) {
                int wanted = random.nextInt(120);
                String line;
                while (lines.size() < wanted && (line = out.readLine()) != null) {
                    lines.add(line);
                }
                process.waitFor(random.nextInt(3_000), TimeUnit.MICROSECONDS);
            } else {
                process.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
            }
            process.toHandle().destroyForcibly(); // unlike the process, it leaves what was printed readable
            out.lines().forEach(lines::add);
        }
        assertThat(process.waitFor())
                .as("exit code of a process that was killed")
                .isNotZero();
        assertThat(lines).doesNotContain("refused");
        return lines.isEmpty() ? number : Long.parseLong(lines.getLast());
    }

    private void compare(StateFiles files, long confirmed) {
        if (!Examination.finds(files)) {
            assertThat(confirmed).isZero();
            return;
        }
        try (SqliteStateStore store = SqliteStateStore.open(files, StoreFixture.CLOCK, KillTarget.BOUNDS)) {
            SortedMap<String, String> there = store.read("risk");
            long reached = Long.parseLong(there.getOrDefault(KillTarget.NUMBER, "0"));
            assertThat(reached).isBetween(confirmed, confirmed + 1);
            ahead += (int) (reached - confirmed);
            while (number < reached) {
                KillTarget.advance(model, SEED, ++number);
            }
            assertThat(there).isEqualTo(model);
        }
        assertThat(StateCheck.of(files).problems()).isEmpty();
    }
}
