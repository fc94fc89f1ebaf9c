package io.metaexpert.cli.scaffold;

import io.metaexpert.UserException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code metaexpert new}. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Create a project with a strategy, its configuration and its tests.",
        footer = {"", "Without NAME, on a terminal, it asks for what is not given."})
public final class NewCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Name of the project, such as my-strategy.")
    private @Nullable String name;

    @Option(
            names = "--template",
            paramLabel = "TEMPLATE",
            description = "What to start from; see --list-templates (default: ema-cross).")
    private @Nullable String template;

    @Option(
            names = "--exchange",
            paramLabel = "EXCHANGE",
            description = "binance, bybit, okx, bitget or kucoin (default: binance).")
    private @Nullable String exchange;

    @Option(names = "--market", paramLabel = "MARKET", description = "spot or futures (default: spot).")
    private @Nullable String market;

    @Option(
            names = "--contract",
            paramLabel = "CONTRACT",
            description = "Kind of futures: linear or inverse (default: linear).")
    private @Nullable String contract;

    @Option(names = "--symbol", paramLabel = "BASE/QUOTE", description = "What is traded (default: BTC/USDT).")
    private @Nullable String symbol;

    @Option(
            names = "--timeframe",
            paramLabel = "TIMEFRAME",
            description = "Period of the bars, such as 1m, 15m, 4h, 1d (default: 15m).")
    private @Nullable String timeframe;

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description = "Java package (default: com.example and the name).")
    private @Nullable String packageName;

    @Option(
            names = "--output-dir",
            paramLabel = "FOLDER",
            description = "Where the project's folder is made (default: here).")
    private String outputFolder = "";

    @Option(
            names = "--force",
            description = "Replace the files of the scaffold in a folder that is not empty; others stay.")
    private boolean force;

    @Option(names = "--list-templates", description = "Print the templates and end.")
    private boolean listTemplates;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Archetype archetype = Archetype.load();
        if (listTemplates) {
            archetype.templates().forEach((word, text) -> out.printf("%-14s %s%n", word, text));
            out.flush();
            return;
        }
        ProjectSpec project = ProjectSpec.of(archetype, chosen(archetype, out));
        Path folder = create(archetype, project);
        tell(project, folder, out);
        install();
        out.flush();
    }

    private Map<String, String> chosen(Archetype archetype, PrintWriter out) {
        Map<String, String> chosen = new LinkedHashMap<>();
        put(chosen, "artifactId", name);
        put(chosen, "template", template);
        put(chosen, "exchange", exchange);
        put(chosen, "market", market);
        put(chosen, "contract", contract);
        put(chosen, "symbol", symbol);
        put(chosen, "timeframe", timeframe);
        put(chosen, "package", packageName);
        if (name == null) {
            new Questions(archetype, terminal(), out).ask(chosen);
        }
        return chosen;
    }

    private static void put(Map<String, String> chosen, String key, @Nullable String value) {
        if (value != null) {
            chosen.put(key, value);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // null without a terminal up to Java 21
    private static BufferedReader terminal() {
        Console console = System.console();
        if (console == null || !isTerminal(console)) {
            throw new UserException(
                    "the name of the project is missing",
                    "metaexpert new my-strategy; on a terminal, I ask for all of it");
        }
        return new BufferedReader(console.reader());
    }

    /** From Java 22 on there may be a console that is no terminal. */
    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private Path create(Archetype archetype, ProjectSpec project) {
        try {
            Path output = Path.of(outputFolder);
            ProjectWriter.check(output, project.name(), force);
            return ProjectWriter.write(new Renderer(archetype).render(project), output, project.name(), force);
        } catch (InvalidPathException e) {
            throw new UserException("--output-dir must not be `" + Shown.text(outputFolder) + "`", "name a folder");
        }
    }

    private void tell(ProjectSpec project, Path folder, PrintWriter out) {
        out.printf(
                "Created %s: %s for %s on %s (%s), bars of %s%n",
                folder,
                project.get("template"),
                project.get("symbol"),
                project.get("exchange"),
                project.get("market"),
                project.get("timeframe"));
        out.println("Next:");
        out.println("  cd " + quoted(shortest(folder)));
        out.println("  " + quoted(command()) + " run --mode backtest");
    }

    private void install() {
        LocalRepository repository = LocalRepository.standard();
        try {
            repository.install();
        } catch (IOException e) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("warning: cannot copy the runtime to " + repository.folder() + ": " + e.getMessage());
            err.println("hint: `metaexpert run` works without it; `mvn verify` in the project does not");
            err.flush();
        }
    }

    private static Path shortest(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        return folder.startsWith(here) && !folder.equals(here) ? here.relativize(folder) : folder;
    }

    private static String quoted(Object path) {
        String text = path.toString();
        return text.chars().allMatch(c -> c > ' ' && "'\"$`\\*?&;<>|()".indexOf(c) < 0)
                ? text
                : "'" + text.replace("'", "'\\''") + "'";
    }

    /** How this command can be called from elsewhere: by name when it is on the PATH, else by the launcher's path. */
    private static String command() {
        for (String folder :
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "metaexpert"))) {
                return "metaexpert";
            }
        }
        String home = System.getProperty("metaexpert.home", "");
        if (home.isEmpty()) {
            return "metaexpert";
        }
        Path released = Path.of(home, "bin", "metaexpert");
        Path cloned = Path.of(home, "..", "..", "..", "metaexpert").normalize();
        return Files.isExecutable(cloned) ? cloned.toString() : released.toString();
    }
}
