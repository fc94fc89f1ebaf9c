package io.metaexpert.cli;

import io.metaexpert.UserException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code metaexpert demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Create a project and backtest it on the bundled real data: no account, no network.",
        footer = {"", "A project that is there from an earlier demo is run as it is now."})
final class DemoCommand implements Callable<Integer> {
    private static final String NAME = "metaexpert-demo";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--output-dir",
            paramLabel = "FOLDER",
            description = "Where the folder " + NAME + " is made (default: here).")
    private Path outputDir = Path.of("");

    @Override
    public Integer call() {
        Path project = outputDir.resolve(NAME);
        PrintWriter out = spec.commandLine().getOut();
        if (Files.exists(project.resolve("metaexpert.yaml"))) {
            out.println("The project of an earlier demo is here: " + project.toAbsolutePath());
        } else if (Files.exists(project)) {
            throw new UserException(
                    project.toAbsolutePath() + " is there and is not the project of a demo",
                    "name another place with --output-dir");
        } else {
            int created = execute("new", NAME, "--output-dir", outputDir.toString());
            if (created != ExitCode.OK) {
                return created;
            }
        }
        return execute("run", project.toString(), "--mode", "backtest");
    }

    /** Shows the command as one would type it, and runs it. */
    private int execute(String... args) {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        CommandLine line = Main.commandLine(args);
        line.setOut(out);
        line.setErr(spec.commandLine().getErr());
        return line.execute(args);
    }
}
