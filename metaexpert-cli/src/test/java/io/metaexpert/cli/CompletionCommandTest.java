package io.metaexpert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompletionCommandTest {
    @Test
    void completesEveryCommandInBashAndZsh() {
        assertThat(Cli.run("completion", "bash").out())
                .contains("complete -F _complete_metaexpert")
                .contains(Commands.NAMES);
        assertThat(Cli.run("completion", "zsh").out())
                .isEqualTo(Cli.run("completion", "bash").out())
                .contains("bashcompinit");
    }

    @Test
    void completesCommandsOptionsAndValuesInFish() {
        assertThat(Cli.run("completion", "fish").out())
                .contains("complete -c metaexpert -n '__fish_use_subcommand' -a doctor -d 'Check what")
                .contains("complete -c metaexpert -n '__fish_seen_subcommand_from doctor' -l json -d ");
    }

    @Test
    void refusesAnotherShell() {
        Cli cli = Cli.run("completion", "tcsh");

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains("tcsh").contains("BASH, ZSH, FISH");
    }
}
