package io.metaexpert.cli.data;

import io.metaexpert.data.Dataset;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code metaexpert data info}. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Describe a dataset or a file, with all that is wrong in it.")
final class InfoCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "NAME|FILE", description = "A dataset, or a file to check without importing it.")
    private String reference = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Dataset dataset = home.datasets().info(reference);
        if (json) {
            out.println(Listing.json(dataset));
        } else {
            Listing.details(dataset, out);
        }
        out.flush();
    }
}
