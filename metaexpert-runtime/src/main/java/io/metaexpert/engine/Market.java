package io.metaexpert.engine;

import io.metaexpert.bind.BoundExpert.OnBarHandler;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Contract;
import io.metaexpert.market.Decimals;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.OrderBook;
import io.metaexpert.market.Tick;
import io.metaexpert.market.TickKind;
import io.metaexpert.market.Timeframe;
import io.metaexpert.portfolio.Ledger;
import io.metaexpert.portfolio.Position;
import io.metaexpert.portfolio.contract.MarginTiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of one instrument at the engine's time: how far its data have been read, and its series. Engine thread only. */
final class Market {
    static final long NONE = Long.MAX_VALUE;

    final Instrument instrument;
    final Bars base;
    final MarginTiers tiers;
    /** Smallest timeframe first. */
    final List<SeriesState> series = new ArrayList<>();

    /** Quote currency per contract of an inverse contract; 0 for all others. */
    private final double inverseSize;

    private final long fixedLengthMs;
    private SeriesState[] coarser = new SeriesState[0];
    private final SeriesState finest;
    /** The next base bar to be shown. */
    private int next;
    /** When it closes, as looked up last; {@link #NONE} when there was none. */
    private long nextCloseMs;

    private double lastPrice = Double.NaN;
    /** Between bid and ask; NaN where no quotes are known. */
    private double middle = Double.NaN;
    /** What happens between the bars; null where the data are bars alone. */
    private @Nullable TapeCursor tape;
    /** The newest row of the ticks; -1 before the first. */
    private int tick = -1;

    /** Signed quantity held, as an estimate for marks. */
    double quantity;

    /** As asked for last; null when the books have changed since. */
    private @Nullable Position position;

    private @Nullable Ledger ledger;

    Market(Instrument instrument, Bars base, MarginTiers tiers, List<OnBarHandler> baseHandlers) {
        this.tiers = tiers;
        this.instrument = instrument;
        this.base = base;
        this.inverseSize = instrument.contract() instanceof Contract.Inverse inverse
                ? inverse.size().doubleValue()
                : 0;
        this.fixedLengthMs =
                base.timeframe() == Timeframe.MO1 ? 0 : base.timeframe().lengthMs();
        this.nextCloseMs = NONE;
        this.finest = new SeriesState(instrument.id(), base, base.timeframe(), baseHandlers);
        series.add(finest);
    }

    /**
     * The place of an instrument among markets.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    static int index(List<Market> markets, InstrumentId instrument) {
        for (int i = 0; i < markets.size(); i++) {
            if (markets.get(i).instrument.id().equals(instrument)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no market for " + instrument);
    }

    /** Takes over what the books say after a fill. */
    void refresh(Ledger ledger) {

        this.ledger = ledger;
        position = null;
        quantity = Decimals.toDouble(ledger.signedQuantity(instrument.id()));
    }

    Position position() {
        Position known = position;
        if (known == null) {
            known = ledger == null
                    ? Position.flat(instrument.id(), instrument.contract())
                    : ledger.position(instrument.id());
            position = known;
        }
        return known;
    }

    /** When the next base bar closes; {@link #NONE} when there is none. */
    long nextCloseMs() {
        // Bars may be added while there is none.
        return nextCloseMs == NONE ? lookUpNextClose() : nextCloseMs;
    }

    private long lookUpNextClose() {
        int i = next;
        if (i >= base.size()) {
            nextCloseMs = NONE;
        } else {
            nextCloseMs = fixedLengthMs > 0 ? base.openTimeMs(i) + fixedLengthMs : base.closeTimeMs(i);
        }
        return nextCloseMs;
    }

    /** How many base bars have been shown. */
    int barsRead() {
        return next;
    }

    /** When the next base bar opens; {@link #NONE} when there is none. */
    long nextOpenMs() {
        return next < base.size() ? base.openTimeMs(next) : NONE;
    }

    /** Shows the first bars before the strategy starts. */
    void readHistory(int count) {
        for (int i = 0; i < count; i++) {
            advance();
        }
        finest.updatedMs = NONE;
    }

    /** Reads the next base bar: it is visible from now on. Returns its index. */
    int advance() {
        long closeMs = nextCloseMs();
        int i = next++;
        lastPrice = base.close(i);
        finest.show(i);
        finest.updatedMs = closeMs;
        lookUpNextClose();
        for (SeriesState state : coarser) {
            builder(state).add(base, i);
        }
        return i;
    }

