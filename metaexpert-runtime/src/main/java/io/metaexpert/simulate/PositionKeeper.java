package io.metaexpert.simulate;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Contract;
import io.metaexpert.market.Decimals;
import io.metaexpert.market.Money;
import io.metaexpert.market.Price;
import io.metaexpert.market.Quantity;
import io.metaexpert.market.TimedValues;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Liquidity;
import io.metaexpert.order.Side;
import io.metaexpert.portfolio.contract.Liquidation;
import io.metaexpert.portfolio.contract.LiquidationOutcome;
import io.metaexpert.portfolio.contract.MarginLeg;
import io.metaexpert.portfolio.contract.OptionMath;
import io.metaexpert.portfolio.contract.SafePrices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the venue does to the position in one instrument without an order: funding, liquidation, settlement.
 *
 * <ul>
 *   <li>Funding that is due at or before a bar's open is exchanged before the bar's fills, at the mark of that instant, else at the open; what
 *       is due within the bar after its fills, at the mark, else at the close.
 *   <li>A futures position is liquidated at the first traded price at which its margin is below maintenance: at the open, or after the bar's
 *       fills at the liquidation price, when the bar reaches it. So a stop that is nearer comes first. Trades stand for marks.
 *   <li>Isolated, a position's collateral is its initial margin; cross, it is the wallet balance with the profit of the other positions and
 *       without their maintenance margin. What is lost beyond it is paid by the insurance fund.
 *   <li>At expiry a position is settled at the last price, an option at its exercise value.
 * </ul>
 *
 * Engine thread only.
 */
final class PositionKeeper {
    /** Of the notional, taken from what is left of the collateral. Source: Binance "Liquidation Protocols", liquidation fee of BTC/USDT. */
    private static final BigDecimal LIQUIDATION_FEE = new BigDecimal("0.0125");
    /** So much nearer than the estimate says, the exact liquidation price is computed. */
    private static final double CAUTION = 1.05;

    private final AccountMarket market;
    private final SimulatedAccount account;
    private final Matcher matcher;
    private final Consumer<Transaction> sink;
    private final TimedValues.Cursor funding;
    private final boolean liquidates;
    private final boolean isOption;
    private final long expiryMs;
    private boolean expired;

    PositionKeeper(AccountMarket market, SimulatedAccount account, Matcher matcher, Consumer<Transaction> sink) {
        this.market = market;
        this.account = account;
        this.matcher = matcher;
        this.sink = sink;
        this.funding = market.venue.fundingRates().after(Long.MIN_VALUE);
        this.isOption = market.math instanceof OptionMath;
        this.liquidates = account.settings().liquidation()
                && (market.instrument.contract() instanceof Contract.Linear
                        || market.instrument.contract() instanceof Contract.Inverse);
        this.expiryMs = market.instrument.expiry().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    }

    /** Whether there is anything to do for this instrument, ever. */
    static boolean isNeeded(VenueMarket market) {
        return !(market.instrument().contract() instanceof Contract.Spot);
    }

    boolean hasExpired() {
        return expired;
    }

    void beforeFills(Bars bars, int i) {
        long openMs = bars.openTimeMs(i);
        while (funding.nextTimeMs() <= openMs) {
            fund(funding.nextTimeMs(), funding.nextTimeMs() == openMs ? bars.open(i) : market.lastPrice);
        }
        if (isOption) {
            market.readUnderlying(openMs);
        }
        if (market.heldEstimate != 0) {
            checkMargin(bars.open(i), bars.open(i), openMs);
        }
    }

    void afterFills(Bars bars, int i) {
        long closeMs = bars.closeTimeMs(i);
        if (market.heldEstimate != 0) {
            checkMargin(market.heldEstimate > 0 ? bars.low(i) : bars.high(i), bars.open(i), closeMs);
        }
        while (funding.nextTimeMs() < closeMs) {
            fund(funding.nextTimeMs(), bars.close(i));
        }
        if (closeMs >= expiryMs && !expired) {
            expire(bars.close(i));
        }
    }

    /** A price in between bars, where ticks are known. */
    void at(double price, long timeMs) {
        while (funding.nextTimeMs() <= timeMs) {
            fund(funding.nextTimeMs(), market.lastPrice);
        }
        if (isOption) {
            market.readUnderlying(timeMs);
        }
        if (market.heldEstimate != 0) {
            checkMargin(price, price, timeMs);
        }
        if (timeMs >= expiryMs && !expired) {
            expire(price);
        }
    }

    /**
     * Whether the margin must be looked at before every fill: where two positions of one instrument share it, both may be closed within one bar
     * at prices far apart, the first of which uses up the margin of the other.
     */
    static boolean isNeededBeforeFills(SimulationSettings settings) {
        return settings.hedge() && settings.cross();
    }

    /** Closes the position if its margin is used up at a price. */
    void checkAt(double price, long timeMs) {
        checkMargin(price, price, timeMs);
    }

