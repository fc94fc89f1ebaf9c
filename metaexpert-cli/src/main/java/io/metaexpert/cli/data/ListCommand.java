package io.metaexpert.cli.data;

import io.metaexpert.data.Dataset;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code metaexpert data list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List the datasets.")
final class ListCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<Dataset> datasets = home.datasets().list();
        if (json) {
            out.println(Listing.json(datasets));
        } else if (datasets.isEmpty()) {
            out.println("No datasets yet; \"sample\" is always there. metaexpert data import FILE makes one.");
        } else {
            Listing.table(datasets, out);
        }
        out.flush();
    }
}
