package io.metaexpert.simulate;

import io.metaexpert.market.ContractType;
import io.metaexpert.market.Decimals;
import io.metaexpert.market.Instrument;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import io.metaexpert.portfolio.Ledger;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * The venue's own books: how much an order may be for at a price, and whether it can be paid. It does not read the engine's books, as a
 * real exchange does not.
 */
final class SimulatedAccount {
    private final Ledger ledger;
    private final BigDecimal leverage;
    private final List<Instrument> instruments;
    /** By market, as doubles: a decimal per bar would cost more than the rest of the bar. */
    private final double[] lastPrices;

    SimulatedAccount(SimulationSettings settings, List<Instrument> instruments) {
        this.ledger =
                new Ledger(settings.capital().currency(), settings.capital().amount());
        this.leverage = settings.leverage();
        this.instruments = instruments;
        this.lastPrices = new double[instruments.size()];
    }

    void apply(Fill fill) {
        ledger.apply(fill);
    }

    void mark(int market, double price) {
        lastPrices[market] = price;
    }

    BigDecimal held(Instrument instrument) {
        return ledger.signedQuantity(instrument.id());
    }

    /** What a reduce-only order of {@code side} can close. */
    BigDecimal reducible(Instrument instrument, Side side) {
        BigDecimal held = held(instrument);
        return held.signum() == -side.sign() ? held.abs() : BigDecimal.ZERO;
    }

    /** The quantity that an order is for if it fills at {@code price} with {@code feeRate}; rounded to the increment. */
    BigDecimal quantity(OrderRequest request, Instrument instrument, BigDecimal price, BigDecimal feeRate) {
        BigDecimal wanted = switch (request.size()) {
            case OrderSize.Base(var quantity) -> quantity.value();
            case OrderSize.Quote(var amount) ->
                Affordable.quantity(amount.amount(), price.multiply(BigDecimal.ONE.add(feeRate)));
            case OrderSize.EquityShare(var fraction) -> share(request, instrument, price, feeRate, fraction);
        };
        if (request.reduceOnly()) {
            wanted = wanted.min(reducible(instrument, request.side()));
        }
        return instrument.quantity(wanted).value();
    }

    private BigDecimal share(
            OrderRequest request, Instrument instrument, BigDecimal price, BigDecimal feeRate, BigDecimal fraction) {
        BigDecimal money = equity(instrument, price).multiply(fraction).max(BigDecimal.ZERO);
        if (instrument.contractType() != ContractType.SPOT) {
            BigDecimal perUnit =
                    BigDecimal.ONE.divide(leverage, MathContext.DECIMAL128).add(feeRate);
            BigDecimal room =
                    request.side().sign() * held(instrument).signum() >= 0 ? freeMargin(instrument, price) : money;
            return Affordable.quantity(money.min(room).max(BigDecimal.ZERO), price.multiply(perUnit));
        }
        if (request.side() == Side.SELL) {
            return Affordable.quantity(money, price).min(held(instrument).max(BigDecimal.ZERO));
        }
        return Affordable.quantity(
                money.min(ledger.cash()).max(BigDecimal.ZERO), price.multiply(BigDecimal.ONE.add(feeRate)));
    }

    /** Why the account cannot carry the order, if it cannot. */
    Optional<DenialReason> refusal(
            OrderRequest request,
            Instrument instrument,
            BigDecimal price,
            BigDecimal quantity,
            BigDecimal notional,
            BigDecimal fee) {
        if (instrument.contractType() == ContractType.SPOT) {
            return request.side() == Side.SELL
                    ? check(quantity.compareTo(held(instrument)) <= 0, DenialReason.NO_SHORT_ON_SPOT)
                    : check(notional.add(fee).compareTo(ledger.cash()) <= 0, DenialReason.INSUFFICIENT_BALANCE);
        }
        BigDecimal before = held(instrument);
        BigDecimal after = before.add(request.side().sign() > 0 ? quantity : quantity.negate());
        if (after.abs().compareTo(before.abs()) <= 0 && after.signum() * before.signum() >= 0) {
            return Optional.empty();
        }
        BigDecimal margin =
                othersNotional(instrument).add(after.abs().multiply(price)).divide(leverage, MathContext.DECIMAL128);
        return check(margin.add(fee).compareTo(equity(instrument, price)) <= 0, DenialReason.INSUFFICIENT_MARGIN);
    }

    private static Optional<DenialReason> check(boolean fine, DenialReason reason) {
        return fine ? Optional.empty() : Optional.of(reason);
    }

    /** Equity with this instrument at {@code price} and the others at their last prices. */
    private BigDecimal equity(Instrument instrument, BigDecimal price) {
        BigDecimal sum = ledger.cash().add(held(instrument).multiply(price));
        for (int i = 0; i < lastPrices.length; i++) {
            sum = sum.add(heldOfOther(i, instrument).multiply(Decimals.of(lastPrices[i])));
        }
        return sum;
    }

    private BigDecimal freeMargin(Instrument instrument, BigDecimal price) {
        BigDecimal used = othersNotional(instrument).add(held(instrument).abs().multiply(price));
        return equity(instrument, price).subtract(used.divide(leverage, MathContext.DECIMAL128));
    }

    private BigDecimal othersNotional(Instrument instrument) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < lastPrices.length; i++) {
            sum = sum.add(heldOfOther(i, instrument).abs().multiply(Decimals.of(lastPrices[i])));
        }
        return sum;
    }

    private BigDecimal heldOfOther(int market, Instrument instrument) {
        Instrument other = instruments.get(market);
        return other.id().equals(instrument.id()) ? BigDecimal.ZERO : held(other);
    }
}
