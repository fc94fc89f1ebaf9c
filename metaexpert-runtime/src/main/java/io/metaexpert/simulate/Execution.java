package io.metaexpert.simulate;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.ContractType;
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
import io.metaexpert.order.TimeInForce;
import io.metaexpert.portfolio.contract.OptionMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries an order out at a price: slippage and spread, size, fee, checks, and the fill. */
final class Execution {
    /** What became of an order that was to fill. */
    enum Result {
        /** Nothing of it is left. */
        WHOLE,
        /** Some of it filled, as the volume allowed no more. */
        PART,
        /** Nothing filled, as the volume allows nothing (more), or not all of a FOK order. */
        NO_VOLUME,
        /** It was refused, and has ended. */
        REFUSED
    }

    private final SimulatedAccount account;
    private final BigDecimal marketCost;
    private final BigDecimal halfSpread;
    private final Consumer<Transaction> sink;
    private long fills;
    private long accepted;
    /** By which the usual fees are multiplied; null: they are as usual. */
    private @Nullable BigDecimal feeFactor;

    Execution(SimulatedAccount account, Consumer<Transaction> sink) {
        this.account = account;
        this.halfSpread = account.settings().fills().spread().divide(BigDecimal.TWO, MathContext.UNLIMITED);
        // The depth that an order eats is its slippage.
        boolean byDepth = account.settings().fills().model() == FillModel.BOOK;
        this.marketCost =
                byDepth ? BigDecimal.ZERO : account.settings().slippage().add(halfSpread);
        this.sink = sink;
    }

    /**
     * At the market: {@code reference} with slippage and half of the spread against us.
     *
     * @param most what the volume allows; null: any quantity
     */
    Result atMarket(
            RestingOrder order, AccountMarket market, BigDecimal reference, long timeMs, @Nullable BigDecimal most) {
        BigDecimal price = against(order.buy, market.instrument, reference, marketCost);
        return execute(order, market, price, reference, Liquidity.TAKER, timeMs, most);
    }

    /**
     * At {@code price}; an order that takes there pays half of the spread, and one that takes at once or never slips as a market order does, but
     * neither pays more than its limit.
     */
    Result atLimit(
            RestingOrder order,
            AccountMarket market,
            BigDecimal price,
            Liquidity liquidity,
            long timeMs,
            @Nullable BigDecimal most) {
        BigDecimal at = price;
        BigDecimal cost = order.request.timeInForce() == TimeInForce.GTC ? halfSpread : immediateCost(order);
        if (liquidity == Liquidity.TAKER && cost.signum() != 0) {
            BigDecimal limit = Objects.requireNonNull(order.limitPrice);
            BigDecimal quote = against(order.buy, market.instrument, price, cost);
            at = order.buy ? quote.min(limit) : quote.max(limit);
        }
        return execute(order, market, at, price, liquidity, timeMs, most);
    }

    private BigDecimal immediateCost(RestingOrder order) {
        TimeInForce lasts = order.request.timeInForce();
        return lasts == TimeInForce.IOC || lasts == TimeInForce.FOK ? marketCost : halfSpread;
    }

    /** At the average price of several levels, the first of which is {@code best}. */
    Result atAverage(
            RestingOrder order,
            AccountMarket market,
            BigDecimal price,
            BigDecimal best,
            long timeMs,
            @Nullable BigDecimal most) {
        return execute(order, market, price, best, Liquidity.TAKER, timeMs, most);
    }

    /** What is left of an order if it takes at a price. */
    BigDecimal left(RestingOrder order, AccountMarket market, BigDecimal price) {
        return left(order, market, price, rate(market.instrument, Liquidity.TAKER));
    }

    /** Multiplies all fees from now on. */
    void multiplyFees(BigDecimal factor) {
        feeFactor = factor.compareTo(BigDecimal.ONE) == 0 ? null : factor;
    }

    private BigDecimal rate(Instrument instrument, Liquidity liquidity) {
        BigDecimal usual = liquidity == Liquidity.MAKER ? instrument.makerFee() : instrument.takerFee();
        return feeFactor == null ? usual : usual.multiply(feeFactor);
    }

