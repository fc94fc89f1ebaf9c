package io.metaexpert.cli.state;

import io.metaexpert.store.Resume;
import io.metaexpert.store.StateFiles;
import java.io.PrintWriter;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code metaexpert resume}. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Lift a halt, so that the next start trades again.",
        footer = {
            "",
            "The strategy has to be stopped. Time and reason are kept for ever; metaexpert state show prints them. The equity",
            "of the next start becomes the new peak and the start of the day, as the old ones would halt it at once."
        })
public final class ResumeCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StateOptions options = new StateOptions();

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why it may trade again, in one line; recorded.")
    private String reason = "";

    @Override
    public void run() {
        StateFiles files = options.files();
        Resume resume = Resume.lift(files, reason, InstantSource.system());
        PrintWriter out = spec.commandLine().getOut();
        out.println("lifted     " + Printable.text(resume.rule())
                + (resume.halted().isEmpty() ? "" : ": " + Printable.text(resume.halted())));
        out.println("recorded   as resume " + resume.number() + " of strategy " + files.name());
        out.println("next start trades again; its equity is the new peak and the start of the day");
        out.flush();
    }
}
