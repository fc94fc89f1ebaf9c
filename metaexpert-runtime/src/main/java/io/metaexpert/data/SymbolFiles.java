package io.metaexpert.data;

import io.metaexpert.UserException;
import io.metaexpert.market.Timeframe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the files of a symbol in a folder: {@code BTCUSDT}, {@code BTC-USDT} or {@code BTC_USDT}, then perhaps {@code -1m} and more. */
final class SymbolFiles {
    private static final List<String> EXTENSIONS = List.of(".csv", ".csv.gz", ".zip", ".parquet");

    private SymbolFiles() {}

    /** The files of the finest timeframe, in the order of their names, to be read as one. */
    static List<Path> find(Path folder, String symbol) throws IOException {
        List<Path> files = finest(list(folder), symbol);
        for (Timeframe timeframe : Timeframe.values()) {
            Path inner = folder.resolve(timeframe.toString());
            if (files.isEmpty() && timeframe != Timeframe.MO1 && Files.isDirectory(inner)) {
                files = finest(list(inner), symbol);
            }
        }
        if (files.isEmpty()) {
            throw new UserException(
                    "%s: no file of %s in this folder".formatted(folder, symbol),
                    "Expected a name such as %s-1m.csv.gz; allowed are %s."
                            .formatted(plain(symbol), String.join(", ", EXTENSIONS)));
        }
        return files;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Path> finest(List<Path> candidates, String symbol) {
        Map<Long, List<Path>> byLength = new TreeMap<>();
        for (Path file : candidates) {
            String rest = rest(file.getFileName().toString(), symbol);
            if (!rest.equals(NO_MATCH)) {
                byLength.computeIfAbsent(length(rest), length -> new ArrayList<>())
                        .add(file);
            }
        }
        return byLength.isEmpty() ? List.of() : byLength.values().iterator().next();
    }

    private static final String NO_MATCH = "/";

    /** What follows the symbol in a name that starts with it and ends as a data file does. */
    private static String rest(String name, String symbol) {
        String lower = name.toLowerCase(Locale.ROOT);
        String extension =
                EXTENSIONS.stream().filter(lower::endsWith).findFirst().orElse(NO_MATCH);
        String pair = pair(symbol).toLowerCase(Locale.ROOT);
        for (String separator : List.of("", "-", "_")) {
            String start = pair.replace("/", separator);
            if (lower.startsWith(start) && lower.endsWith(extension)) {
                String rest =
                        name.substring(start.length(), Math.max(start.length(), name.length() - extension.length()));
                if (rest.isEmpty() || !Character.isLetterOrDigit(rest.charAt(0))) {
                    return rest;
                }
            }
        }
        return NO_MATCH;
    }

    private static long length(String rest) {
        for (String word : rest.split("[-_. ]", -1)) {
            long length = Timeframe.parse(word).map(Timeframe::lengthMs).orElse(0L);
            if (length > 0) {
                return length;
            }
        }
        return Long.MAX_VALUE;
    }

    /** The symbol without what a contract is settled in. */
    private static String pair(String symbol) {
        int colon = symbol.indexOf(':');
        return colon < 0 ? symbol : symbol.substring(0, colon);
    }

    /** The symbol as exchanges write it in file names. */
    static String plain(String symbol) {
        return pair(symbol).replace("/", "");
    }
}
