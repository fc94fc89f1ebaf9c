package io.metaexpert.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the page of all commands in Markdown, out of the same model that reads the command line. */
final class CliReference {
    private static final String HEAD = """
            # Commands

            Generated from the commands themselves; `scripts/reference` writes it anew.

            Every command answers `--help`. Exit codes: 0 done, 1 failed, 2 wrong use, 130 stopped by Ctrl-C. Results go to standard
            output, messages to standard error. A mistake is told as `error: ...` and `hint: ...`.
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private CliReference() {}

    static String markdown() {
        CliReference reference = new CliReference();
        for (Map.Entry<String, CommandLine> each :
                Main.commandLine().getSubcommands().entrySet()) {
            reference.command(each.getValue());
        }
        return reference.page.toString();
    }

    private void command(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        page.append("\n## ").append(spec.qualifiedName()).append("\n\n");
        page.append(String.join(" ", spec.usageMessage().description())).append("\n\n```\n");
        page.append(line.getHelp().synopsis(0).strip()).append("\n```\n");
        rows(spec);
        List<String> footer = new ArrayList<>(List.of(spec.usageMessage().footer()));
        footer.removeIf(String::isBlank);
        if (!footer.isEmpty()) {
            page.append("\n```text\n").append(plain(String.join("\n", footer))).append("\n```\n");
        }
        for (CommandLine deeper : line.getSubcommands().values()) {
            command(deeper);
        }
    }

    private void rows(CommandSpec spec) {
        StringBuilder rows = new StringBuilder();
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            row(rows, parameter.paramLabel(), parameter);
        }
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()
                    && !option.longestName().equals("--help")
                    && !option.longestName().equals("--version")) {
                String label = option.arity().max() > 0 ? " " + option.paramLabel() : "";
                row(rows, String.join(", ", option.names()) + label, option);
            }
        }
        if (!rows.isEmpty()) {
            page.append("\n| argument | meaning |\n|---|---|\n").append(rows);
        }
    }

    private static void row(StringBuilder rows, String label, ArgSpec argument) {
        String meaning = String.join(" ", argument.description());
        if (argument.completionCandidates() != null) {
            meaning = meaning.replace("${COMPLETION-CANDIDATES}", String.join(", ", argument.completionCandidates()));
        }
        rows.append("| `").append(label.replace("|", "\\|")).append("` | ");
        rows.append(plain(meaning).replace("|", "\\|")).append(" |\n");
    }

    private static String plain(String text) {
        return Ansi.OFF.string(text);
    }
}
