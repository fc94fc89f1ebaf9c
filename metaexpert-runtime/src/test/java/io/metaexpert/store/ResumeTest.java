package io.metaexpert.store;

import static io.metaexpert.store.StoreFixture.CLOCK;
import static io.metaexpert.store.StoreFixture.change;
import static io.metaexpert.store.StoreFixture.files;
import static io.metaexpert.store.StoreFixture.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {
    @TempDir
    private Path folder;

    private StateFiles files = new StateFiles(Path.of("unset"), "1001");

    @BeforeEach
    void haltedByDrawdown() {
        files = files(folder);
        try (SqliteStateStore store = open(files)) {
            halt(store);
        }
    }

    private static void halt(SqliteStateStore store) {
        store.write(
                "risk",
                change(
                        "state",
                        "HALTED",
                        "halt.rule",
                        "max-drawdown",
                        "halt.reason",
                        "drawdown of 21%",
                        "halt.time",
                        "2026-02-28T10:00:00Z",
                        "halt.value",
                        "0.21",
                        "halt.limit",
                        "0.2",
                        "halt.key",
                        "risk.max-drawdown",
                        "halt.until",
                        "-",
                        "peak-equity",
                        "12000"));
    }

    @Test
    void liftsTheHaltAndAsksTheEngineForANewPeak() {
        Resume resume = Resume.lift(files, "  the feed was wrong, checked by hand ", CLOCK);

        assertThat(resume).isEqualTo(new Resume(1, "max-drawdown", "drawdown of 21%"));
        assertThat(SavedState.read(files).section("risk"))
                .containsExactly(
                        Map.entry("peak-equity", "12000"),
                        Map.entry("rebase", "true"),
                        Map.entry("resume.1", "2026-03-01T12:00:00Z the feed was wrong, checked by hand"),
                        Map.entry("resume.1.lifted", "max-drawdown"),
                        Map.entry("state", "ACTIVE"));
    }

    @Test
    void keepsTheReasonsOfAllResumes() {
        for (int i = 1; i <= 12; i++) {
            Resume.lift(files, "reason " + i, CLOCK);
            try (SqliteStateStore store = open(files)) {
                halt(store);
            }
        }

        Map<String, String> risk = SavedState.read(files).section("risk");
        for (int i = 1; i <= 12; i++) {
            assertThat(risk).containsEntry("resume." + i, "2026-03-01T12:00:00Z reason " + i);
        }
        assertThat(risk).containsEntry("state", "HALTED");
    }

    @Test
    void refusesWhereNothingIsHalted() {
        Resume.lift(files, "fine", CLOCK);

        assertThatThrownBy(() -> Resume.lift(files, "again", CLOCK))
                .isInstanceOf(UserException.class)
                .hasMessage("strategy 1001 is not halted: its state is ACTIVE");
        try (SqliteStateStore store = open(files)) {
            store.write("risk", change("state", "REDUCING"));
        }
        assertThatThrownBy(() -> Resume.lift(files, "again", CLOCK))
                .hasMessage("strategy 1001 is not halted: its state is REDUCING");
    }

    @Test
    void refusesWhereThereIsNoStateAndMakesNone() {
        StateFiles none = new StateFiles(folder.resolve("elsewhere"), "1001");

        assertThatThrownBy(() -> Resume.lift(none, "why", CLOCK))
                .isInstanceOf(UserException.class)
                .hasMessage("there is no state of strategy 1001 in " + none.folder());
        assertThat(Files.exists(none.folder())).isFalse();
    }

    @Test
    void refusesWhileAProcessUsesIt() {
        try (SqliteStateStore store = open(files)) {
            assertThatThrownBy(() -> Resume.lift(files, "why", CLOCK)).hasMessageContaining("is in use by process");
            assertThat(store.read("risk")).containsEntry("state", "HALTED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two\nlines", "\u001B[2Jcleared"})
    void refusesAReasonThatIsNotOneLine(String reason) {
        assertThatThrownBy(() -> Resume.lift(files, reason, CLOCK))
                .isInstanceOf(UserException.class)
                .hasMessage("--reason must be one line of 1 to 500 characters");
        assertThat(SavedState.read(files).section("risk")).containsEntry("state", "HALTED");
    }
}
