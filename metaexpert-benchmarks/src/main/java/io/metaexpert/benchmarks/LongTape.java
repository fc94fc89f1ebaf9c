package io.metaexpert.benchmarks;

import io.metaexpert.UserException;
import io.metaexpert.data.DataCatalog;
import io.metaexpert.data.Datasets;
import io.metaexpert.data.GapPolicy;
import io.metaexpert.data.ImportRequest;
import io.metaexpert.data.read.RowPlace;
import io.metaexpert.data.read.RowSink;
import io.metaexpert.data.read.TapeSink;
import io.metaexpert.data.tape.StoredTape;
import io.metaexpert.data.tape.TapeCollector;
import io.metaexpert.market.Ticks;
import io.metaexpert.market.book.DepthArray;
import io.metaexpert.market.book.DepthUpdates;
import io.metaexpert.market.book.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Six minutes of a real futures market, again and again, in mapped files: more than any cache of the processor holds. */
final class LongTape implements RowSink, RowPlace {
    /** A little longer than the recording. */
    private static final long ROUND_MS = 400_000;

    private final TapeCollector collector;

    private LongTape(Path folder) {
        collector = new TapeCollector(this, folder);
    }

    /** The folder of the recording comes from the system property {@code metaexpert.shared}. */
    static Tape of(int repeats) throws IOException {
        Path home = Files.createTempDirectory("metaexpert-tape");
        Path file = Path.of(System.getProperty("metaexpert.shared", "../shared"))
                .resolve("data/ticks/binance-usdm-btcusdt-20240808.gz");
        new Datasets(home)
                .importFiles(new ImportRequest(
                        List.of(file),
                        Optional.of("once"),
                        Optional.empty(),
                        Optional.empty(),
                        GapPolicy.KEEP,
                        false,
                        false));
        Tape once = new DataCatalog(home).loadTicks("once", home).tape();
        Path folder = home.resolve("often");
        LongTape tape = new LongTape(folder);
        try (TapeCollector rows = tape.collector) {
            for (int i = 0; i < repeats; i++) {
                tape.add(once, i);
            }
            StoredTape.write(rows, folder, false);
        }
        Tape opened = StoredTape.open(folder).orElseThrow().tape();
        delete(home);
        return opened;
    }

    /** What is mapped stays readable. */
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void add(Tape once, int round) throws IOException {
        Ticks ticks = once.ticks();
        int update = 0;
        for (int i = 0; i < ticks.size(); i++) {
            update = addDepth(once.depth(), update, i, round);
            long time = ticks.timeMs(i) + round * ROUND_MS;
            if (ticks.kind(i).isTrade()) {
                int side = ticks.kind(i).aggressor();
                collector.trade(this, TapeSink.NONE, time, ticks.last(i), ticks.lastSize(i), side);
            } else {
                collector.quote(this, time, ticks.bid(i), ticks.bidSize(i), ticks.ask(i), ticks.askSize(i));
            }
        }
        addDepth(once.depth(), update, ticks.size(), round);
    }

    private int addDepth(DepthUpdates depth, int first, int ticksBefore, int round) throws IOException {
        int update = first;
        long ids = round * (depth.lastId(depth.size() - 1) - depth.firstId(0) + 1);
        DepthArray one = new DepthArray();
        for (; update < depth.size() && depth.ticksBefore(update) <= ticksBefore; update++) {
            long time = depth.timeMs(update) + round * ROUND_MS;
            one.clear();
            if (depth.isSnapshot(update)) {
                one.snapshot(time, depth.lastId(update) + ids, 0);
            } else {
                one.diff(
                        time,
                        depth.firstId(update) + ids,
                        depth.lastId(update) + ids,
                        depth.previousId(update) + ids,
                        0);
            }
            addLevels(depth, update, one);
            collector.depth(this, time, one);
        }
        return update;
    }

    private static void addLevels(DepthUpdates depth, int update, DepthArray one) {
        for (int level = depth.firstLevel(update); level < depth.firstAsk(update); level++) {
            one.bid(depth.price(level), depth.size(level));
        }
        for (int level = depth.firstAsk(update); level < depth.endLevel(update); level++) {
            one.ask(depth.price(level), depth.size(level));
        }
    }

    @Override
    public void bar(RowPlace at, long timeMs, double open, double high, double low, double close, double volume) {}

    @Override
    public void trade(RowPlace at, long timeMs, double price, double amount, long side) {}

    @Override
    public TapeSink tape() {
        return collector;
    }

    @Override
    public UserException mistake(String problem, String hint) {
        return new UserException(problem, hint);
    }

    @Override
    public UserException mistake(int value, String problem, String hint) {
        return mistake(problem, hint);
    }

    @Override
    public String text(int value) {
        return "";
    }
}
