package io.metaexpert.cli.state;

import io.metaexpert.store.StateFiles;
import io.metaexpert.store.StateRepair;
import java.io.PrintWriter;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code metaexpert state repair}. */
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        description = "Rebuild a damaged state from its journal, as far as that can be read.",
        footer = {
            "",
            "The damaged file is kept under another name. The rebuilt state is halted, whatever it was before, as limits",
            "may have been reached in what is lost; `metaexpert resume` lifts that. A sound state is left as it is."
        })
final class RepairCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StateOptions options = new StateOptions();

    @Override
    public void run() {
        StateFiles files = options.files();
        StateRepair repair = StateRepair.run(files, InstantSource.system());
        PrintWriter out = spec.commandLine().getOut();
        if (repair.problems().isEmpty()) {
            out.println(files.database() + " is sound; nothing was changed");
        } else {
            tell(repair, out);
        }
        out.flush();
    }

    private static void tell(StateRepair repair, PrintWriter out) {
        repair.problems().forEach(problem -> out.println("damaged    " + problem));
        repair.keptAside().ifPresent(file -> out.println("kept       the damaged file as " + file));
        out.println("rebuilt    "
                + (repair.kept() == 0
                        ? "nothing could be read"
                        : "up to change " + repair.kept() + " of " + repair.keptTime()));
        out.println(
                "lost       " + (repair.lost() == 0 ? "nothing that is known of" : repair.lost() + " later changes"));
        out.println("state      HALTED by " + StateRepair.RULE + ", until somebody resumes");
        out.println("hint: compare positions and equity with the exchange, then metaexpert resume --reason \"...\"");
    }
}
