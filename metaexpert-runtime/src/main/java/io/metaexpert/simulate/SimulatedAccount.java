package io.metaexpert.simulate;

import io.metaexpert.market.ContractType;
import io.metaexpert.market.Decimals;
import io.metaexpert.market.Money;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.portfolio.Ledger;
import io.metaexpert.portfolio.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The venue's own books: how much an order may be for at a price, and whether it can be paid. It does not read the engine's books, as a
 * real exchange does not.
 */
final class SimulatedAccount {
    private static final int SCALE = 12;

    private final Ledger ledger;
    private final SimulationSettings settings;
    private final BigDecimal leverage;
    private final AccountMarket[] markets;
    private long closings;

    SimulatedAccount(SimulationSettings settings, List<VenueMarket> venueMarkets) {
        this.settings = settings;
        this.leverage = settings.leverage();
        this.ledger = new Ledger(
                settings.capital().currency(),
                settings.capital().amount(),
                venueMarkets.stream().map(VenueMarket::instrument).toList());
        this.markets = venueMarkets.stream()
                .flatMap(market -> settings.hedge()
                        ? Stream.of(
                                new AccountMarket(market, Optional.of(PositionSide.LONG)),
                                new AccountMarket(market, Optional.of(PositionSide.SHORT)))
                        : Stream.of(new AccountMarket(market, Optional.empty())))
                .toArray(AccountMarket[]::new);
    }

    SimulationSettings settings() {
        return settings;
    }

    /** All positions there can be: one an instrument, in hedge mode two. */
    List<AccountMarket> markets() {
        return List.of(markets);
    }

    void apply(Fill fill, AccountMarket market) {
        ledger.apply(fill);
        refresh(market);
    }

    void settle(AccountMarket market, BigDecimal price, BigDecimal fee) {
        ledger.settle(market.instrument.id(), market.side, price, fee);
        refresh(market);
    }

    private void refresh(AccountMarket market) {
        if (market.instrument.contractType() == ContractType.SPOT) {
            market.held = ledger.signedQuantity(market.instrument.id());
            market.heldEstimate = Decimals.toDouble(market.held);
        } else {
            market.refresh(position(market), ledger.signedQuantity(market.instrument.id(), market.side));
        }
    }

    /** Counts the positions that the venue closes. */
    long nextClosing() {
        return ++closings;
    }

    long closings() {
        return closings;
    }

    void credit(Money amount) {
        ledger.credit(amount);
    }

    Position position(AccountMarket market) {
        return ledger.position(market.instrument.id(), market.side);
    }

    BigDecimal walletBalance() {
        return ledger.walletBalance();
    }

    /** What a reduce-only order of {@code side} can close. */
    static BigDecimal reducible(AccountMarket market, Side side) {
        BigDecimal held = market.held;
        return held.signum() == -side.sign() ? held.abs() : BigDecimal.ZERO;
    }

    /** The quantity that an order is for if it fills at {@code price} with {@code feeRate}; rounded to the increment. */
    BigDecimal quantity(OrderRequest request, AccountMarket market, BigDecimal price, BigDecimal feeRate) {
        BigDecimal wanted = wanted(request, market, price, feeRate);
        if (request.reduceOnly()) {
            wanted = wanted.min(reducible(market, request.side()));
        }
        return market.instrument.quantity(wanted).value();
    }

    /** No pattern switch: see docs/developer/performance.md. */
    private BigDecimal wanted(OrderRequest request, AccountMarket market, BigDecimal price, BigDecimal feeRate) {
        OrderSize size = request.size();
        if (size instanceof OrderSize.Base base) {
            return base.quantity().value();
        } else if (size instanceof OrderSize.EquityShare share) {
            return share(request, market, price, feeRate, share.fraction());
        } else if (size instanceof OrderSize.Quote quote) {
            BigDecimal unitCost = market.quoteCost(price).multiply(BigDecimal.ONE.add(market.feeRate(feeRate)));
            return Affordable.quantity(quote.amount().amount(), unitCost);
        }
        throw new IllegalArgumentException("unknown size " + size);
    }

    private BigDecimal share(
            OrderRequest request, AccountMarket market, BigDecimal price, BigDecimal feeRate, BigDecimal fraction) {
        BigDecimal money = equity(market, price).multiply(fraction).max(BigDecimal.ZERO);
        if (market.instrument.contractType() != ContractType.SPOT) {
            BigDecimal perUnit = market.marginRate(leverage).add(market.feeRate(feeRate));
            BigDecimal room = request.side().sign() * market.held.signum() >= 0 ? freeMargin(market, price) : money;
            return Affordable.quantity(
                    money.min(room).max(BigDecimal.ZERO),
                    market.unitNotional(price).multiply(perUnit));
        }
        if (request.side() == Side.SELL) {
            return Affordable.quantity(money, price).min(market.held.max(BigDecimal.ZERO));
        }
        return Affordable.quantity(
                money.min(ledger.cash()).max(BigDecimal.ZERO), price.multiply(BigDecimal.ONE.add(feeRate)));
    }

