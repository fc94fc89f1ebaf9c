package io.metaexpert.simulate;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.Price;
import io.metaexpert.market.TickArray;
import io.metaexpert.market.Timeframe;
import io.metaexpert.market.book.DepthArray;
import io.metaexpert.market.book.DepthBook;
import io.metaexpert.market.book.SequenceRule;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.Side;
import io.metaexpert.order.TimeInForce;
import io.metaexpert.order.Trail;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A venue with one instrument, told as a story: send orders, show bars, read what happened in short lines. */
final class VenueStory {
    private final BarArray bars = new BarArray(Timeframe.M1);
    private final Instrument instrument;
    private final SimulatedVenue venue;
    private final List<String> lines = new ArrayList<>();
    private final List<String> timed = new ArrayList<>();
    private final List<Transaction> all = new ArrayList<>();
    private final List<OrderRequest> requests = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final TickArray ticks = new TickArray();
    private final DepthArray updates = new DepthArray();
    private long bookId;
    private final DepthBook depth = new DepthBook(SequenceRule.RANGES);

    private VenueStory(VenueMarket market, String capital, String leverage, String slippage, FillSettings fills) {
        this.instrument = market.instrument();
        this.venue = new SimulatedVenue(
                new SimulationSettings(
                        Money.of(capital, "USDT"),
                        new BigDecimal(leverage),
                        new BigDecimal(slippage),
                        false,
                        true,
                        false,
                        fills),
                List.of(market));
        venue.open(this::note);
    }

    static VenueStory spot() {
        return spot(FillSettings.USUAL);
    }

    static VenueStory spot(FillSettings fills) {
        Instrument instrument = instrument(ContractType.SPOT, "0", "0", "0", "0", "0");
        return new VenueStory(VenueMarket.of(instrument), "1000", "1", "0", fills);
    }

    static VenueStory futures(String leverage) {
        return futures(leverage, FillSettings.USUAL);
    }

    static VenueStory futures(String leverage, FillSettings fills) {
        return new VenueStory(VenueMarket.of(future()), "1000", leverage, "0", fills);
    }

    private static Instrument future() {
        return instrument(ContractType.LINEAR, "0", "0", "0", "0", "0");
    }

    /** Spot with increments of 0.1 and 0.01, minimum 10, maker 0.1 %, taker 0.2 %, slippage 1 %. */
    static VenueStory costly() {
        return costly(FillSettings.USUAL);
    }

    static VenueStory costly(FillSettings fills) {
        Instrument instrument = instrument(ContractType.SPOT, "0.1", "0.01", "10", "0.001", "0.002");
        return new VenueStory(VenueMarket.of(instrument), "1000", "1", "0.01", fills);
    }

    private static Instrument instrument(
            ContractType type, String price, String quantity, String notional, String maker, String taker) {
        return new Instrument(
                new InstrumentId("test", "BTC/USDT"),
                type,
                "BTC",
                "USDT",
                new BigDecimal(price),
                new BigDecimal(quantity),
                new BigDecimal(notional),
                BigDecimal.ONE,
                new BigDecimal(maker),
                new BigDecimal(taker));
    }

    static OrderType market() {
        return new OrderType.Market();
    }

    static OrderType limit(String price) {
        return new OrderType.Limit(Price.of(price));
    }

    static OrderType stop(String trigger) {
        return new OrderType.StopMarket(Price.of(trigger));
    }

    static OrderType trailing(String amount) {
        return new OrderType.TrailingStop(Trail.amount(amount), Optional.empty());
    }

    static OrderType trailing(Trail trail, String activation) {
        return new OrderType.TrailingStop(trail, Optional.of(Price.of(activation)));
    }

    static OrderType stopLimit(String trigger, String limit) {
        return new OrderType.StopLimit(Price.of(trigger), Price.of(limit));
    }

    VenueStory buy(String quantity, OrderType type) {
        return send(Side.BUY, OrderSize.base(quantity), type, TimeInForce.GTC, false, false);
    }

