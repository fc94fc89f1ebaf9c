package io.metaexpert.cli.state;

import io.metaexpert.store.StateCheck;
import io.metaexpert.store.StateFiles;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code metaexpert state verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Check the state: SQLite's own check, every checksum, and whether its journal leads to what it says.",
        footer = {
            "",
            "Exit code 1 when something is wrong, with a line for each problem. The checksums see damage, not forgery: who",
            "may write the file can make them fit. Changes nothing and may be used while the strategy runs."
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StateOptions options = new StateOptions();

    @Override
    public Integer call() {
        StateFiles files = options.files();
        StateCheck check = StateCheck.of(files);
        PrintWriter out = spec.commandLine().getOut();
        if (check.problems().isEmpty()) {
            out.println(files.database() + " is sound, up to change " + check.changes());
        } else {
            check.problems().forEach(problem -> out.println("damaged: " + problem));
            out.println(
                    "hint: metaexpert state repair rebuilds what can be read, keeps the damaged file aside, and halts");
        }
        out.flush();
        return check.problems().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
