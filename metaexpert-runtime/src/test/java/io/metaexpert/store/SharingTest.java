package io.metaexpert.store;

import static io.metaexpert.store.StoreFixture.CLOCK;
import static io.metaexpert.store.StoreFixture.change;
import static io.metaexpert.store.StoreFixture.files;
import static io.metaexpert.store.StoreFixture.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two that want the same state. */
class SharingTest {
    private static final long ENDLESS = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void aSecondProcessIsRefusedUntilTheFirstHasEnded() throws Exception {
        StateFiles files = files(folder);
        Process process = KillTarget.start(files, 1, 1, ENDLESS, List.of());
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
            assertThat(out.readLine()).isEqualTo("1");

            assertThatThrownBy(() -> open(files))
                    .isInstanceOf(UserException.class)
                    .hasMessage("the state of 1001 in " + files.folder() + " is in use by process " + process.pid());
            assertThatThrownBy(() -> Resume.lift(files, "tried", CLOCK)).isInstanceOf(UserException.class);
            assertThatThrownBy(() -> StateRepair.run(files, CLOCK)).hasMessageContaining("is in use by process");

            process.toHandle().destroyForcibly();
            process.waitFor();
            open(files).close();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void whatIsWrittenCanBeReadMeanwhile() throws Exception {
        StateFiles files = files(folder);
        Process process = KillTarget.start(files, 1, 1, ENDLESS, List.of());
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
            for (int look = 0; look < 30; look++) {
                long confirmed = Long.parseLong(out.readLine());

                SavedState saved = SavedState.read(files);

                assertThat(saved.process()).contains(process.pid());
                assertThat(Long.parseLong(saved.section("risk").get(KillTarget.NUMBER)))
                        .isGreaterThanOrEqualTo(confirmed);
                assertThat(StateCheck.of(files).problems()).isEmpty();
            }
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void oneProcessCannotOpenItTwiceEither() {
        StateFiles files = files(folder);
        try (SqliteStateStore store = open(files)) {
            store.write("risk", change("state", "ACTIVE"));

            assertThatThrownBy(() -> open(files))
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid());
            store.write("risk", change("state", "HALTED"));
        }
        SavedState saved = SavedState.read(files);
        assertThat(saved.section("risk")).containsEntry("state", "HALTED");
        assertThat(saved.process()).isEmpty();
    }

    @Test
    void statesOfTwoStrategiesDoNotMeet() {
        StateFiles one = files(folder);
        StateFiles two = new StateFiles(one.folder(), "1002");
        try (SqliteStateStore first = open(one);
                SqliteStateStore second = open(two)) {
            first.write("risk", change("state", "HALTED"));

            assertThat(second.read("risk")).isEmpty();
        }
        assertThatThrownBy(() -> SavedState.read(new StateFiles(one.folder(), "1003")))
                .hasMessage("there is no state of strategy 1003 in " + one.folder());
    }
}