    VenueStory sell(String quantity, OrderType type) {
        return send(Side.SELL, OrderSize.base(quantity), type, TimeInForce.GTC, false, false);
    }

    VenueStory reduce(Side side, String quantity, OrderType type) {
        return send(side, OrderSize.base(quantity), type, TimeInForce.GTC, true, false);
    }

    VenueStory send(
            Side side, OrderSize size, OrderType type, TimeInForce timeInForce, boolean reduceOnly, boolean postOnly) {
        return submit(request(side, size, type, timeInForce, reduceOnly, postOnly));
    }

    private OrderRequest request(
            Side side, OrderSize size, OrderType type, TimeInForce timeInForce, boolean reduceOnly, boolean postOnly) {
        return new OrderRequest(
                Integer.toString(requests.size() + 1),
                instrument.id(),
                side,
                Optional.empty(),
                type,
                size,
                timeInForce,
                reduceOnly,
                postOnly,
                "",
                now);
    }

    private VenueStory submit(OrderRequest request) {
        requests.add(request);
        venue.submit(request);
        return this;
    }

    /** An order that is good till some seconds since the beginning. */
    VenueStory goodTill(long second, Side side, String quantity, OrderType type) {
        return submit(change(
                request(side, OrderSize.base(quantity), type, TimeInForce.GTC, false, false),
                TimeInForce.GTD,
                Optional.of(Instant.ofEpochSecond(second)),
                Optional.empty()));
    }

    /** A reduce-only order that is paired with an earlier one. */
    VenueStory pair(int earlier, Side side, String quantity, OrderType type) {
        return submit(change(
                request(side, OrderSize.base(quantity), type, TimeInForce.GTC, true, false),
                TimeInForce.GTC,
                Optional.empty(),
                Optional.of(Integer.toString(earlier))));
    }

    /** The same, which may open a position. */
    VenueStory pairEntry(int earlier, Side side, String quantity, OrderType type) {
        return submit(change(
                request(side, OrderSize.base(quantity), type, TimeInForce.GTC, false, false),
                TimeInForce.GTC,
                Optional.empty(),
                Optional.of(Integer.toString(earlier))));
    }

    private static OrderRequest change(
            OrderRequest from, TimeInForce lasts, Optional<Instant> goodTill, Optional<String> pairedWith) {
        return new OrderRequest(
                from.clientOrderId(),
                from.instrument(),
                from.side(),
                from.positionSide(),
                from.type(),
                from.size(),
                lasts,
                goodTill,
                from.reduceOnly(),
                from.postOnly(),
                pairedWith,
                from.reason(),
                from.time());
    }

    VenueStory cancel(int order) {
        venue.cancel(Integer.toString(order), now);
        return this;
    }

    VenueStory modify(int order, OrderType type) {
        return modify(order, type, requests.get(order - 1).size());
    }

    VenueStory modify(int order, OrderType type, OrderSize size) {
        venue.modify(Integer.toString(order), type, size, now);
        return this;
    }

    VenueStory resize(int order, String quantity) {
        return modify(order, requests.get(order - 1).type(), OrderSize.base(quantity));
    }

