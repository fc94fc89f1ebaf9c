package io.metaexpert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... options) {
        String[] args = Stream.concat(Stream.of("validate", "config"), Stream.of(options))
                .toArray(String[]::new);
        CommandLine line = Main.commandLine(args);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int code = line.execute(args);
        line.getOut().flush();
        line.getErr().flush();
        return code;
    }

    private String file(String yaml) throws Exception {
        return Files.writeString(folder.resolve("metaexpert.yaml"), yaml).toString();
    }

    @Test
    void saysThatAFileIsValidAndHowManyValuesAreInEffect() throws Exception {
        String file = file("strategy: {symbol: ETH/USDT}\ninputs: {fast: 12}\n");

        assertThat(run(file)).isZero();
        assertThat(out.toString()).matches("\\Q" + file + "\\E is valid, \\d+ values are in effect\\R");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void printsEveryProblemAndExitsWithTwo() throws Exception {
        String file = file("strategy:\n  symbl: ETH/USDT\nexecution:\n  slippage: 0.1\n");

        assertThat(run(file, "--set", "sizing.leverage=3")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        file + ":2:3 strategy.symbl: ",
                        file + ":4:13 execution.slippage: ",
                        "--set sizing.leverage: ",
                        "3 problems")
                .doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void printsJsonForPrograms() throws Exception {
        String file = file("exchange: {api-secret: hidden-value}\n");

        assertThat(run(file, "--json")).isEqualTo(2);
        assertThat(out.toString())
                .contains("\"valid\" : false", "\"line\" : 1", "\"column\" : 12", "\"key\" : \"exchange.api-secret\"")
                .doesNotContain("hidden-value");
    }

    @Test
    void readsAProfileOnTop() throws Exception {
        String file = file("");
        Files.writeString(folder.resolve("metaexpert-night.yaml"), "strategy: {id: 99}\n");

        assertThat(run(file, "--profile", "night", "--json")).isZero();
        assertThat(out.toString()).contains("\"strategy.id\" : \"99\"");
        assertThat(run(file, "--profile", "day")).isEqualTo(2);
        assertThat(err.toString()).contains("metaexpert-day.yaml: there is no such file");
    }

    @Test
    void printsTheSchema() {
        assertThat(run("--schema")).isZero();
        assertThat(out.toString())
                .contains("\"$schema\" : \"https://json-schema.org/draft/2020-12/schema\"", "\"slippage\"");
    }
}
