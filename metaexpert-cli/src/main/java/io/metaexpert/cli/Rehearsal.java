package io.metaexpert.cli;

import io.metaexpert.launch.FileTrees;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/**
 * Uses the usual commands once, so that the archive of loaded classes, which the launcher has the virtual machine write at the end
 * of this process, holds what they need. Says nothing; its result is the archive.
 */
final class Rehearsal {
    private Rehearsal() {}

    /** Rehearses in a temporary folder; fails, and so leaves no archive, where there can be none. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("metaexpert-rehearsal");
        try {
            for (List<String> line : lines(folder)) {
                execute(line);
            }
        } finally {
            FileTrees.delete(folder);
        }
    }

    /** The second run is the one without a compiler. */
    private static List<List<String>> lines(Path folder) {
        String project = folder.resolve("rehearsal").toString();
        String bars = folder.resolve("bars.csv.gz").toString();
        return List.of(
                List.of("--help"),
                List.of("version"),
                List.of("new", "rehearsal", "--output-dir", folder.toString()),
                List.of(
                        "validate",
                        "config",
                        folder.resolve("rehearsal/metaexpert.yaml").toString()),
                List.of("data", "export", "sample", bars),
                List.of("data", "info", bars),
                List.of("run", project),
                List.of("run", project, "--json"),
                List.of("run", project, "--report-dir", folder.resolve("report").toString()));
    }

    private static void execute(List<String> arguments) {
        String[] args = arguments.toArray(String[]::new);
        Optional<RunArguments> run = PlainRun.parse(args);
        if (run.isPresent()) {
            Start.run(run.get(), new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()));
            return;
        }
        CommandLine line = Main.commandLine(args);
        line.setOut(new PrintWriter(Writer.nullWriter()));
        line.setErr(new PrintWriter(Writer.nullWriter()));
        line.execute(args);
    }
}
