package io.metaexpert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.metaexpert.spi.StateStore;
import io.metaexpert.store.SqliteStateStore;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateCommandTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    @TempDir
    private Path folder;

    @BeforeEach
    void makeProject() throws IOException {
        Files.writeString(folder.resolve("metaexpert.yaml"), "strategy:\n  symbol: BTC/USDT\n  id: 7\n");
    }

    private StateStore store() {
        return SqliteStateStore.open(folder.resolve("state"), "7", CLOCK);
    }

    private void halt() {
        try (StateStore store = store()) {
            store.write(
                    "risk",
                    texts(
                            "state",
                            "HALTED",
                            "halt.rule",
                            "max-drawdown",
                            "halt.reason",
                            "drawdown of 21.3%",
                            "halt.time",
                            "2026-02-28T10:00:00Z",
                            "halt.value",
                            "21.3%",
                            "halt.limit",
                            "20%",
                            "halt.key",
                            "risk.max-drawdown",
                            "peak-equity",
                            "12345.670000000001",
                            "day",
                            "2026-02-28",
                            "day-start-equity",
                            "1.02E7",
                            "currency",
                            "USDT",
                            "extra",
                            "kept"));
            store.write("protection", texts("BTC/USDT.LONG.stop", "41000"));
            store.write("expert", texts("phase", "waiting \u001B[31mred"));
        }
    }

    private static Map<String, Optional<String>> texts(String... pairs) {
        Map<String, Optional<String>> texts = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], Optional.of(pairs[i + 1]));
        }
        return texts;
    }

    private Cli state(String... more) {
        return inProject("state", more);
    }

    private Cli inProject(String command, String... more) {
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(List.of(more));
        args.addAll(List.of("--dir", folder.toString()));
        return Cli.run(args.toArray(String[]::new));
    }

    @Test
    void showsWhyItIsHaltedAndWhatIsKept() {
        halt();

        Cli shown = state("show");

        assertThat(shown.code()).isZero();
        assertThat(shown.err()).isEmpty();
        assertThat(shown.out())
                .contains("last change  2026-03-01T12:00:00Z, number 4")
                .contains("""
                used by      no process

                RISK
                state        HALTED by max-drawdown
                reason       drawdown of 21.3%
                reached      21.3%, the limit is 20%
                set by       risk.max-drawdown
                since        2026-02-28T10:00:00Z
                until        somebody resumes: metaexpert resume --reason "..."
                peak equity  12345.67 USDT
                day          2026-02-28, begun with 10200000 USDT
                extra        kept

                STOPS
                BTC/USDT.LONG.stop 41000

                VALUES OF THE STRATEGY
                phase        waiting \\u001b[31mred
                """);
    }

    @Test
    void showsAllOfItAsJson() throws IOException {
        halt();

        JsonNode json = new ObjectMapper().readTree(state("show", "--json").out());

        assertThat(json.at("/strategy").asText()).isEqualTo("7");
        assertThat(json.at("/sections/risk/halt.rule").asText()).isEqualTo("max-drawdown");
        assertThat(json.at("/sections/expert/phase").asText()).isEqualTo("waiting \u001B[31mred");
        assertThat(json.has("process")).isFalse();
    }

    @Test
    void showsAndVerifiesWhileAProcessUsesIt() {
        try (StateStore store = store()) {
            store.write("risk", texts("state", "ACTIVE"));

            assertThat(state("show").out())
                    .contains("used by      process " + ProcessHandle.current().pid() + ", which is running")
                    .contains("state        ACTIVE");
            assertThat(state("verify").code()).isZero();
            Cli resumed = inProject("resume", "--reason", "x");
            assertThat(resumed.code()).isEqualTo(2);
            assertThat(state("repair").code()).isEqualTo(2);
        }
    }

    @Test
    void resumesWithAReasonThatIsShownForEver() {
        halt();

        Cli resumed = inProject("resume", "--reason", "checked by hand");

        assertThat(resumed.code()).isZero();
        assertThat(resumed.out())
                .contains("lifted     max-drawdown: drawdown of 21.3%")
                .contains("recorded   as resume 1 of strategy 7");
        assertThat(state("show").out())
                .contains("state        ACTIVE")
                .contains("next start   its equity is the new peak and the start of the day")
                .containsPattern("resume 1     \\S+Z checked by hand \\(lifted max-drawdown\\)")
                .doesNotContain("HALTED");
        Cli again = inProject("resume", "--reason", "again");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).startsWith("error: strategy 7 is not halted: its state is ACTIVE");
    }

    @Test
    void resumeNeedsAReason() {
        halt();

        Cli refused = inProject("resume");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("Missing required option: '--reason=TEXT'");
        assertThat(inProject("resume", "--reason", " ").err()).startsWith("error: --reason must be one line");
    }

    @Test
    void saysThatThereIsNoStateAndMakesNone() {
        for (Cli refused :
                List.of(state("show"), state("verify"), state("repair"), inProject("resume", "--reason", "x"))) {
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err())
                    .isEqualTo("error: there is no state of strategy 7 in " + folder.resolve("state")
                            + "\nhint: a run on paper or live begins one; a backtest keeps nothing\n");
        }
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void refusesAStateThatOthersMayWrite() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "needs POSIX file modes");
        halt();
        Path file = folder.resolve("state").resolve("7.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        for (Cli refused :
                List.of(state("show"), state("verify"), state("repair"), inProject("resume", "--reason", "x"))) {
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err())
                    .startsWith("error: the state file " + file + " can be written by everybody (mode rw-rw-rw-)");
        }
    }

    @Test
    void verifiesAndRepairsAndStaysHalted() throws IOException {
        halt();
        assertThat(state("verify").out()).contains("7.db is sound, up to change 4");
        assertThat(state("repair").out()).contains("7.db is sound; nothing was changed");
        Path file = folder.resolve("state").resolve("7.db");
        Files.write(file, new byte[100]);

        Cli verified = state("verify");
        Cli shown = state("show");
        Cli repaired = state("repair");

        assertThat(verified.code()).isEqualTo(1);
        assertThat(verified.out()).startsWith("damaged: ").contains("hint: metaexpert state repair");
        assertThat(shown.code()).isEqualTo(2);
        assertThat(shown.err()).startsWith("error: the state of 7 in ").contains(" is damaged: ");
        assertThat(repaired.code()).isZero();
        assertThat(repaired.out())
                .contains("rebuilt    nothing could be read", "lost       4 later changes", "HALTED by state-repaired");
        assertThat(state("show").out()).contains("state        HALTED by state-repaired");
        try (Stream<Path> all = Files.list(folder.resolve("state"))) {
            assertThat(all.filter(each -> each.getFileName().toString().matches("7\\.damaged-.*\\.db")))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept).hasSize(100));
        }
    }
}
