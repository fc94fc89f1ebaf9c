package io.metaexpert.simulate;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.Price;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.Side;
import io.metaexpert.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A venue with one instrument, told as a story: send orders, show bars, read what happened in short lines. */
final class VenueStory {
    private final BarArray bars = new BarArray(Timeframe.M1);
    private final Instrument instrument;
    private final SimulatedVenue venue;
    private final List<String> lines = new ArrayList<>();
    private final List<Transaction> all = new ArrayList<>();
    private int sent;

    private VenueStory(Instrument instrument, String capital, String leverage, String slippage) {
        this.instrument = instrument;
        this.venue = new SimulatedVenue(
                new SimulationSettings(Money.of(capital, "USDT"), new BigDecimal(leverage), new BigDecimal(slippage)),
                List.of(VenueMarket.of(instrument)));
        venue.open(this::note);
    }

    static VenueStory spot() {
        return new VenueStory(instrument(ContractType.SPOT, "0", "0", "0", "0", "0"), "1000", "1", "0");
    }

    static VenueStory futures(String leverage) {
        return new VenueStory(instrument(ContractType.LINEAR, "0", "0", "0", "0", "0"), "1000", leverage, "0");
    }

    /** Spot with increments of 0.1 and 0.01, minimum 10, maker 0.1 %, taker 0.2 %, slippage 1 %. */
    static VenueStory costly() {
        return new VenueStory(
                instrument(ContractType.SPOT, "0.1", "0.01", "10", "0.001", "0.002"), "1000", "1", "0.01");
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
        venue.submit(new OrderRequest(
                Integer.toString(++sent),
                instrument.id(),
                side,
                Optional.empty(),
                type,
                size,
                timeInForce,
                reduceOnly,
                postOnly,
                "",
                Instant.EPOCH));
        return this;
    }

    VenueStory cancel(int order) {
        venue.cancel(Integer.toString(order));
        return this;
    }

    VenueStory modify(int order, OrderType type) {
        venue.modify(Integer.toString(order), type);
        return this;
    }

    /** Shows the next bar. */
    VenueStory bar(double open, double high, double low, double close) {
        bars.add(bars.size() * 60_000L, open, high, low, close, 1);
        venue.onBar(0, bars, bars.size() - 1);
        return this;
    }

    VenueStory end() {
        venue.close();
        return this;
    }

    private void note(Transaction transaction) {
        all.add(transaction);
        String id = transaction instanceof Transaction.OrderTransaction order ? order.clientOrderId() : "venue";
        switch (transaction) {
            case Transaction.OrderFilled(var time, var fill, var complete) ->
                lines.add(id + " " + fill.side() + " " + fill.quantity() + " at " + fill.price() + " "
                        + fill.liquidity());
            case Transaction.OrderRejected(var time, var order, var reason, var detail) -> lines.add(id + " " + reason);
            case Transaction.OrderExpired(var time, var order, var reason) -> lines.add(id + " expired " + reason);
            case Transaction.OrderCanceled(var time, var order, var reason) -> lines.add(id + " canceled");
            case Transaction.OrderModified(var time, var order, var type) -> lines.add(id + " modified");
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

    List<Transaction> transactions() {
        return all;
    }
}