    /** A price that is worse by a share, rounded against us. */
    private static BigDecimal against(boolean buy, Instrument instrument, BigDecimal reference, BigDecimal share) {
        if (share.signum() == 0) {
            return reference;
        }
        BigDecimal factor = buy ? BigDecimal.ONE.add(share) : BigDecimal.ONE.subtract(share);
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

    /** The venue takes an order. */
    void accept(RestingOrder order, long timeMs) {
        accept(order, Instant.ofEpochMilli(timeMs));
    }

    void accept(RestingOrder order, Instant time) {
        order.accepted = true;
        sink.accept(new Transaction.OrderAccepted(time, order.request.clientOrderId(), "S" + ++accepted));
    }

    private Result execute(
            RestingOrder order,
            AccountMarket market,
            BigDecimal price,
            BigDecimal reference,
            Liquidity liquidity,
            long timeMs,
            @Nullable BigDecimal most) {
        OrderRequest request = order.request;
        Instrument instrument = market.instrument;
        BigDecimal rate = rate(instrument, liquidity);
        BigDecimal whole = left(order, market, price, rate);
        BigDecimal quantity = most == null ? whole : whole.min(most);
        boolean part = most != null && quantity.compareTo(whole) < 0;
        if (part && (quantity.signum() <= 0 || request.timeInForce() == TimeInForce.FOK)) {
            return Result.NO_VOLUME;
        }
        BigDecimal notional = market.math.notional(quantity, price);
        BigDecimal fee = fee(market, quantity, price, notional, rate);
        // Most orders fill at the instant at which they were sent: a bar opens when the one before it closes.
        Instant time = request.time().toEpochMilli() == timeMs ? request.time() : Instant.ofEpochMilli(timeMs);
        Optional<DenialReason> refusal = refusal(order, market, price, whole, quantity, notional, fee);
        if (refusal.isPresent()) {
            refuse(order, refusal.get(), time);
            return Result.REFUSED;
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
                price.compareTo(reference) == 0
                        ? BigDecimal.ZERO
                        : market.math.profit(quantity, reference, price).abs(),
                time);
        account.apply(fill, market);
        note(order, whole, quantity, part);
        sink.accept(new Transaction.OrderFilled(time, fill, !part));
        return part ? Result.PART : Result.WHOLE;
    }

    /** What is left of an order: sized at its first fill, and that is what it is for from then on. */
    private BigDecimal left(RestingOrder order, AccountMarket market, BigDecimal price, BigDecimal rate) {
        if (order.taken.signum() == 0) {
            return account.quantity(order.request, market, price, rate);
        }
        BigDecimal wanted = order.wanted != null ? order.wanted : account.quantity(order.request, market, price, rate);
        BigDecimal left = wanted.subtract(order.taken).max(BigDecimal.ZERO);
        if (order.reduceOnly) {
            left = left.min(SimulatedAccount.reducible(market, order.request.side()));
        }
        return market.instrument.quantity(left).value();
    }

    private static void note(RestingOrder order, BigDecimal whole, BigDecimal quantity, boolean part) {
        order.lastFill = quantity;
        order.filled = true;
        if (part) {
            if (order.wanted == null) {
                order.wanted = whole.add(order.taken);
            }
            order.taken = order.taken.add(quantity);
        }
    }

    /** Ends an order that cannot be carried out: it is rejected, or expires when a part of it has filled. */
    void refuse(RestingOrder order, DenialReason reason, Instant time) {
        String id = order.request.clientOrderId();
        sink.accept(
                order.filled
                        ? new Transaction.OrderExpired(time, id, reason)
                        : new Transaction.OrderRejected(time, id, reason, reason.text()));
    }

    /** Rounded up at a scale finer than any exchange books, so that decimals do not grow from fill to fill. */
    private static BigDecimal fee(
            AccountMarket market, BigDecimal quantity, BigDecimal price, BigDecimal notional, BigDecimal rate) {
        return market.math instanceof OptionMath option
                ? SimulatedAccount.booked(option.cappedFee(quantity, market.underlying(), price, rate, OptionFees.CAP))
                : SimulatedAccount.bookedProduct(notional, rate);
    }

    private Optional<DenialReason> refusal(
            RestingOrder order,
            AccountMarket market,
            BigDecimal price,
            BigDecimal whole,
            BigDecimal quantity,
            BigDecimal notional,
            BigDecimal fee) {
        OrderRequest request = order.request;
        Instrument instrument = market.instrument;
        if (request.reduceOnly()
                && SimulatedAccount.reducible(market, request.side()).signum() == 0) {
            return Optional.of(DenialReason.NOTHING_TO_REDUCE);
        }
        if (quantity.signum() == 0) {
            return Optional.of(whyZero(request, market));
        }
        boolean small = instrument.minNotional().signum() > 0
                && market.quoteCost(price).multiply(whole).compareTo(instrument.minNotional()) < 0;
        if (small && !request.reduceOnly() && order.taken.signum() == 0) {
            return Optional.of(DenialReason.BELOW_MIN_NOTIONAL);
        }
        return account.refusal(request, market, price, quantity, notional, fee);
    }

    private static DenialReason whyZero(OrderRequest request, AccountMarket market) {
        boolean spot = market.instrument.contractType() == ContractType.SPOT;
        if (spot && request.side() == Side.SELL && market.held.signum() == 0) {
            return DenialReason.NO_SHORT_ON_SPOT;
        }
        if (request.size() instanceof OrderSize.EquityShare && request.side() == Side.BUY) {
            return spot ? DenialReason.INSUFFICIENT_BALANCE : DenialReason.INSUFFICIENT_MARGIN;
        }
        return DenialReason.BELOW_QUANTITY_INCREMENT;
    }
}
