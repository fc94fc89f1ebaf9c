package io.metaexpert.market.book;

import static io.metaexpert.market.book.BookChange.APPLIED;
import static io.metaexpert.market.book.BookChange.CROSSED;
import static io.metaexpert.market.book.BookChange.GAP;
import static io.metaexpert.market.book.BookChange.MALFORMED;
import static io.metaexpert.market.book.BookChange.OLD;
import static io.metaexpert.market.book.BookChange.TOO_OLD;
import static io.metaexpert.market.book.BookChange.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.OrderBook;
import io.metaexpert.market.book.DepthBook.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepthBookTest {
    private static final InstrumentId BTC = new InstrumentId("binance", "BTC/USDT");

    private final DepthBook spot = new DepthBook(SequenceRule.RANGES);
    private final DepthBook futures = new DepthBook(SequenceRule.CHAINED);

    private static DepthArray snapshot(long lastId) {
        DepthArray update = new DepthArray();
        update.snapshot(1_000, lastId, 0);
        update.bid(100, 1);
        update.bid(99, 2);
        update.ask(101, 3);
        update.ask(102, 4);
        return update;
    }

    private static DepthArray diff(long first, long last) {
        return diff(first, last, DepthUpdates.NO_ID);
    }

    private static DepthArray diff(long first, long last, long previous) {
        DepthArray update = new DepthArray();
        update.diff(1_100, first, last, previous, 0);
        update.bid(100, (double) last);
        return update;
    }

    @Test
    void isEmptyUntilASnapshotAndShowsTheBestLevelsFirst() {
        assertThat(spot.state()).isEqualTo(State.EMPTY);
        assertThat(spot.bid(0)).isNaN();

        assertThat(spot.apply(snapshot(10), 0)).isEqualTo(APPLIED);

        assertThat(spot.state()).isEqualTo(State.VALID);
        assertThat(spot.view(BTC, 1))
                .isEqualTo(new OrderBook(
                        BTC, 1_000, List.of(new OrderBook.Level(100, 1)), List.of(new OrderBook.Level(101, 3))));
        assertThat(spot.view(BTC, 9).asks()).containsExactly(new OrderBook.Level(101, 3), new OrderBook.Level(102, 4));
        assertThat(spot.ask(2)).isNaN();
        assertThat(spot.bidSizeAt(99)).isEqualTo(2);
        assertThat(spot.askSizeAt(99)).isZero();
    }

    @Test
    void aSizeOfZeroRemovesALevelAndAnUnknownOneIsNoMistake() {
        spot.apply(snapshot(10), 0);
        DepthArray update = new DepthArray();
        update.diff(1_100, 11, 12, DepthUpdates.NO_ID, 0);
        update.bid(100, 0);
        update.bid(55, 0);
        update.ask(100.5, 7);

        assertThat(spot.apply(update, 0)).isEqualTo(APPLIED);

        assertThat(spot.bid(0)).isEqualTo(99);
        assertThat(spot.ask(0)).isEqualTo(100.5);
        assertThat(spot.bids()).isEqualTo(1);
        assertThat(spot.asks()).isEqualTo(3);
        assertThat(spot.lastId()).isEqualTo(12);
        assertThat(spot.timeMs()).isEqualTo(1_100);
    }

    @Test
    void spotUpdatesConnectByTheirRanges() {
        spot.apply(snapshot(10), 0);

        assertThat(spot.apply(diff(5, 10), 0)).isEqualTo(OLD);
        assertThat(spot.apply(diff(8, 11), 0)).isEqualTo(APPLIED);
        assertThat(spot.apply(diff(12, 14), 0)).isEqualTo(APPLIED);
        assertThat(spot.apply(diff(16, 17), 0)).isEqualTo(GAP);
        assertThat(spot.state()).isEqualTo(State.INVALID);
        assertThat(spot.bids()).isZero();
    }

    @Test
    void aSpotUpdateThatBeginsTwoAfterTheSnapshotIsAGap() {
        spot.apply(snapshot(10), 0);

        assertThat(spot.apply(diff(12, 14), 0)).isEqualTo(GAP);
    }

    @Test
    void futuresUpdatesConnectByTheOneBefore() {
        futures.apply(snapshot(10), 0);

        assertThat(futures.apply(diff(5, 9, 4), 0)).isEqualTo(OLD);
        assertThat(futures.apply(diff(5, 13, 4), 0)).isEqualTo(APPLIED);
        assertThat(futures.apply(diff(90, 95, 13), 0)).isEqualTo(APPLIED);
        assertThat(futures.apply(diff(90, 95, 13), 0)).isEqualTo(OLD);
        assertThat(futures.apply(diff(96, 99, 94), 0)).isEqualTo(GAP);
    }

    @Test
    void theFirstFuturesUpdateHoldsTheSnapshotOrNamesIt() {
        futures.apply(snapshot(10), 0);
        assertThat(futures.apply(diff(10, 10, 7), 0)).isEqualTo(APPLIED);

        futures.reset();
        futures.apply(snapshot(10), 0);
        assertThat(futures.apply(diff(12, 15, 10), 0)).isEqualTo(APPLIED);

        futures.reset();
        futures.apply(snapshot(10), 0);
        assertThat(futures.apply(diff(12, 15, 11), 0)).isEqualTo(GAP);
    }

    @Test
    void whatCameBeforeTheSnapshotIsAppliedOnTopOfIt() {
        assertThat(spot.apply(diff(6, 9), 0)).isEqualTo(WAITING);
        assertThat(spot.apply(diff(10, 12), 0)).isEqualTo(WAITING);
        assertThat(spot.apply(diff(13, 15), 0)).isEqualTo(WAITING);

        assertThat(spot.apply(snapshot(10), 0)).isEqualTo(APPLIED);

        assertThat(spot.lastId()).isEqualTo(15);
        assertThat(spot.bidSize(0)).isEqualTo(15);
        assertThat(spot.apply(diff(16, 16), 0)).isEqualTo(APPLIED);
    }

    @Test
    void aSnapshotThatDoesNotReachWhatWaitsIsTooOldAndTheNextOneMends() {
        spot.apply(diff(20, 22), 0);
        spot.apply(diff(23, 24), 0);

        assertThat(spot.apply(snapshot(18), 0)).isEqualTo(TOO_OLD);
        assertThat(spot.isValid()).isFalse();
        assertThat(spot.apply(snapshot(20), 0)).isEqualTo(APPLIED);
        assertThat(spot.lastId()).isEqualTo(24);
    }

    @Test
    void afterAGapOnlyASnapshotThatConnectsMakesItValid() {
        spot.apply(snapshot(10), 0);
        spot.apply(diff(15, 16), 0);
        spot.apply(diff(17, 18), 0);

        assertThat(spot.apply(snapshot(12), 0)).isEqualTo(TOO_OLD);
        assertThat(spot.state()).isEqualTo(State.INVALID);
        assertThat(spot.apply(snapshot(16), 0)).isEqualTo(APPLIED);
        assertThat(spot.lastId()).isEqualTo(18);
    }

    @Test
    void aSnapshotOlderThanAValidBookChangesNothing() {
        spot.apply(snapshot(10), 0);
        spot.apply(diff(11, 20), 0);

        assertThat(spot.apply(snapshot(15), 0)).isEqualTo(OLD);
        assertThat(spot.lastId()).isEqualTo(20);
        assertThat(spot.apply(snapshot(30), 0)).isEqualTo(APPLIED);
        assertThat(spot.bidSize(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void aSizeThatIsNoneMakesTheBookInvalidAndNothingOfItIsUsed(double size) {
        spot.apply(snapshot(10), 0);
        DepthArray update = diff(11, 12);
        update.ask(103, size);

        assertThat(spot.apply(update, 0)).isEqualTo(MALFORMED);
        assertThat(spot.state()).isEqualTo(State.INVALID);
        assertThat(spot.apply(diff(11, 12), 0)).isEqualTo(WAITING);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, Double.NaN, Double.POSITIVE_INFINITY})
    void aPriceThatIsNoneMakesTheBookInvalid(double price) {
        spot.apply(snapshot(10), 0);
        DepthArray update = diff(11, 12);
        update.ask(price, 1);

        assertThat(spot.apply(update, 0)).isEqualTo(MALFORMED);
    }

    @Test
    void aSnapshotWithASizeOfZeroIsMalformed() {
        DepthArray update = snapshot(10);
        update.ask(103, 0);

        assertThat(spot.apply(update, 0)).isEqualTo(MALFORMED);
        assertThat(spot.state()).isEqualTo(State.EMPTY);
    }

    @Test
    void aBidThatReachesTheAskMakesTheBookInvalid() {
        spot.apply(snapshot(10), 0);
        DepthArray update = diff(11, 12);
        update.ask(100, 1);

        assertThat(spot.apply(update, 0)).isEqualTo(CROSSED);
        assertThat(spot.state()).isEqualTo(State.INVALID);
        assertThat(spot.ask(0)).isNaN();

        DepthArray crossed = new DepthArray();
        crossed.snapshot(2_000, 40, 0);
        crossed.bid(100, 1);
        crossed.ask(100, 1);
        assertThat(spot.apply(crossed, 0)).isEqualTo(CROSSED);
        assertThat(spot.apply(snapshot(41), 0)).isEqualTo(APPLIED);
    }
}
