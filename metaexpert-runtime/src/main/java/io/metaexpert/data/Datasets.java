package io.metaexpert.data;

import io.metaexpert.UserException;
import io.metaexpert.data.column.ColumnFile;
import io.metaexpert.data.column.ColumnSpool;
import io.metaexpert.data.tape.StoredTape;
import io.metaexpert.market.BarResampler;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes, lists and exports datasets. A dataset is there whole or not at all. Not thread-safe. */
public final class Datasets {
    private final Path root;
    private final BarCache cache;

    /** @param home the MetaExpert home folder; made when it is first needed */
    public Datasets(Path home) {
        Path absolute = home.toAbsolutePath().normalize();
        root = absolute.resolve("data");
        cache = new BarCache(absolute);
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /** Failures of the disk are the user's to mend: the message names the file. */
    private static <T> T onDisk(Work<T> work) {
        try {
            return work.run();
        } catch (IOException failure) {
            throw DiskFailure.of(failure);
        }
    }

    /**
     * Imports files as one dataset.
     *
     * @throws UserException when a file is not fit, or there is a dataset of that name; nothing is left behind
     */
    public Dataset importFiles(ImportRequest request) {
        Path first = request.files().get(0);
        String name = request.name().orElseGet(() -> FileNames.dataset(first));
        String symbol = request.symbol().orElseGet(() -> FileNames.symbol(first));
        return onDisk(() -> {
            try (DatasetFolder folder = new DatasetFolder(root, name, request.force())) {
                StoredBars stored = read(request, symbol, folder);
                folder.finish(stored, request.files());
            }
            return dataset(name);
        });
    }

    private StoredBars read(ImportRequest request, String symbol, DatasetFolder folder) throws IOException {
        RowPolicy policy = request.repair() ? RowPolicy.REPAIR : RowPolicy.STRICT;
        String source = request.files().size() == 1
                ? request.files().get(0).getFileName().toString()
                : "%s and %d more"
                        .formatted(
                                request.files().get(0).getFileName(),
                                request.files().size() - 1);
        StoredBars stored = new RowReading(folder.folder(), hash -> folder.bars(), true)
                .read(
                        request.files(),
                        policy,
                        Facts.of(source, symbol, request.timeframe()),
                        new FolderKeeper(folder.folder(), true));
        StoredBars treated = stored.with(request.gaps());
        return treated.bars().size() > stored.bars().size() ? write(treated, folder) : stored;
    }

    private static StoredBars write(StoredBars bars, DatasetFolder folder) throws IOException {
        try (ColumnSpool rows = SampleData.spool(bars.bars(), folder.folder())) {
            Facts facts = Facts.of(bars);
            return StoredBars.write(rows, facts, folder.folder(), hash -> folder.bars(), true);
        }
    }

    private Dataset dataset(String name) throws IOException {
        StoredBars stored = StoredBars.open(root.resolve(name).resolve(DatasetFolder.BARS));
        return new Dataset(name, stored.symbol(), stored.quality(), StoredTape.qualityIn(root.resolve(name)));
    }

    /** All datasets by name, without the bundled one. */
    public List<Dataset> list() {
        return onDisk(() -> {
            List<Dataset> found = new ArrayList<>();
            for (String name : names()) {
                found.add(dataset(name));
            }
            return found;
        });
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve(DatasetFolder.BARS)))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** Describes a dataset, or a file without importing it: rows that an import would refuse are counted. */
    public Dataset info(String reference) {
        return onDisk(() -> {
            if (reference.equals(SampleData.NAME)) {
                return new Dataset(
                        SampleData.NAME,
                        SampleData.SYMBOL,
                        cache.sample().quality(),
                        Optional.of(cache.sampleTrades().quality()));
            }
            if (exists(reference)) {
                return dataset(reference);
            }
            if (Files.isRegularFile(Path.of(reference))) {
                return inspect(Path.of(reference));
            }
            throw unknown(reference);
        });
    }