    /** Why the account cannot carry the order, if it cannot. */
    Optional<DenialReason> refusal(
            OrderRequest request,
            AccountMarket market,
            BigDecimal price,
            BigDecimal quantity,
            BigDecimal notional,
            BigDecimal fee) {
        if (market.instrument.contractType() == ContractType.SPOT) {
            return request.side() == Side.SELL
                    ? check(quantity.compareTo(market.held) <= 0, DenialReason.NO_SHORT_ON_SPOT)
                    : check(notional.add(fee).compareTo(ledger.cash()) <= 0, DenialReason.INSUFFICIENT_BALANCE);
        }
        BigDecimal before = market.held;
        BigDecimal after = before.add(request.side().sign() > 0 ? quantity : quantity.negate());
        if (after.abs().compareTo(before.abs()) <= 0 && after.signum() * before.signum() >= 0) {
            return Optional.empty();
        }
        if (!market.allows(after, price, leverage)) {
            return Optional.of(DenialReason.LEVERAGE_TOO_HIGH);
        }
        BigDecimal margin = othersMargin(market).add(market.margin(after, price, leverage));
        return check(margin.add(fee).compareTo(equity(market, price)) <= 0, DenialReason.INSUFFICIENT_MARGIN);
    }

    private static Optional<DenialReason> check(boolean fine, DenialReason reason) {
        return fine ? Optional.empty() : Optional.of(reason);
    }

    /** Equity with the instrument of {@code at} at {@code price} and the others at their last prices. */
    BigDecimal equity(AccountMarket at, BigDecimal price) {
        BigDecimal sum = ledger.cash();
        for (AccountMarket market : markets) {
            if (market.held.signum() != 0) {
                sum = sum.add(market.math.value(market.held, market.isWith(at) ? price : market.lastPrice()));
            }
        }
        return sum;
    }

    /** Equity at the last prices, but for one market at a price of its own. */
    double equityEstimate(AccountMarket at, double price) {
        double sum = Decimals.toDouble(ledger.cash());
        for (AccountMarket market : markets) {
            if (market.heldEstimate != 0) {
                sum += market.math.value(market.heldEstimate, market.isWith(at) ? price : market.lastPrice);
            }
        }
        return sum;
    }

    /** About what the other positions need to be kept. */
    double othersMaintenanceEstimate(AccountMarket but) {
        double sum = 0;
        for (AccountMarket market : markets) {
            if (market != but) {
                sum += market.maintenanceEstimate(market.lastPrice);
            }
        }
        return sum;
    }

    /**
     * What backs a position with a margin of its own: its initial margin, or what the wallet has beside the margin of the others when that is
     * less, as funding and fees that the wallet could not pay are taken from the margin.
     */
    BigDecimal isolatedMargin(AccountMarket of) {
        BigDecimal free = walletBalance();
        for (AccountMarket market : markets) {
            if (market != of && market.held.signum() != 0) {
                free = free.subtract(initialMargin(market));
            }
        }
        return initialMargin(of).min(free).max(BigDecimal.ZERO);
    }

    private BigDecimal initialMargin(AccountMarket market) {
        return market.math.initialMargin(market.held, position(market).averageEntryPrice(), leverage);
    }

    /** About what is left of that at a price. */
    double isolatedEstimate(AccountMarket of, double price) {
        double factor = 1 / leverage.doubleValue();
        double free = equityEstimate(of, price);
        for (AccountMarket market : markets) {
            if (market != of && market.heldEstimate != 0) {
                free -= market.isolatedEstimate(market.lastPrice, factor);
            }
        }
        return Math.min(of.isolatedEstimate(price, factor), free);
    }

    /** The other position of the same instrument in hedge mode; null when there is none, or it is flat. */
    @Nullable
    AccountMarket opposite(AccountMarket of) {
        for (AccountMarket market : markets) {
            if (market != of && market.isWith(of) && market.held.signum() != 0) {
                return market;
            }
        }
        return null;
    }

    /** What futures positions in other instruments need to be kept, at their last prices. */
    BigDecimal othersMaintenance(AccountMarket but) {
        BigDecimal sum = BigDecimal.ZERO;
        for (AccountMarket market : markets) {
            if (!market.isWith(but) && market.held.signum() != 0) {
                sum = sum.add(market.maintenance(market.lastPrice()));
            }
        }
        return sum;
    }

    /** Unrealized profit of the positions in other instruments at their last prices. */
    BigDecimal othersUnrealized(AccountMarket but) {
        BigDecimal sum = BigDecimal.ZERO;
        for (AccountMarket market : markets) {
            if (!market.isWith(but) && market.held.signum() != 0) {
                sum = sum.add(
                        market.math.profit(market.held, position(market).averageEntryPrice(), market.lastPrice()));
            }
        }
        return sum;
    }

    private BigDecimal freeMargin(AccountMarket market, BigDecimal price) {
        BigDecimal own = market.margin(market.held, price, leverage);
        return equity(market, price).subtract(othersMargin(market)).subtract(own);
    }

    private BigDecimal othersMargin(AccountMarket but) {
        BigDecimal sum = BigDecimal.ZERO;
        for (AccountMarket market : markets) {
            if (market != but && market.held.signum() != 0) {
                sum = sum.add(market.margin(market.held, market.lastPrice(), leverage));
            }
        }
        return sum;
    }

    /** A product, rounded as booked. */
    static BigDecimal bookedProduct(BigDecimal amount, BigDecimal rate) {
        return Decimals.product(amount, rate, SCALE, RoundingMode.CEILING);
    }

    /** Rounded as booked. */
    static BigDecimal booked(BigDecimal amount) {
        return amount.scale() <= SCALE ? amount : amount.setScale(SCALE, RoundingMode.CEILING);
    }
}
