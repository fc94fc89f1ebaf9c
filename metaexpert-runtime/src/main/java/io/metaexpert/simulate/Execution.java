package io.metaexpert.simulate;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Decimals;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.Money;
import io.metaexpert.market.Price;
import io.metaexpert.market.Quantity;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Liquidity;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import io.metaexpert.portfolio.contract.OptionMath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries an order out at a price: slippage, size, fee, checks, and the fill. */
final class Execution {
    private final SimulatedAccount account;
    private final BigDecimal slippage;
    private final Consumer<Transaction> sink;
    private long fills;

    Execution(SimulatedAccount account, BigDecimal slippage, Consumer<Transaction> sink) {
        this.account = account;
        this.slippage = slippage;
        this.sink = sink;
    }

    /** At the market: {@code reference} and slippage against us. */
    void atMarket(OrderRequest request, Instrument instrument, double reference, long timeMs) {
        BigDecimal exact = Decimals.of(reference);
        execute(request, instrument, slipped(request, instrument, exact), exact, Liquidity.TAKER, timeMs);
    }

    /** At exactly {@code price}. */
    void atPrice(OrderRequest request, Instrument instrument, BigDecimal price, Liquidity liquidity, long timeMs) {
        execute(request, instrument, price, price, liquidity, timeMs);
    }

    private BigDecimal slipped(OrderRequest request, Instrument instrument, BigDecimal reference) {
        if (slippage.signum() == 0) {
            return reference;
        }
        boolean buy = request.side() == Side.BUY;
        BigDecimal factor = buy ? BigDecimal.ONE.add(slippage) : BigDecimal.ONE.subtract(slippage);
        BigDecimal increment = instrument.priceIncrement();
        BigDecimal price = reference.multiply(factor);
        if (increment.signum() == 0) {
            return price;
        }
        RoundingMode against = buy ? RoundingMode.UP : RoundingMode.DOWN;
        return price.divide(increment, 0, against).max(BigDecimal.ONE).multiply(increment);
    }

    void tell(Transaction transaction) {
        sink.accept(transaction);
    }

    private void execute(
            OrderRequest request,
            Instrument instrument,
            BigDecimal price,
            BigDecimal reference,
            Liquidity liquidity,
            long timeMs) {
        BigDecimal rate = liquidity == Liquidity.MAKER ? instrument.makerFee() : instrument.takerFee();
        BigDecimal quantity = account.quantity(request, instrument, price, rate);
        AccountMarket market = account.market(instrument);
        BigDecimal notional = market.math.notional(quantity, price);
        BigDecimal fee = fee(market, quantity, price, notional, rate);
        Instant time = Instant.ofEpochMilli(timeMs);
        Optional<DenialReason> refusal = refusal(request, instrument, price, quantity, notional, fee);
        if (refusal.isPresent()) {
            sink.accept(new Transaction.OrderRejected(
                    time, request.clientOrderId(), refusal.get(), refusal.get().text()));
            return;
        }
        Fill fill = new Fill(
                "F" + ++fills,
                request.clientOrderId(),
                instrument.id(),
                request.side(),
                request.positionSide(),
                new Price(price),
                new Quantity(quantity),
                new Money(fee, instrument.settlementCurrency()),
                liquidity,
                notional,
                slippage.signum() == 0
                        ? BigDecimal.ZERO
                        : market.math.profit(quantity, reference, price).abs(),
                time);
        account.apply(fill, instrument);
        sink.accept(new Transaction.OrderFilled(time, fill, true));
    }

    /** Rounded up at a scale finer than any exchange books, so that decimals do not grow from fill to fill. */
    private static BigDecimal fee(
            AccountMarket market, BigDecimal quantity, BigDecimal price, BigDecimal notional, BigDecimal rate) {
        return SimulatedAccount.booked(
                market.math instanceof OptionMath option
                        ? option.cappedFee(quantity, market.underlying(), price, rate, OptionFees.CAP)
                        : notional.multiply(rate));
    }

    private Optional<DenialReason> refusal(
            OrderRequest request,
            Instrument instrument,
            BigDecimal price,
            BigDecimal quantity,
            BigDecimal notional,
            BigDecimal fee) {
        if (request.reduceOnly()
                && account.reducible(instrument, request.side()).signum() == 0) {
            return Optional.of(DenialReason.NOTHING_TO_REDUCE);
        }
        if (quantity.signum() == 0) {
            return Optional.of(whyZero(request, instrument));
        }
        boolean small = instrument.minNotional().signum() > 0
                && account.market(instrument)
                                .quoteCost(price)
                                .multiply(quantity)
                                .compareTo(instrument.minNotional())
                        < 0;
        if (small && !request.reduceOnly()) {
            return Optional.of(DenialReason.BELOW_MIN_NOTIONAL);
        }
        return account.refusal(request, instrument, price, quantity, notional, fee);
    }

    private DenialReason whyZero(OrderRequest request, Instrument instrument) {
        boolean spot = instrument.contractType() == ContractType.SPOT;
        if (spot && request.side() == Side.SELL && account.held(instrument).signum() == 0) {
            return DenialReason.NO_SHORT_ON_SPOT;
        }
        if (request.size() instanceof OrderSize.EquityShare && request.side() == Side.BUY) {
            return spot ? DenialReason.INSUFFICIENT_BALANCE : DenialReason.INSUFFICIENT_MARGIN;
        }
        return DenialReason.BELOW_QUANTITY_INCREMENT;
    }
}