    private static Dataset inspect(Path file) throws IOException {
        Path scratch = Files.createTempDirectory("metaexpert-info");
        try {
            StoredBars stored = new RowReading(scratch, hash -> scratch.resolve("bars"), false)
                    .read(
                            List.of(file),
                            RowPolicy.INSPECT,
                            Facts.of(file.toString(), FileNames.symbol(file), Optional.empty()),
                            new FolderKeeper(scratch, false));
            return new Dataset(
                    FileNames.dataset(file), stored.symbol(), stored.quality(), StoredTape.qualityIn(scratch));
        } finally {
            DatasetFolder.delete(scratch);
        }
    }

    private boolean exists(String name) {
        return name.matches(DataCatalog.NAME_PATTERN)
                && Files.exists(root.resolve(name).resolve(DatasetFolder.BARS));
    }

    private static UserException unknown(String name) {
        return new UserException(
                "no dataset \"%s\"".formatted(name),
                "metaexpert data list shows the datasets; metaexpert data import FILE makes one.");
    }

    private StoredBars open(String name) throws IOException {
        if (name.equals(SampleData.NAME)) {
            return cache.sample();
        }
        if (!exists(name)) {
            throw unknown(name);
        }
        return StoredBars.open(root.resolve(name).resolve(DatasetFolder.BARS));
    }

    /** Writes the bars of a dataset as CSV, packed when the name ends in {@code .gz}. */
    public void exportBars(String name, Path target, boolean force) {
        onDisk(() -> {
            CsvExport.bars(open(name).bars(), target, force);
            return name;
        });
    }

    /** Writes the trades of a dataset as CSV, likewise. */
    public void exportTrades(String name, Path target, boolean force) {
        onDisk(() -> {
            Path trades = root.resolve(name).resolve(StoredTape.TRADES);
            if (name.equals(SampleData.NAME)) {
                CsvExport.copy(SampleData.open(), target, force);
                return name;
            }
            if (!exists(name) || !Files.exists(trades)) {
                throw exists(name)
                        ? new UserException("the dataset \"%s\" holds bars only".formatted(name), "Leave --trades out.")
                        : unknown(name);
            }
            CsvExport.trades(ColumnFile.open(trades), target, force);
            return name;
        });
    }

    /** Builds a dataset of coarser bars. */
    public Dataset resample(String name, Timeframe timeframe, Optional<String> newName, boolean force) {
        return onDisk(() -> {
            StoredBars finer = open(name);
            Timeframe from = finer.bars().timeframe();
            if (!timeframe.isBuiltFrom(from) || timeframe == from) {
                throw new UserException(
                        "%s bars cannot be built from the %s bars of \"%s\"".formatted(timeframe, from, name),
                        "The new timeframe must be a multiple of the old one.");
            }
            Bars bars = BarResampler.resample(finer.bars(), timeframe);
            if (bars.size() == 0) {
                throw new UserException("\"%s\" does not span a whole %s period".formatted(name, timeframe), "");
            }
            Facts facts = Facts.of(finer).in(timeframe).note("Built from the %s bars of \"%s\".".formatted(from, name));
            return create(newName.orElse(name + "-" + timeframe), bars, facts, force);
        });
    }

    /** Makes a dataset of synthetic bars, marked as such. */
    public Dataset generate(SyntheticBars synthetic, String name, boolean force) {
        return onDisk(() -> create(name, synthetic.generate(), synthetic.facts(), force));
    }

    private Dataset create(String name, Bars bars, Facts facts, boolean force) throws IOException {
        try (DatasetFolder folder = new DatasetFolder(root, name, force);
                ColumnSpool rows = SampleData.spool(bars, folder.folder())) {
            folder.finish(StoredBars.write(rows, facts, folder.folder(), hash -> folder.bars(), true), List.of());
        }
        return dataset(name);
    }
}
