package io.metaexpert.store;

import static io.metaexpert.store.StoreFixture.CLOCK;
import static io.metaexpert.store.StoreFixture.change;
import static io.metaexpert.store.StoreFixture.files;
import static io.metaexpert.store.StoreFixture.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not as they were written: never silently another state, and a repair is halted and right as far as it goes. */
class DamageTest {
    private static final int CHANGES = 60;
    private static final int TRIALS = Integer.getInteger("metaexpert.damages", 90);

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(Long.getLong("metaexpert.damages.seed", 1));
    /** The state after each change, by its number in the journal. */
    private final TreeMap<Long, SortedMap<String, SortedMap<String, String>>> history = new TreeMap<>();

    private StateFiles damaged = new StateFiles(Path.of("unset"), "1001");

    /** The files of a store that was closed, and of one that was killed and has changes in its log. */
    private final List<Map<Path, byte[]>> originals = new ArrayList<>();

    @BeforeEach
    void makeStores() throws IOException {
        damaged = new StateFiles(folder.resolve("damaged"), "1001");
        StateFiles files = files(folder);
        SqliteStateStore store = open(files, 25);
        history.put(0L, new TreeMap<>());
        history.put(1L, new TreeMap<>());
        for (int i = 0; i < CHANGES; i++) {
            store.write(i % 3 == 0 ? "expert" : "risk", change("key" + i % 7, "value " + i, "peak-equity", "1" + i));
            SavedState saved = SavedState.read(files);
            // A change and the checkpoint after it are one transaction of two records.
            for (long seq = history.lastKey() + 1; seq <= saved.changes(); seq++) {
                history.put(seq, saved.sections());
            }
            if (i == CHANGES / 2) {
                store.close();
                store = open(files, 25);
            }
        }
        originals.add(bytes(files));
        store.close();
        originals.add(bytes(files));
    }

    private static Map<Path, byte[]> bytes(StateFiles files) throws IOException {
        Map<Path, byte[]> bytes = new TreeMap<>();
        for (Path file : List.of(files.database(), files.log(), files.mark())) {
            if (Files.exists(file)) {
                bytes.put(file.getFileName(), Files.readAllBytes(file));
            }
        }
        return bytes;
    }

    @Test
    void aFlippedByteIsNeverSilentlyAnotherState() throws IOException {
        for (Map<Path, byte[]> original : originals) {
            for (Path file : original.keySet()) {
                for (int trial = 0; trial < TRIALS; trial++) {
                    attempt(original, file, bytes -> {
                        byte[] changed = bytes.clone();
                        changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
                        return changed;
                    });
                }
            }
        }
    }

    @Test
    void aShorterFileIsNeverSilentlyAnotherState() throws IOException {
        for (Map<Path, byte[]> original : originals) {
            for (Path file : original.keySet()) {
                for (int trial = 0; trial < TRIALS / 3; trial++) {
                    attempt(original, file, bytes -> Arrays.copyOf(bytes, random.nextInt(bytes.length)));
                }
            }
        }
    }

    @Test
    void anOverwrittenPieceIsNeverSilentlyAnotherState() throws IOException {
        for (Map<Path, byte[]> original : originals) {
            for (Path file : original.keySet()) {
                for (int trial = 0; trial < TRIALS / 3; trial++) {
                    attempt(original, file, bytes -> {
                        byte[] changed = bytes.clone();
                        int start = random.nextInt(changed.length);
                        byte filling = (byte) (random.nextBoolean() ? 0 : random.nextInt(256));
                        Arrays.fill(
                                changed, start, Math.min(changed.length, start + 1 + random.nextInt(5_000)), filling);
                        return changed;
                    });
                }
            }
        }
    }

    private void attempt(Map<Path, byte[]> original, Path file, UnaryOperator<byte[]> damage) throws IOException {
        lay(original);
        byte[] wrong = damage.apply(original.get(file));
        Files.write(damaged.folder().resolve(file), wrong);
        try {
            assertThat(SavedState.read(damaged).sections())
                    .isEqualTo(history.lastEntry().getValue());
            try (SqliteStateStore store = open(damaged)) {
                assertThat(store.read("risk"))
                        .isEqualTo(history.lastEntry().getValue().get("risk"));
            }
        } catch (UserException refused) {
            assertThat(refused).hasMessageContaining("is damaged: ");
            repaired(file, wrong);
        }
    }

