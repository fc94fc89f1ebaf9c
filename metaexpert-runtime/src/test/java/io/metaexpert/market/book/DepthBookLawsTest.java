package io.metaexpert.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A book fed with random updates behaves as the plainest one does: two sorted maps. */
class DepthBookLawsTest {
    private static final int RUNS = 30;
    private static final int UPDATES = 120;

    private final TreeMap<Double, Double> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Double, Double> asks = new TreeMap<>();

    private static SequenceRule rule(int run) {
        return run % 2 == 0 ? SequenceRule.RANGES : SequenceRule.CHAINED;
    }

    /** Every tenth book has thousands of levels, the others some dozens. */
    private static DepthArray market(SequenceRule rule, int run, SplittableRandom random) {
        int width = run % 10 < 2 ? 4_000 : 60;
        DepthArray depth = new DepthArray();
        long id = 1_000;
        depth.snapshot(0, id, 0);
        for (int rank = 0; rank < width / 2; rank++) {
            depth.bid(10_000 - rank, 1 + random.nextInt(9));
        }
        for (int rank = 0; rank < width / 2; rank++) {
            depth.ask(10_001 + rank, 1 + random.nextInt(9));
        }
        for (int i = 1; i <= UPDATES; i++) {
            long first = rule == SequenceRule.CHAINED ? id + 1 + random.nextInt(50) : id + 1;
            long last = first + random.nextInt(20);
            depth.diff(i, first, last, rule == SequenceRule.CHAINED ? id : DepthUpdates.NO_ID, 0);
            id = last;
            addMove(depth, width, random);
        }
        return depth;
    }

    /** Levels on both sides of the middle, removals among them: the market does not move, so it never crosses. */
    private static void addMove(DepthArray depth, int width, SplittableRandom random) {
        int changes = random.nextInt(width / 5);
        for (int k = 0; k < changes; k++) {
            depth.bid(10_000 - random.nextInt(width), random.nextInt(4));
        }
        for (int k = 0; k < changes; k++) {
            depth.ask(10_001 + random.nextInt(width), random.nextInt(4));
        }
    }

    private void applyNaively(DepthUpdates depth, int i) {
        if (depth.isSnapshot(i)) {
            bids.clear();
            asks.clear();
        }
        for (int level = depth.firstLevel(i); level < depth.endLevel(i); level++) {
            TreeMap<Double, Double> side = level < depth.firstAsk(i) ? bids : asks;
            if (depth.size(level) == 0) {
                side.remove(depth.price(level));
            } else {
                side.put(depth.price(level), depth.size(level));
            }
        }
    }

    private void assertSame(DepthBook book) {
        assertThat(IntStream.range(0, book.bids()).mapToDouble(book::bid).toArray())
                .isEqualTo(numbers(bids.keySet()));
        assertThat(IntStream.range(0, book.bids()).mapToDouble(book::bidSize).toArray())
                .isEqualTo(numbers(bids.values()));
        assertThat(IntStream.range(0, book.asks()).mapToDouble(book::ask).toArray())
                .isEqualTo(numbers(asks.keySet()));
        assertThat(IntStream.range(0, book.asks()).mapToDouble(book::askSize).toArray())
                .isEqualTo(numbers(asks.values()));
        assertThat(bids.keySet().stream().mapToDouble(book::bidSizeAt).toArray())
                .isEqualTo(numbers(bids.values()));
        assertThat(asks.keySet().stream().mapToDouble(book::askSizeAt).toArray())
                .isEqualTo(numbers(asks.values()));
        assertThat(book.bid(book.bids())).isNaN();
        assertThat(book.bidSizeAt(10_000.5)).isZero();
    }

    private static double[] numbers(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void equalsTwoSortedMapsAfterEveryUpdate() {
        for (int run = 0; run < RUNS; run++) {
            SequenceRule rule = rule(run);
            DepthArray depth = market(rule, run, new SplittableRandom(run));
            DepthBook book = new DepthBook(rule);
            for (int i = 0; i < depth.size(); i++) {
                assertThat(book.apply(depth, i)).isEqualTo(BookChange.APPLIED);
                applyNaively(depth, i);
                assertSame(book);
            }
        }
    }

    @Test
    void aDroppedUpdateIsSeenAtOnceAndTheBookStaysInvalidUntilTheNextSnapshot() {
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(run);
            SequenceRule rule = rule(run);
            DepthArray depth = market(rule, run, random);
            DepthBook book = new DepthBook(rule);
            int dropped = 1 + random.nextInt(UPDATES - 1);
            for (int i = 0; i < depth.size(); i++) {
                applyNaively(depth, i);
                if (i < dropped) {
                    assertThat(book.apply(depth, i)).isEqualTo(BookChange.APPLIED);
                } else if (i > dropped) {
                    assertThat(book.apply(depth, i)).isEqualTo(i == dropped + 1 ? BookChange.GAP : BookChange.WAITING);
                    assertThat(book.isValid()).isFalse();
                    assertThat(book.bids()).isZero();
                }
            }

            DepthArray snapshot = new DepthArray();
            snapshot.snapshot(9_999, depth.lastId(depth.size() - 1), 0);
            bids.forEach(snapshot::bid);
            asks.forEach(snapshot::ask);
            assertThat(book.apply(snapshot, 0)).isEqualTo(BookChange.APPLIED);
            assertSame(book);
        }
    }

    @Test
    void aSnapshotAnywhereWithWhatCameBeforeAndAfterGivesTheSameBook() {
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(run);
            SequenceRule rule = rule(run);
            DepthArray depth = market(rule, run, random);
            int taken = 1 + random.nextInt(UPDATES - 1);
            int received = taken + random.nextInt(UPDATES - taken);
            DepthArray snapshot = new DepthArray();
            DepthBook book = new DepthBook(rule);
            for (int i = 0; i < depth.size(); i++) {
                applyNaively(depth, i);
                if (i == taken) {
                    snapshot.snapshot(i, depth.lastId(i), 0);
                    bids.forEach(snapshot::bid);
                    asks.forEach(snapshot::ask);
                }
                if (i > 0) {
                    book.apply(depth, i);
                }
                if (i == received) {
                    assertThat(book.apply(snapshot, 0)).isEqualTo(BookChange.APPLIED);
                }
                if (i >= received) {
                    assertSame(book);
                }
            }
        }
    }
}