    private void fund(long timeMs, double price) {
        BigDecimal rate = Decimals.of(funding.take());
        if (market.held.signum() == 0 || expired) {
            return;
        }
        int known = market.venue.marks().indexAt(timeMs);
        boolean marked = known >= 0 && market.venue.marks().timeMs(known) == timeMs;
        BigDecimal mark = Decimals.of(marked ? market.venue.marks().value(known) : price);
        BigDecimal exact = market.math.funding(market.held, mark, rate);
        Money amount = new Money(
                exact.scale() <= 12 ? exact : exact.setScale(12, RoundingMode.FLOOR),
                market.instrument.settlementCurrency());
        account.credit(amount);
        sink.accept(new Transaction.FundingPaid(
                Instant.ofEpochMilli(timeMs), market.instrument.id(), market.side, market.held, mark, rate, amount));
    }

    /** @param extreme the worst price for the position */
    private void checkMargin(double extreme, double open, long timeMs) {
        if (!liquidates || isSafe(extreme)) {
            return;
        }
        MarginLeg leg = leg(market);
        BigDecimal collateral = collateral();
        SafePrices prices = Liquidation.prices(collateral, legs(leg));
        if (!prices.contains(Decimals.of(extreme))) {
            BigDecimal first = prices.contains(Decimals.of(open)) ? bound(prices) : Decimals.of(open);
            liquidate(leg, collateral.add(opposite(first)), first, timeMs);
        }
    }

    /** A quick look in doubles that errs to the side of "no". */
    private boolean isSafe(double price) {
        double needed = market.maintenanceEstimate(price);
        double left = account.settings().cross()
                ? account.equityEstimate(market, price) - account.othersMaintenanceEstimate(market)
                : account.isolatedEstimate(market, price);
        return left > needed * CAUTION;
    }

    private BigDecimal collateral() {
        if (!account.settings().cross()) {
            return account.isolatedMargin(market);
        }
        return account.walletBalance()
                .add(account.othersUnrealized(market))
                .subtract(account.othersMaintenance(market));
    }

    /** Those that share collateral: in cross margin also the other position of the instrument. */
    private List<MarginLeg> legs(MarginLeg own) {
        AccountMarket other = account.settings().cross() ? account.opposite(market) : null;
        return other == null ? List.of(own) : List.of(own, leg(other));
    }

    private MarginLeg leg(AccountMarket of) {
        return new MarginLeg(of.math, of.tiers(), of.held, account.position(of).averageEntryPrice());
    }

    /** What the other position of the instrument adds to the collateral at a price. */
    private BigDecimal opposite(BigDecimal price) {
        AccountMarket other = account.settings().cross() ? account.opposite(market) : null;
        return other == null ? BigDecimal.ZERO : leg(other).unrealized(price);
    }

    private BigDecimal bound(SafePrices prices) {
        SafePrices stepped = prices.toIncrement(market.instrument.priceIncrement());
        BigDecimal price = market.held.signum() > 0
                ? stepped.below().orElseThrow()
                : stepped.above().orElseThrow();
        return price.scale() <= 12 ? price : price.setScale(12, RoundingMode.HALF_EVEN);
    }

    private void liquidate(MarginLeg leg, BigDecimal collateral, BigDecimal price, long timeMs) {
        Instant time = Instant.ofEpochMilli(timeMs);
        String currency = market.instrument.settlementCurrency();
        LiquidationOutcome outcome = LiquidationOutcome.at(price, leg, collateral, LIQUIDATION_FEE);
        BigDecimal quantity = market.held.abs();
        // Rounded down, as the fee may be all that is left, and no more than that is lost.
        BigDecimal fee = outcome.fee().setScale(12, RoundingMode.FLOOR);
        Fill fill = new Fill(
                "L" + account.nextClosing(),
                "liquidation-" + account.closings(),
                market.instrument.id(),
                market.held.signum() > 0 ? Side.SELL : Side.BUY,
                market.side,
                new Price(price),
                new Quantity(quantity),
                new Money(fee, currency),
                Liquidity.TAKER,
                market.math.notional(quantity, price),
                BigDecimal.ZERO,
                time);
        Money insurance =
                new Money(SimulatedAccount.booked(outcome.insurance().negate().max(BigDecimal.ZERO)), currency);
        account.apply(fill, market);
        account.credit(insurance);
        sink.accept(new Transaction.PositionLiquidated(time, fill, insurance));
        matcher.expireAll(DenialReason.POSITION_LIQUIDATED, timeMs);
    }

    private void expire(double close) {
        expired = true;
        if (market.held.signum() != 0) {
            settle(close);
        }
        matcher.expireAll(DenialReason.INSTRUMENT_EXPIRED, expiryMs);
    }

    private void settle(double close) {
        BigDecimal price = Decimals.of(close);
        boolean exercised = false;
        BigDecimal fee;
        if (market.math instanceof OptionMath option) {
            market.readUnderlying(expiryMs);
            BigDecimal underlying = market.underlying();
            price = option.exercise(BigDecimal.ONE, underlying);
            exercised = price.signum() > 0;
            fee = option.cappedFee(market.held, underlying, price, market.instrument.takerFee(), OptionFees.CAP);
        } else {
            fee = market.math.fee(market.held, price, market.instrument.takerFee());
        }
        Money charged = new Money(SimulatedAccount.booked(fee), market.instrument.settlementCurrency());
        sink.accept(new Transaction.PositionSettled(
                Instant.ofEpochMilli(expiryMs),
                market.instrument.id(),
                market.side,
                market.held,
                price,
                charged,
                exercised));
        account.settle(market, price, charged.amount());
    }
}
