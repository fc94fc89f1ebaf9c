package io.metaexpert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.Version;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class MainTest {
    @Test
    void namesTheNearestCommandForAnUnknownOne() {
        Cli cli = Cli.run("verion");

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).startsWith("error: there is no command `verion`").contains("hint: did you mean version");
    }

    @Test
    void namesTheUnknownOption() {
        Cli cli = Cli.run("doctor", "--jsn");

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains("error: Unknown option: '--jsn'").contains("did you mean --json");
    }

    @Test
    void listsEveryCommandInItsHelp() {
        assertThat(Cli.run("--help").out()).contains(Commands.NAMES);
    }

    @Test
    void printsItsHelpWhenStartedWithoutACommand() {
        Cli cli = Cli.run();

        assertThat(cli.code()).isZero();
        assertThat(cli.out()).contains("Usage: metaexpert");
    }

    @Test
    void describesEveryCommandAndEveryOption() {
        describes(Main.commandLine());
    }

    private static void describes(CommandLine line) {
        String name = line.getCommandSpec().qualifiedName();
        assertThat(line.getCommandSpec().usageMessage().description()).as(name).isNotEmpty();
        for (OptionSpec option : line.getCommandSpec().options()) {
            assertThat(option.hidden() || option.description().length > 0)
                    .as(name + " " + option.longestName())
                    .isTrue();
        }
        for (Map.Entry<String, CommandLine> each : line.getSubcommands().entrySet()) {
            describes(each.getValue());
        }
    }

    @Test
    void printsItsVersion() {
        assertThat(Cli.run("version").out()).startsWith("metaexpert " + Version.current());
        assertThat(Cli.run("--version").out()).isEqualTo(Cli.run("version").out());
    }
}
