package io.metaexpert.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes a completion script for the fish shell, which picocli does not. */
final class FishCompletion {
    private final StringBuilder script = new StringBuilder();

    private FishCompletion() {}

    static String script(CommandLine root) {
        FishCompletion fish = new FishCompletion();
        fish.command(root, "__fish_use_subcommand");
        return fish.script.toString();
    }

    /** @param condition the fish command that succeeds when {@code line} is the command being typed */
    private void command(CommandLine line, String condition) {
        for (OptionSpec option : line.getCommandSpec().options()) {
            if (!option.hidden()) {
                option(option, condition);
            }
        }
        for (Map.Entry<String, CommandLine> each : line.getSubcommands().entrySet()) {
            CommandSpec spec = each.getValue().getCommandSpec();
            complete(condition);
            script.append(" -a ")
                    .append(each.getKey())
                    .append(description(spec.usageMessage().description()));
            script.append('\n');
        }
        String siblings = String.join(" ", line.getSubcommands().keySet());
        for (Map.Entry<String, CommandLine> each : line.getSubcommands().entrySet()) {
            command(each.getValue(), inside(each.getKey(), each.getValue(), siblings));
        }
    }

    private static String inside(String name, CommandLine line, String siblings) {
        String seen = "__fish_seen_subcommand_from " + name;
        String deeper = String.join(" ", line.getSubcommands().keySet());
        boolean same = siblings.isEmpty() || deeper.isEmpty();
        return same ? seen : seen + "; and not __fish_seen_subcommand_from " + deeper;
    }

    private void option(OptionSpec option, String condition) {
        complete(condition);
        for (String name : option.names()) {
            script.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            script.append(" -r");
            if (option.completionCandidates() != null) {
                script.append(" -a '")
                        .append(String.join(" ", option.completionCandidates()))
                        .append('\'');
            }
        }
        script.append(description(option.description())).append('\n');
    }

    private void complete(String condition) {
        script.append("complete -c metaexpert -n '").append(condition).append('\'');
    }

    private static String description(String[] lines) {
        String text = lines.length == 0 ? "" : lines[0];
        return " -d '" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
