package io.metaexpert.cli.state;

import io.metaexpert.store.SavedState;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code metaexpert state show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Print what is kept: whether it is halted and why, peak and day start, stops, the strategy's values.",
        footer = {"", "Changes nothing and may be used while the strategy runs: what was written last is shown."})
final class ShowCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StateOptions options = new StateOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        SavedState saved = SavedState.read(options.files());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(StateJson.text(saved));
        } else {
            new StateTable(out).print(saved);
        }
        out.flush();
    }
}
