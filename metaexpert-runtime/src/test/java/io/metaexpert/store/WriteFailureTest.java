package io.metaexpert.store;

import static io.metaexpert.store.StoreFixture.CLOCK;
import static io.metaexpert.store.StoreFixture.change;
import static io.metaexpert.store.StoreFixture.files;
import static io.metaexpert.store.StoreFixture.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.metaexpert.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that take no more, and writes that were cut off. */
class WriteFailureTest {
    @TempDir
    private Path folder;

    /** A limit of the operating system on the size of files is what a full disk is to a process: a write fails in the middle. */
    @Test
    void keepsWhatWasConfirmedOnADiskThatIsFull() throws Exception {
        Path shell = Path.of("/bin/sh");
        assumeTrue(Files.isExecutable(shell), "needs a shell that limits the size of files");
        StateFiles files = files(folder);
        open(files).close();
        Process process =
                KillTarget.start(files, 3, 1, 10_000, List.of("/bin/sh", "-c", "ulimit -f 160 && exec \"$@\"", "sh"));
        List<String> lines;
        try (var out = process.inputReader(StandardCharsets.US_ASCII)) {
            lines = out.lines().toList();
        }
        process.waitFor();
        assertThat(lines).hasSizeGreaterThan(5).endsWith("refused");

        SortedMap<String, String> model = new TreeMap<>();
        long confirmed = Long.parseLong(lines.get(lines.size() - 2));
        for (long number = 1; number <= confirmed; number++) {
            KillTarget.advance(model, 3, number);
        }
        assertThat(StateCheck.of(files).problems()).isEmpty();
        try (SqliteStateStore store = open(files)) {
            assertThat(store.read("risk")).isEqualTo(model);
        }
    }

    @Test
    void aWriteThatFailsChangesNothingAndTheNextCanGoWell() throws Exception {
        StateFiles files = files(folder);
        try (SqliteStateStore store = open(files)) {
            store.write("risk", change("state", "ACTIVE", "peak-equity", "1"));
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + files.database());
                    Statement statement = other.createStatement()) {
                statement.execute(
                        "CREATE TRIGGER full BEFORE INSERT ON current BEGIN SELECT RAISE(ABORT, 'disk full'); END");
                assertThatThrownBy(() -> store.write("risk", change("state", "HALTED", "peak-equity", "-")))
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessageContaining("the state in " + files.database() + " could not be written: ")
                        .hasMessageContaining("disk full");
                assertThat(store.read("risk")).containsEntry("state", "ACTIVE").containsEntry("peak-equity", "1");
                statement.execute("DROP TRIGGER full");
            }

            store.write("risk", change("state", "REDUCING"));
        }

        assertThat(StateCheck.of(files).problems()).isEmpty();
        assertThat(SavedState.read(files).section("risk"))
                .containsEntry("state", "REDUCING")
                .containsEntry("peak-equity", "1");
    }

    @Test
    void saysInOneSentenceThatAFolderCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> open(new StateFiles(file.resolve("state"), "1001")))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("the state of 1001 in " + file.resolve("state") + " cannot be opened: ");
    }

    /** A power cut may leave any part of the log that was not forced to the disk yet: the end of the last change, of zeros or of anything. */
    @Test
    void aLogThatEndsInTheMiddleOfAChangeIsTheStateBeforeIt() throws IOException {
        StateFiles files = files(folder);
        List<byte[]> marks = new ArrayList<>();
        List<Long> lengths = new ArrayList<>();
        List<SortedMap<String, String>> states = new ArrayList<>();
        byte[] database;
        byte[] log;
        try (SqliteStateStore store = open(files)) {
            database = Files.readAllBytes(files.database());
            for (int i = 0; i < 12; i++) {
                store.write("risk", change("key" + i % 5, "v" + i, "number", String.valueOf(i)));
                marks.add(Files.readAllBytes(files.mark()));
                lengths.add(Files.size(files.log()));
                states.add(store.read("risk"));
            }
            log = Files.readAllBytes(files.log());
        }
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 100; trial++) {
            int change = random.nextInt(states.size() - 1);
            long from = lengths.get(change);
            int cut = (int) (from + random.nextLong(lengths.get(change + 1) - from));
            StateFiles torn = new StateFiles(folder.resolve("torn" + trial), "1001");
            FileGuard.prepare(torn.folder());
            Files.write(torn.database(), database);
            Files.write(torn.mark(), marks.get(random.nextInt(change + 1)));
            Files.write(torn.log(), Arrays.copyOf(log, cut));
            if (random.nextBoolean()) {
                Files.write(torn.log(), new byte[random.nextInt(5_000)], StandardOpenOption.APPEND);
            }

            assertThat(StateCheck.of(torn).problems()).isEmpty();
            try (SqliteStateStore store = SqliteStateStore.open(torn.folder(), "1001", CLOCK)) {
                assertThat(store.read("risk")).isEqualTo(states.get(change));
            }
        }
    }
}
