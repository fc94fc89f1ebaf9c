package io.metaexpert.simulate;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.TickKind;
import io.metaexpert.market.Ticks;
import io.metaexpert.market.book.DepthBook;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.PositionSide;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One position of an instrument at the venue: its orders, what lets them fill, and who looks after its position. Engine thread only. */
final class MarketPlace {
    final Instrument instrument;
    final OrderEntry entry;
    private final AccountMarket market;
    private final Matcher matcher;
    private final @Nullable BarMatcher bars;
    private final @Nullable TickMatcher ticks;
    /** Null for spot, where nothing happens to a position without an order. */
    private final @Nullable PositionKeeper keeper;

    MarketPlace(
            AccountMarket market,
            SimulatedAccount account,
            Execution execution,
            FillSettings fills,
            Reactions reactions,
            Consumer<Transaction> sink) {
        this.market = market;
        this.instrument = market.instrument;
        this.matcher = new Matcher(market, execution, fills.spread().doubleValue() / 2, reactions);
        if (fills.model().isOfTicks()) {
            TickMatcher ofTicks = new TickMatcher(matcher, execution, fills);
            this.bars = null;
            this.ticks = ofTicks;
            this.entry = ofTicks.entry();
        } else {
            BarMatcher ofBars = new BarMatcher(matcher, execution, fills);
            this.bars = ofBars;
            this.ticks = null;
            this.entry = ofBars.entry();
        }
        this.keeper = PositionKeeper.isNeeded(market.venue) ? new PositionKeeper(market, account, matcher, sink) : null;
        if (keeper != null && PositionKeeper.isNeededBeforeFills(account.settings())) {
            matcher.guard(keeper);
        }
    }

    /** Whether an order is for this position. */
    boolean isFor(OrderRequest request) {
        Optional<PositionSide> side = request.positionSide();
        return instrument.id().equals(request.instrument())
                && (market.side.isEmpty() ? side.isEmpty() : market.side.equals(side));
    }

    boolean hasExpired() {
        return keeper != null && keeper.hasExpired();
    }

    void onBar(Bars data, int i) {
        if (bars == null) {
            at(data.close(i), data.closeTimeMs(i));
        } else if (keeper == null) {
            bars.onBar(data, i);
        } else {
            keeper.beforeFills(data, i);
            bars.onBar(data, i);
            keeper.afterFills(data, i);
        }
        market.lastPrice = data.close(i);
    }

    void onTick(Ticks data, int i) {
        if (ticks == null) {
            return;
        }
        ticks.onTick(data, i);
        if (data.kind(i) != TickKind.QUOTE) {
            at(data.last(i), data.timeMs(i));
            market.lastPrice = data.last(i);
        }
    }

    void onBook(DepthBook book, long timeMs) {
        if (ticks != null) {
            ticks.onBook(book, timeMs);
        }
    }

    private void at(double price, long timeMs) {
        if (keeper != null) {
            keeper.at(price, timeMs);
        }
    }

    /** See {@link SimulatedVenue#intrabarOrders}. */
    Set<String> ambiguous() {
        return matcher.ambiguous();
    }
}
