package io.metaexpert.cli;

import io.metaexpert.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code metaexpert version}. */
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        description = "Print the versions of MetaExpert and of Java.")
final class VersionCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        for (String line : new Provider().getVersion()) {
            spec.commandLine().getOut().println(line);
        }
    }

    static final class Provider implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "metaexpert " + Version.current(),
                "java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor")
            };
        }
    }
}