    /** Lets time pass within the bar to come. */
    VenueStory wait(int seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    /** Shows the next bar. */
    VenueStory bar(double open, double high, double low, double close) {
        return bar(open, high, low, close, 1);
    }

    /** Shows the next bar, in which so much was traded. */
    VenueStory bar(double open, double high, double low, double close, double volume) {
        bars.add(bars.size() * 60_000L, open, high, low, close, volume);
        now = Instant.ofEpochSecond(bars.size() * 60L);
        venue.onBar(0, bars, bars.size() - 1);
        return this;
    }

    /** The best bid and ask change. */
    VenueStory quote(double bid, double bidSize, double ask, double askSize) {
        venue.advanceTo(now.toEpochMilli());
        ticks.quote(now.toEpochMilli(), bid, bidSize, ask, askSize);
        venue.onTick(0, ticks, ticks.size() - 1);
        return this;
    }

    /** A buyer took from the asks. */
    VenueStory bought(double price, double quantity) {
        return trade(price, quantity, 1);
    }

    /** A seller took from the bids. */
    VenueStory sold(double price, double quantity) {
        return trade(price, quantity, -1);
    }

    private VenueStory trade(double price, double quantity, int aggressor) {
        venue.advanceTo(now.toEpochMilli());
        ticks.trade(now.toEpochMilli(), price, quantity, aggressor);
        venue.onTick(0, ticks, ticks.size() - 1);
        return this;
    }

    /** The whole depth: prices and sizes in turn, the best first. */
    VenueStory depth(List<Double> bids, List<Double> asks) {
        venue.advanceTo(now.toEpochMilli());
        bookId += 10;
        updates.snapshot(now.toEpochMilli(), bookId, 0);
        for (int i = 0; i < bids.size(); i += 2) {
            updates.bid(bids.get(i), bids.get(i + 1));
        }
        for (int i = 0; i < asks.size(); i += 2) {
            updates.ask(asks.get(i), asks.get(i + 1));
        }
        depth.apply(updates, updates.size() - 1);
        venue.onBook(0, depth, now.toEpochMilli());
        return this;
    }

    /** An update of the depth is missing. */
    VenueStory gap() {
        updates.diff(now.toEpochMilli(), bookId + 5, bookId + 5, -1, 0);
        depth.apply(updates, updates.size() - 1);
        venue.onBook(0, depth, now.toEpochMilli());
        return this;
    }

    VenueStory end() {
        venue.close();
        return this;
    }

    private void note(Transaction transaction) {
        all.add(transaction);
        int before = lines.size();
        tell(transaction);
        for (String line : lines.subList(before, lines.size())) {
            timed.add(transaction.time().toEpochMilli() / 1000.0 + ": " + line);
        }
    }

    private void tell(Transaction transaction) {
        String id = transaction instanceof Transaction.OrderTransaction order ? order.clientOrderId() : "venue";
        switch (transaction) {
            case Transaction.OrderFilled(var time, var fill, var complete) ->
                lines.add(id + " " + fill.side() + " " + fill.quantity() + " at " + fill.price() + " "
                        + fill.liquidity() + (complete ? "" : " in part"));
            case Transaction.OrderRejected(var time, var order, var reason, var detail) -> lines.add(id + " " + reason);
            case Transaction.OrderExpired(var time, var order, var reason) -> lines.add(id + " expired " + reason);
            case Transaction.OrderCanceled(var time, var order, var reason) -> lines.add(id + " canceled");
            case Transaction.OrderModified(var time, var order, var type, var size) -> lines.add(id + " modified");
            case Transaction.OrderDenied denied -> lines.add(id + " denied");
            case Transaction.OrderAccepted accepted -> {}
            case Transaction.FundingPaid funding -> lines.add("funding " + funding.amount());
            case Transaction.PositionLiquidated(var time, var fill, var insurance) ->
                lines.add("liquidated " + fill.quantity() + " at " + fill.price() + ", insurance " + insurance);
            case Transaction.PositionSettled settled ->
                lines.add("settled " + settled.signedQuantity() + " at " + settled.price());
        }
    }

    /** What happened, acceptances left out. */
    List<String> lines() {
        return lines;
    }

    /** The same lines with the second at which each happened in front. */
    List<String> timedLines() {
        return timed;
    }

    /** Orders whose fill depended on the order of prices within a bar. */
    Set<String> intrabarOrders() {
        return venue.intrabarOrders();
    }

    /** What the account is worth at a price. */
    BigDecimal equity(double price) {
        return venue.equity(0, BigDecimal.valueOf(price));
    }

    List<Transaction> transactions() {
        return all;
    }
}
