package io.metaexpert.backtest;

import io.metaexpert.UserException;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.data.FundingFiles;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.TimedValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Loads the funding rates and mark prices of a perpetual, and states the rate where there are none. */
final class FundingLoader {
    private final MetaExpertConfig.Backtest config;
    private final Path projectDir;

    FundingLoader(MetaExpertConfig.Backtest config, Path projectDir) {
        this.config = config;
        this.projectDir = projectDir;
    }

    /**
     * The funding of one instrument.
     *
     * @param rates at the instants at which funding is exchanged
     * @param marks mark prices; empty: the prices of the bars
     * @param recorded how many of the rates are real
     */
    record Funding(TimedValues rates, TimedValues marks, int recorded) {
        static final Funding NONE = new Funding(TimedValues.EMPTY, TimedValues.EMPTY, 0);
    }

    /** From {@code fromMs} (excluded) to {@code toMs} (included); none for what pays no funding. */
    Funding load(Instrument instrument, long fromMs, long toMs) {
        if (!config.funding() || !instrument.contract().isPerpetual()) {
            return Funding.NONE;
        }
        String symbol = instrument.id().symbol();
        TimedValues real = read(config.fundingData(), "backtest.funding-data", symbol, FundingFiles::rates);
        TimedValues marks = read(config.markData(), "backtest.mark-data", symbol, FundingFiles::marks);
        return filled(real, marks, fromMs, toMs);
    }

    private Funding filled(TimedValues real, TimedValues marks, long fromMs, long toMs) {
        int first = real.indexAt(fromMs) + 1;
        int end = real.indexAt(toMs) + 1;
        double rate = config.fundingRate().doubleValue();
        long interval = FundingFiles.DEFAULT_INTERVAL_MS;
        if (first >= end) {
            return new Funding(TimedValues.every(interval, rate, fromMs, toMs), marks, 0);
        }
        TimedValues before = TimedValues.every(interval, rate, fromMs, real.timeMs(first) - 1);
        TimedValues after = TimedValues.every(interval, rate, real.timeMs(end - 1), toMs);
        return new Funding(joined(before, real, first, end, after), marks, end - first);
    }

    private static TimedValues joined(TimedValues before, TimedValues real, int first, int end, TimedValues after) {
        int size = before.size() + end - first + after.size();
        long[] times = new long[size];
        double[] values = new double[size];
        int next = copy(before, 0, before.size(), times, values, 0);
        next = copy(real, first, end, times, values, next);
        int last = copy(after, 0, after.size(), times, values, next);
        return new TimedValues(Arrays.copyOf(times, last), Arrays.copyOf(values, last));
    }

    private static int copy(TimedValues from, int first, int end, long[] times, double[] values, int at) {
        int next = at;
        for (int i = first; i < end; i++) {
            times[next] = from.timeMs(i);
            values[next++] = from.value(i);
        }
        return next;
    }

    private interface Reader {
        TimedValues read(Path file, String symbol) throws IOException;
    }

    private TimedValues read(Optional<Path> configured, String key, String symbol, Reader reader) {
        if (configured.isEmpty()) {
            return TimedValues.EMPTY;
        }
        Path path = projectDir.resolve(configured.get());
        try {
            return reader.read(file(path, key, symbol), symbol);
        } catch (IOException e) {
            throw new UserException(
                    key + ": cannot read " + path + ": " + e.getMessage(), "check the path and the rights");
        }
    }

    private static Path file(Path path, String key, String symbol) throws IOException {
        if (Files.isRegularFile(path)) {
            return path;
        }
        if (!Files.isDirectory(path)) {
            throw new UserException(
                    key + ": there is no file or folder " + path,
                    "give a path relative to the project, or an absolute one");
        }
        return FundingFiles.find(path, symbol)
                .orElseThrow(() -> new UserException(
                        key + ": no file of " + symbol + " in " + path,
                        "its name must start with the symbol, such as " + symbol.replace("/", "") + ".csv.gz"));
    }
}
