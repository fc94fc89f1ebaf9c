package io.metaexpert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class PlainRunTest {
    private static final Set<String> PICOCLI_ONLY = Set.of("--help", "--version");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "run project",
                "run project --json --mode backtest",
                "run --from 2018-01-01 --to=2018-02-01 project --data bars.csv --timeframe 1m --symbol BTC/USD",
                "run --set a.b=c --set=d.e=f=g --set inputs.fast=-3 --profile live --class Other --seed 7",
                "run --report-dir out/here --equity full",
                "run --event-log events.jsonl.gz",
                "run --assume optimistic,neutral",
                "run --report-dir=out --equity curve"
            })
    void understandsWhatPicocliUnderstands(String line) {
        String[] args = line.split(" ");

        assertThat(PlainRun.parse(args)).contains(byPicocli(args));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version",
                "run --help",
                "run one two",
                "run --mode paper",
                "run --mode BACKTEST",
                "run --equity all",
                "run --from",
                "run --from --to 2018-01-01",
                "run --from 2018-01-01 --from 2018-01-02",
                "run --form 2018-01-01",
                "run --json --json",
                "run --json=true",
                "run -j",
                "run @file",
                "run --seed -1",
                "run --set=",
                "run -- project"
            })
    void leavesAllElseToPicocli(String line) {
        assertThat(PlainRun.parse(line.split(" "))).isEmpty();
    }

    @Test
    void knowsEveryOptionOfTheCommand() {
        for (OptionSpec option : Main.commandLine("run")
                .parseArgs("run")
                .subcommand()
                .commandSpec()
                .options()) {
            String name = option.longestName();
            if (PICOCLI_ONLY.contains(name)) {
                continue;
            }
            String value = name.equals("--mode") ? "backtest" : name.equals("--equity") ? "full" : "x";
            List<String> args = Stream.concat(
                            Stream.of("run", name), option.arity().max() == 0 ? Stream.of() : Stream.of(value))
                    .toList();

            assertThat(PlainRun.parse(args.toArray(String[]::new))).as(name).isPresent();
        }
    }

    private static RunArguments byPicocli(String... args) {
        CommandLine line = Main.commandLine(args);
        CommandLine.ParseResult parsed = line.parseArgs(args).subcommand();
        return ((RunCommand) parsed.commandSpec().userObject()).arguments();
    }
}
