package io.metaexpert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class NewCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @TempDir
    Path repository;

    @BeforeEach
    void keepOutOfTheRealRepository() {
        System.setProperty("maven.repo.local", repository.toString());
    }

    @AfterEach
    void restore() {
        System.clearProperty("maven.repo.local");
    }

    @Test
    void makesAProjectAndSaysWhatToDoNext() {
        int code =
                run("new", "my-strategy", "--exchange", "okx", "--timeframe", "1h", "--output-dir", folder.toString());

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString().lines().toList()).hasSize(4);
        assertThat(out.toString()).contains("my-strategy", "okx", "cd ", "run --mode backtest");
        assertThat(folder.resolve("my-strategy/src/main/java/com/example/mystrategy/MyStrategy.java"))
                .exists();
        assertThat(folder.resolve("my-strategy/metaexpert.yaml")).content().contains("name: okx", "timeframe: 1h");
        assertThat(folder.resolve("my-strategy/.env.example")).content().contains("OKX_API_PASSPHRASE=\n");
    }

    @Test
    void listsTheTemplates() {
        assertThat(run("new", "--list-templates")).isZero();

        assertThat(out.toString().lines()).hasSize(5).allMatch(line -> line.matches("[a-z-]+ +\\S.+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "class", "${x}", "/abs", "C:\\x", "bar", "a\nb"})
    void refusesABadNameWithOneMessageAndWritesNothing(String name) throws IOException {
        int code = run("new", name, "--output-dir", folder.toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines().toList())
                .hasSize(2)
                .element(0)
                .asString()
                .startsWith("error: ");
        assertThat(entries()).isEmpty();
    }

    @Test
    void overwritesOnlyWhenForced() throws IOException {
        run("new", "x", "--output-dir", folder.toString());
        Path strategy = folder.resolve("x/src/main/java/com/example/x/X.java");
        Files.writeString(strategy, "mine");

        assertThat(run("new", "x", "--output-dir", folder.toString())).isEqualTo(2);
        assertThat(strategy).hasContent("mine");
        assertThat(run("new", "x", "--output-dir", folder.toString(), "--force"))
                .isZero();
        assertThat(strategy).content().contains("class X");
        assertThat(entries()).containsExactly("x");
    }

    @Test
    void asksForANameWhereNobodyCanAnswer() {
        assertThat(run("new", "--output-dir", folder.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("the name of the project is missing")
                .contains("hint: ");
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return new ArrayList<>(
                    entries.map(path -> path.getFileName().toString()).toList());
        }
    }

    private int run(String... args) {
        CommandLine line = Main.commandLine(args);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(args);
    }
}
