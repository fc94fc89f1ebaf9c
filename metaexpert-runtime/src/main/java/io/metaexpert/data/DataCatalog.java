package io.metaexpert.data;

import io.metaexpert.UserException;
import io.metaexpert.data.tape.StoredTape;
import io.metaexpert.market.Bars;
import io.metaexpert.market.DataQuality;
import io.metaexpert.market.TapeQuality;
import io.metaexpert.market.book.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Finds bars by what the configuration says: a dataset, a file, or a folder of files. Safe to use from several threads. */
public final class DataCatalog {
    static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    static final String BARS_FILE = "data.bars";
    private static final String TICKS_HINT =
            "metaexpert data import FILE stores the ticks of a file of trades, or of a recording of trades, bookTicker and depth.";

    private final Path home;
    private final BarCache cache;

    /** The name of the bundled data. */
    public static final String SAMPLE = SampleData.NAME;

    /** @param home the MetaExpert home folder; made when it is first needed */
    public DataCatalog(Path home) {
        this.home = home.toAbsolutePath().normalize();
        cache = new BarCache(this.home);
    }

    /** Bars, and how good they are. */
    public record LoadedBars(Bars bars, DataQuality quality) {}

    /** Ticks and depth, and how good they are. */
    public record LoadedTicks(Tape tape, TapeQuality quality) {}

    /** The home folder: {@code METAEXPERT_HOME}, or {@code .metaexpert} in the user's folder. */
    public static Path defaultHome(Map<String, String> environment) {
        String home = environment.getOrDefault("METAEXPERT_HOME", "");
        return home.isBlank() ? Path.of(System.getProperty("user.home"), ".metaexpert") : Path.of(home);
    }

    public Path home() {
        return home;
    }

    /**
     * Loads bars.
     *
     * @param reference a dataset's name ({@code sample} is always there), a file, or a folder with files of symbols
     * @param baseDir where relative paths start
     * @param symbol such as {@code BTC/USDT}; chooses the files of a folder
     * @throws UserException when there is no such data, or they are not fit for use
     */
    public LoadedBars load(String reference, Path baseDir, String symbol, GapPolicy gaps) {
        try {
            StoredBars stored =
                    find(reference, baseDir, symbol).named(reference).with(gaps);
            return new LoadedBars(stored.bars(), stored.quality());
        } catch (IOException failure) {
            throw DiskFailure.of(failure);
        }
    }

    /**
     * Loads the ticks of a dataset, and its depth when it was recorded.
     *
     * @param reference a dataset's name; {@code sample} is always there, with trades alone
     * @param baseDir where relative paths start
     * @throws UserException when there is no such dataset, or it holds bars alone
     */
    public LoadedTicks loadTicks(String reference, Path baseDir) {
        try {
            StoredTape stored = reference.equals(SampleData.NAME)
                    ? cache.sampleTrades()
                    : StoredTape.open(datasetFolder(reference, baseDir))
                            .orElseThrow(() -> new UserException(
                                    "the dataset \"%s\" holds bars, but no ticks".formatted(reference), TICKS_HINT));
            return new LoadedTicks(stored.tape(), stored.quality());
        } catch (IOException failure) {
            throw DiskFailure.of(failure);
        }
    }

    private Path datasetFolder(String reference, Path baseDir) {
        Path folder = home.resolve("data").resolve(reference.matches(NAME_PATTERN) ? reference : "");
        if (Files.exists(folder.resolve(BARS_FILE))) {
            return folder;
        }
        throw Files.exists(path(reference, baseDir))
                ? new UserException("ticks are read from datasets, not from %s itself".formatted(reference), TICKS_HINT)
                : noData(reference, path(reference, baseDir));
    }

    private StoredBars find(String reference, Path baseDir, String symbol) throws IOException {
        if (reference.equals(SampleData.NAME)) {
            String note = "Real trades of BTC/USD on Bitstamp of 25 Nov - 1 Dec 2013"
                    + (symbol.equals(SampleData.SYMBOL) ? "." : ", used in place of " + symbol + ".");
            return cache.sample().noted(note);
        }
        Path dataset = home.resolve("data").resolve(reference).resolve(BARS_FILE);
        if (reference.matches(NAME_PATTERN) && Files.exists(dataset)) {
            StoredBars stored = StoredBars.open(dataset);
            boolean other = !stored.symbol().isEmpty() && !stored.symbol().equals(symbol);
            return other ? stored.noted("Bars of %s, used in place of %s.".formatted(stored.symbol(), symbol)) : stored;
        }
        Path path = path(reference, baseDir);
        if (Files.isDirectory(path)) {
            return cache.load(SymbolFiles.find(path, symbol));
        }
        if (Files.exists(path)) {
            return cache.load(List.of(path));
        }
        throw noData(reference, path);
    }

    private static UserException noData(String reference, Path path) {
        return new UserException(
                "no data \"%s\": neither a dataset nor a file or folder".formatted(reference),
                "metaexpert data list shows the datasets; metaexpert data import FILE makes one. Looked for " + path
                        + ".");
    }

    private static Path path(String reference, Path baseDir) {
        try {
            String expanded =
                    reference.startsWith("~/") ? System.getProperty("user.home") + reference.substring(1) : reference;
            return baseDir.resolve(expanded).toAbsolutePath().normalize();
        } catch (InvalidPathException invalid) {
            throw new UserException("\"%s\" is not a path: %s".formatted(reference, invalid.getReason()), "");
        }
    }
}
