package io.metaexpert.cli;

import io.metaexpert.cli.project.FlagSource;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Understands {@code metaexpert run} where it is written plainly and right, as it nearly always is. All else is Picocli's: help,
 * mistakes, unusual spelling. What both understand they understand alike, which is tested. Picocli alone costs as much as all the rest
 * of a start: its classes are older than what an archive of linked classes takes.
 */
final class PlainRun {
    private final Map<String, String> values = new HashMap<>();
    private final List<String> sets = new ArrayList<>();
    private @Nullable String directory;
    private boolean json;

    private PlainRun() {}

    /** Empty when Picocli has to look at it. */
    static Optional<RunArguments> parse(String... args) {
        return args.length > 0 && args[0].equals("run") ? new PlainRun().read(args) : Optional.empty();
    }

    private Optional<RunArguments> read(String... args) {
        int i = 1;
        while (i < args.length) {
            int taken = take(args[i], i + 1 < args.length ? args[i + 1] : "");
            if (taken == 0) {
                return Optional.empty();
            }
            i += taken;
        }
        return arguments();
    }

    /** How many arguments this option or folder took; 0 when it is not plain. */
    private int take(String argument, String following) {
        if (argument.isEmpty() || argument.startsWith("@")) {
            return 0;
        }
        if (!argument.startsWith("-")) {
            boolean first = directory == null;
            directory = argument;
            return first ? 1 : 0;
        }
        if (argument.equals("--json")) {
            boolean first = !json;
            json = true;
            return first ? 1 : 0;
        }
        int equals = argument.indexOf('=');
        return equals < 0
                ? keep(argument, following) ? 2 : 0
                : keep(argument.substring(0, equals), argument.substring(equals + 1)) ? 1 : 0;
    }

    private boolean keep(String option, String value) {
        if (value.isEmpty() || value.startsWith("-") || value.startsWith("@") || value.startsWith("\"")) {
            return false;
        }
        return switch (option) {
            case "--set" -> sets.add(value);
            case "--mode" -> value.equals("backtest") && once(option, value);
            case "--equity" -> (value.equals("full") || value.equals("curve")) && once(option, value);
            case "--profile", "--class", "--report-dir", "--event-log" -> once(option, value);
            default -> FlagSource.KEYS.containsKey(option) && once(option, value);
        };
    }

    private boolean once(String option, String value) {
        return values.putIfAbsent(option, value) == null;
    }

    private Optional<RunArguments> arguments() {
        Map<String, String> settings = new HashMap<>(values);
        settings.keySet().retainAll(FlagSource.KEYS.keySet());
        try {
            return Optional.of(new RunArguments(
                    Path.of(directory == null ? "" : directory),
                    settings,
                    sets,
                    Optional.ofNullable(values.get("--profile")),
                    Optional.ofNullable(values.get("--class")),
                    Optional.ofNullable(values.get("--report-dir")).map(Path::of),
                    Optional.ofNullable(values.get("--event-log")).map(Path::of),
                    "full".equals(values.get("--equity")),
                    json));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