    private void repaired(Path file, byte[] wrong) throws IOException {
        StateRepair repair = StateRepair.run(damaged, CLOCK);

        SavedState saved = SavedState.read(damaged);
        assertThat(saved.section("risk"))
                .containsEntry("state", "HALTED")
                .containsEntry("halt.rule", StateRepair.RULE)
                .doesNotContainKey("halt.until");
        assertThat(withoutHalt(saved))
                .isEqualTo(history.floorEntry(repair.kept()).getValue());
        assertThat(repair.kept() + repair.lost()).isLessThanOrEqualTo(history.lastKey());
        Path aside = Path.of(repair.keptAside().orElseThrow().toString().replaceFirst("\\.db$", ""));
        String ending = file.toString().substring("1001".length());
        assertThat(Path.of(aside + ending)).hasBinaryContent(wrong);
        assertThat(StateRepair.run(damaged, CLOCK).problems()).isEmpty();
    }

    private static SortedMap<String, SortedMap<String, String>> withoutHalt(SavedState saved) {
        SortedMap<String, SortedMap<String, String>> sections = new TreeMap<>(saved.sections());
        SortedMap<String, String> risk = new TreeMap<>(saved.section("risk"));
        risk.keySet().removeIf(key -> key.equals("state") || key.startsWith("halt."));
        sections.put("risk", risk);
        sections.values().removeIf(Map::isEmpty);
        return sections;
    }

    private void lay(Map<Path, byte[]> original) throws IOException {
        if (Files.exists(damaged.folder())) {
            try (var old = Files.list(damaged.folder())) {
                for (Path each : old.toList()) {
                    Files.delete(each);
                }
            }
        }
        FileGuard.prepare(damaged.folder());
        for (Map.Entry<Path, byte[]> each : original.entrySet()) {
            Files.write(damaged.folder().resolve(each.getKey()), each.getValue());
        }
    }

    @Test
    void losesNothingWhereOneRecordBeforeACheckpointIsDamaged() throws Exception {
        lay(originals.get(1));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + damaged.database());
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE journal SET content = '{}' WHERE seq = 40");
        }

        assertThat(StateCheck.of(damaged).problems()).contains("record 40 of the journal is damaged");
        StateRepair repair = StateRepair.run(damaged, CLOCK);

        assertThat(repair.kept()).isEqualTo(history.lastKey());
        assertThat(repair.lost()).isZero();
    }

    @Test
    void seesAValueThatWasEditedByHand() throws Exception {
        lay(originals.get(1));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + damaged.database());
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE current SET value = '999' WHERE key = 'peak-equity'");
        }

        assertThat(StateCheck.of(damaged).problems())
                .contains(
                        "the value of risk peak-equity is damaged",
                        "the values are not those that the journal leads to");
        assertThatThrownBy(() -> open(damaged)).isInstanceOf(UserException.class);
        assertThat(StateRepair.run(damaged, CLOCK).lost()).isZero();
    }

    @Test
    void seesThatAnOlderCopyWasPutInPlace() throws IOException {
        StateFiles files = files(folder);
        Map<Path, byte[]> old = bytes(files);
        try (SqliteStateStore store = open(files)) {
            store.write("risk", change("state", "HALTED"));
        }
        Files.write(files.database(), old.get(files.database().getFileName()));

        assertThatThrownBy(() -> open(files))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("was confirmed: the end is lost, or an older copy was put in place");
    }

    @Test
    void seesThatTheDatabaseIsGone() throws IOException {
        lay(originals.get(1));
        Files.delete(damaged.database());

        assertThatThrownBy(() -> open(damaged))
                .hasMessageContaining("there is no 1001.db, but the mark of its last change");
        StateRepair repair = StateRepair.run(damaged, CLOCK);

        assertThat(repair.kept()).isZero();
        assertThat(repair.lost()).isEqualTo(history.lastKey());
        assertThat(SavedState.read(damaged).section("risk"))
                .containsEntry("state", "HALTED")
                .containsEntry(
                        "halt.reason",
                        "the state was damaged and nothing of it could be read; " + history.lastKey()
                                + " later changes are lost");
    }

    @Test
    void tellsWhyItWasHaltedBeforeTheRepair() throws IOException {
        StateFiles files = files(folder);
        try (SqliteStateStore store = open(files)) {
            store.write(
                    "risk",
                    change(
                            "state",
                            "HALTED",
                            "halt.rule",
                            "max-drawdown",
                            "halt.reason",
                            "drawdown of 21%",
                            "halt.until",
                            "2026-03-02T00:00:00Z"));
        }
        Files.delete(files.mark());

        assertThat(StateCheck.of(files).problems()).containsExactly("the mark of its last change is missing");
        StateRepair.run(files, CLOCK);

        assertThat(SavedState.read(files).section("risk"))
                .doesNotContainKey("halt.until")
                .hasEntrySatisfying(
                        "halt.reason",
                        reason -> assertThat(reason)
                                .startsWith("the state was damaged and rebuilt up to change ")
                                .endsWith("; it was halted before by max-drawdown: drawdown of 21%"));
    }
}
