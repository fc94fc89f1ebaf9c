package io.metaexpert.store;

import static io.metaexpert.store.StoreFixture.change;
import static io.metaexpert.store.StoreFixture.files;
import static io.metaexpert.store.StoreFixture.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStateStoreTest {
    @TempDir
    private Path folder;

    @Test
    void keepsValuesFromOneProcessToTheNext() {
        StateFiles files = files(folder);
        try (SqliteStateStore store = open(files)) {
            store.write("risk", change("state", "HALTED", "peak-equity", "10250.5"));
            store.write("expert", change("state", "waiting"));
            store.write("risk", change("state", "ACTIVE", "peak-equity", "-"));
        }

        try (SqliteStateStore store = open(files)) {
            assertThat(store.read("risk")).containsExactly(Map.entry("state", "ACTIVE"));
            assertThat(store.read("expert")).containsExactly(Map.entry("state", "waiting"));
            assertThat(store.read("protection")).isEmpty();
        }
    }

    @Test
    void showsWhatWasWrittenAndGivesCopies() {
        try (SqliteStateStore store = open(files(folder))) {
            store.write("expert", change("a", "1"));
            Map<String, String> before = store.read("expert");

            store.write("expert", change("a", "2", "b", "3"));

            assertThat(before).containsExactly(Map.entry("a", "1"));
            assertThat(store.read("expert")).containsExactly(Map.entry("a", "2"), Map.entry("b", "3"));
        }
    }

    @Test
    void keepsAnyTextExactly() {
        StateFiles files = files(folder);
        Map<String, Optional<String>> odd = change(
                "empty",
                "",
                "null",
                "a\u0000b",
                "quote",
                "\"'; DROP TABLE current; --\\",
                "lines",
                "a\r\n\tb",
                "emoji",
                "\uD83D\uDE80 \u202E",
                "#?%20 key",
                "x",
                "\u00E9",
                "e\u0301",
                "long",
                "0123456789".repeat(10_000));
        try (SqliteStateStore store = open(files)) {
            store.write("expert", odd);
        }

        try (SqliteStateStore store = open(files)) {
            assertThat(store.read("expert")).hasSize(odd.size());
            odd.forEach(
                    (key, value) -> assertThat(store.read("expert").get(key)).isEqualTo(value.orElseThrow()));
        }
    }

    @Test
    void refusesTextThatWouldNotComeBack() {
        try (SqliteStateStore store = open(files(folder))) {
            assertThatThrownBy(() -> store.write("expert", change("half", "\uD83D")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the value of half must be Unicode text, had an unpaired surrogate");
            assertThatThrownBy(() -> store.write("expert", change("", "x")))
                    .hasMessage("key must have 1 to 1000 characters, had 0");
            assertThatThrownBy(() -> store.write("expert", change("large", "x".repeat((1 << 20) + 1))))
                    .hasMessageContaining("at most 1048576 characters");
            assertThat(store.read("expert")).isEmpty();
        }
    }

    @Test
    void worksInAFolderWithAnOddName() {
        StateFiles files = new StateFiles(folder.resolve("what? #50% é;x=1&y"), "a.b_c-1");

        try (SqliteStateStore store = open(files)) {
            store.write("risk", change("state", "ACTIVE"));
        }

        assertThat(files.database()).isRegularFile();
        assertThat(SavedState.read(files).section("risk")).containsEntry("state", "ACTIVE");
    }

    @Test
    void writesNothingWhereNothingChanges() {
        StateFiles files = files(folder);
        try (SqliteStateStore store = open(files)) {
            store.write("risk", change("state", "ACTIVE"));
            long before = SavedState.read(files).changes();

            store.write("risk", change("state", "ACTIVE", "absent", "-"));
            store.write("risk", Map.of());

            assertThat(SavedState.read(files).changes()).isEqualTo(before);
        }
    }

    @Test
    void staysSmallHoweverMuchIsWritten() throws Exception {
        StateFiles files = files(folder);
        try (SqliteStateStore store = open(files, 20)) {
            for (int i = 0; i < 1_000; i++) {
                store.write("protection", change("level", "x" + i, "key" + i % 7, "y" + i));
            }
        }

        assertThat(Files.size(files.database())).isLessThan(100_000);
        assertThat(StateCheck.of(files).problems()).isEmpty();
        assertThat(SavedState.read(files).section("protection")).hasSize(8).containsEntry("level", "x999");
    }

    @Test
    void equalsAMapThroughAnySequenceOfChangesAndRestarts() {
        StateFiles files = files(folder);
        SplittableRandom random = new SplittableRandom(7);
        Map<String, TreeMap<String, String>> expected = new HashMap<>();
        SqliteStateStore store = open(files, 9);
        for (int i = 0; i < 400; i++) {
            String section = "s" + random.nextInt(3);
            Map<String, Optional<String>> changes = new HashMap<>();
            for (int j = random.nextInt(4); j >= 0; j--) {
                changes.put(
                        "k" + random.nextInt(6),
                        random.nextInt(3) == 0 ? Optional.empty() : Optional.of("v" + random.nextInt(4)));
            }
            TreeMap<String, String> model = expected.computeIfAbsent(section, name -> new TreeMap<>());
            changes.forEach((key, value) -> value.ifPresentOrElse(it -> model.put(key, it), () -> model.remove(key)));
            store.write(section, changes);
            if (random.nextInt(25) == 0) {
                store.close();
                store = open(files, 9);
            }
            assertThat(store.read(section)).isEqualTo(model);
        }
        store.close();

        assertThat(StateCheck.of(files).problems()).isEmpty();
        SavedState saved = SavedState.read(files);
        expected.forEach((section, values) -> assertThat(saved.section(section)).isEqualTo(values));
    }
}
