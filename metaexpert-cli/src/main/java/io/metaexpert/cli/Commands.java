package io.metaexpert.cli;

import io.metaexpert.cli.check.CheckCommand;
import io.metaexpert.cli.data.DataCommand;
import io.metaexpert.cli.scaffold.NewCommand;
import io.metaexpert.cli.state.ResumeCommand;
import io.metaexpert.cli.state.StateCommand;
import io.metaexpert.cli.stress.StressCommand;
import java.util.List;

/**
 * The commands by name. A start makes only the one that is named on the command line: building the models of all of them, by
 * reflection, costs more than many a command itself.
 */
final class Commands {
    /** In the order of the help text. */
    static final List<String> NAMES = List.of(
            "new",
            "run",
            "demo",
            "data",
            "check",
            "stress",
            "validate",
            "compare",
            "state",
            "resume",
            "doctor",
            "completion",
            "version");

    private Commands() {}

    /** @throws IllegalArgumentException if there is no command {@code name} */
    static Object create(String name) {
        return switch (name) {
            case "new" -> new NewCommand();
            case "data" -> new DataCommand();
            case "check" -> new CheckCommand();
            case "stress" -> new StressCommand();
            case "compare" -> new CompareCommand();
            case "validate" -> new ValidateCommand();
            case "state" -> new StateCommand();
            case "resume" -> new ResumeCommand();
            case "run" -> new RunCommand();
            case "demo" -> new DemoCommand();
            case "doctor" -> new DoctorCommand();
            case "completion" -> new CompletionCommand();
            case "version" -> new VersionCommand();
            default -> throw new IllegalArgumentException("no such command: " + name);
        };
    }
}