    /** Lets it have ticks. */
    void follow(TapeCursor cursor) {
        tape = cursor;
    }

    /** A tick is visible from now on. */
    void showTick(int row) {
        tick = row;
        TapeCursor cursor = tape;
        if (cursor == null) {
            return;
        }
        if (cursor.ticks.kind(row) == TickKind.QUOTE) {
            middle = (cursor.ticks.bid(row) + cursor.ticks.ask(row)) / 2;
        } else {
            lastPrice = cursor.ticks.last(row);
        }
    }

    /** Where the limits see the price: between bid and ask where those are known, else the last price; NaN before the first. */
    double mark() {
        return Double.isNaN(middle) ? lastPrice : middle;
    }

    /** The newest tick, if it knows both bid and ask. */
    Optional<Tick> quote() {
        return Double.isNaN(middle) ? Optional.empty() : tick();
    }

    /** Whether it binds margin by leverage. */
    boolean isFuture() {
        return instrument.contract() instanceof Contract.Linear || instrument.contract() instanceof Contract.Inverse;
    }

    /** The newest tick. */
    Optional<Tick> tick() {
        TapeCursor cursor = tape;
        return cursor == null || tick < 0 ? Optional.empty() : Optional.of(cursor.ticks.tick(instrument.id(), tick));
    }

    /** The book as it is, up to a depth; empty while it is not valid. */
    Optional<OrderBook> book(int depth) {
        TapeCursor cursor = tape;
        return cursor == null || !cursor.book().isValid()
                ? Optional.empty()
                : Optional.of(cursor.book().view(instrument.id(), depth));
    }

    /** What is held at the last price, as an estimate. */
    double value() {
        return inverseSize == 0 ? quantity * lastPrice : -quantity * inverseSize / lastPrice;
    }

    /** The close of the newest base bar; NaN before the first. */
    double lastPrice() {
        return lastPrice;
    }

    /** The series of a timeframe; null when it has not been made. */
    @Nullable
    SeriesState find(Timeframe timeframe) {
        for (int i = 0; i < series.size(); i++) {
            SeriesState state = series.get(i);
            if (state.timeframe == timeframe) {
                return state;
            }
        }
        return null;
    }

    /** Makes the series of a timeframe with the bars that have closed already. */
    SeriesState addSeries(Timeframe timeframe, List<OnBarHandler> handlers) {
        if (!timeframe.isBuiltFrom(base.timeframe())) {
            throw new IllegalArgumentException("timeframe " + timeframe + " of "
                    + instrument.id().symbol() + " cannot be built from the data, which are " + base.timeframe()
                    + " bars; use a multiple of it");
        }
        SeriesState state = new SeriesState(instrument.id(), base, timeframe, handlers);
        HigherBars builder = builder(state);
        for (int i = 0; i < next; i++) {
            builder.closeIfOver(base.openTimeMs(i));
            builder.add(base, i);
            builder.closeIfOver(base.closeTimeMs(i));
        }
        state.show(builder.bars().size() - 1);
        series.add(state);
        series.sort((a, b) -> Long.compare(a.timeframe.lengthMs(), b.timeframe.lengthMs()));
        coarser = series.stream().filter(s -> s != finest).toArray(SeriesState[]::new);
        return state;
    }

    /** When the next coarser bar that is being built closes. */
    long nextCoarserCloseMs() {
        long earliest = NONE;
        for (SeriesState state : coarser) {
            earliest = Math.min(earliest, builder(state).endMs());
        }
        return earliest;
    }

    /** Shows the coarser bars whose periods are over at {@code nowMs}; answers whether there were any. */
    boolean closeCoarser(long nowMs) {
        boolean closed = false;
        for (SeriesState state : coarser) {
            HigherBars builder = builder(state);
            if (builder.closeIfOver(nowMs)) {
                state.show(builder.bars().size() - 1);
                state.updatedMs = nowMs;
                closed = true;
            }
        }
        return closed;
    }

    SeriesState finest() {
        return finest;
    }

    SeriesState[] coarser() {
        return coarser;
    }

    static HigherBars builder(SeriesState state) {
        HigherBars builder = state.higher;
        if (builder == null) {
            throw new IllegalStateException("the base timeframe is not built");
        }
        return builder;
    }

    /** The timeframes that can be asked for, for messages. */
    String timeframes() {
        return List.of(Timeframe.values()).stream()
                .filter(t -> t.isBuiltFrom(base.timeframe()))
                .map(Timeframe::toString)
                .collect(Collectors.joining(", "));
    }
}
