package io.metaexpert.cli;

import io.metaexpert.log.CodeLogging;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/**
 * Uses the usual commands once, so that the archive of loaded classes, which the launcher has the virtual machine write at the end
 * of this process, holds what they need. Says nothing; its result is the archive.
 */
final class Rehearsal {
    private Rehearsal() {}

    /**
     * Takes what to rehearse and the folder to do it in: {@code all} commands, or afterwards, in the same folder, a {@code run}
     * alone, which then needs no compiler.
     */
    public static void main(String[] args) {
        CodeLogging.select();
        Path folder = Path.of(args[1]);
        for (List<String> line : args[0].equals("run") ? runs(folder) : all(folder)) {
            execute(line);
        }
    }

    private static List<List<String>> all(Path folder) {
        String project = project(folder);
        String bars = folder.resolve("bars.csv.gz").toString();
        return List.of(
                List.of("--help"),
                List.of("version"),
                List.of("new", "rehearsal", "--output-dir", folder.toString()),
                List.of(
                        "validate",
                        "config",
                        Path.of(project, "metaexpert.yaml").toString()),
                List.of("data", "export", "sample", bars),
                List.of("data", "info", bars),
                List.of("run", project),
                List.of("run", project, "--json"));
    }

    /**
     * From the bundled data, from a file, and from the same file once more: now from the cache, and with bars as short as the data have, as
     * the JDK sorts what comes of a hundred round trips in another way than that of five.
     */
    private static List<List<String>> runs(Path folder) {
        String report = folder.resolve("report").toString();
        String bars = folder.resolve("bars.csv.gz").toString();
        List<String> sample = List.of("run", project(folder), "--report-dir", report);
        List<String> file = List.of(
                "run", project(folder), "--data", bars, "--set", "execution.slippage=0.1%", "--report-dir", report);
        List<String> cached = new ArrayList<>(file);
        cached.addAll(List.of("--timeframe", "1m"));
        return List.of(sample, file, cached);
    }

    private static String project(Path folder) {
        return folder.resolve("rehearsal").toString();
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
