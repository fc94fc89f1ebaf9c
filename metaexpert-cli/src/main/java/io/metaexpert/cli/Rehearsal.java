package io.metaexpert.cli;

import io.metaexpert.cli.scaffold.NewCommand;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import picocli.CommandLine;

/**
 * Uses the usual commands once, so that the archive of loaded classes, which the launcher has the virtual machine write at the end
 * of this process, holds what they need. Says nothing; its result is the archive.
 */
final class Rehearsal {
    private static final List<List<String>> LINES =
            List.of(List.of("--help"), List.of("version"), List.of("validate", "config"));

    private Rehearsal() {}

    public static void main(String[] args) {
        for (List<String> line : LINES) {
            execute(line);
        }
        NewCommand.rehearse();
    }

    private static void execute(List<String> arguments) {
        String[] args = arguments.toArray(String[]::new);
        CommandLine line = Main.commandLine(args);
        line.setOut(new PrintWriter(Writer.nullWriter()));
        line.setErr(new PrintWriter(Writer.nullWriter()));
        line.execute(args);
    }
}
