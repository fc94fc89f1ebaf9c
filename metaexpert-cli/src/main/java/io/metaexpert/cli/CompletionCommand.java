package io.metaexpert.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code metaexpert completion}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print a script that completes commands and options in a shell.",
        footer = {
            "",
            "bash:  source <(metaexpert completion bash)",
            "zsh:   source <(metaexpert completion zsh)",
            "fish:  metaexpert completion fish | source"
        })
final class CompletionCommand implements Runnable {
    enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return switch (this) {
                case BASH -> "bash";
                case ZSH -> "zsh";
                case FISH -> "fish";
            };
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private Shell shell = Shell.BASH;

    @Override
    public void run() {
        CommandLine all = Main.commandLine();
        String script = shell == Shell.FISH ? FishCompletion.script(all) : AutoComplete.bash("metaexpert", all);
        spec.commandLine().getOut().print(script);
        spec.commandLine().getOut().flush();
    }
}
