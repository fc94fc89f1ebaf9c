package io.metaexpert.engine;

import io.metaexpert.market.Contract;
import io.metaexpert.market.ContractType;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import io.metaexpert.portfolio.contract.ContractMath;
import java.math.BigDecimal;

/** How large an order is going to be if it fills at a price: what the venue will make of its size, and of a size by risk. Engine thread only. */
final class SizeEstimate {
    private final Exposure exposure;
    private final Books books;
    private final double leverage;
    private final double slippage;

    SizeEstimate(Exposure exposure, Books books, BigDecimal leverage, BigDecimal slippage) {
        this.exposure = exposure;
        this.books = books;
        this.leverage = leverage.doubleValue();
        this.slippage = slippage.doubleValue();
    }

    /**
     * The quantity of an order, not rounded.
     *
     * @param index of the market
     * @param price at which it would fill
     * @param stop the distance of the position's stop in quote currency; only looked at for a size by risk
     */
    double quantity(OrderSize size, Market market, int index, Side side, double price, double stop) {
        return switch (size) {
            case OrderSize.Base(var quantity) -> quantity.toDouble();
            case OrderSize.Quote(var amount) -> amount.toDouble() / (quoteCost(market, price) * (1 + fee(market)));
            case OrderSize.EquityShare(var fraction) -> share(fraction.doubleValue(), market, index, side, price);
            case OrderSize.RiskShare(var fraction) ->
                Math.min(
                        byRisk(fraction.doubleValue(), market, index, side, price, stop),
                        share(1, market, index, side, price));
        };
    }

    private static double fee(Market market) {
        return market.instrument.takerFee().doubleValue();
    }

    /** What one unit of quantity is worth in quote currency. */
    static double quoteCost(Market market, double price) {
        return market.instrument.contract() instanceof Contract.Inverse inverse
                ? inverse.size().doubleValue()
                : price;
    }

    /** As the venue sizes a share of equity, see {@code SimulatedAccount}. */
    private double share(double fraction, Market market, int index, Side side, double price) {
        double money = Math.max(0, exposure.equity() * fraction);
        double held = market.quantity;
        if (market.instrument.contractType() == ContractType.SPOT) {
            return side == Side.SELL
                    ? Math.min(money / price, Math.max(0, held))
                    : Math.max(0, Math.min(money, books.cash())) / (price * (1 + fee(market)));
        }
        double bound = market.isFuture() ? 1 / leverage : 1;
        boolean sameSide = side.sign() * held >= 0;
        double free = exposure.equity() - exposure.usedMargin(leverage);
        double most = sameSide ? Math.max(0, Math.min(money, free)) : money;
        return most / (exposure.math(index).notional(1, price) * (bound + fee(market)));
    }

    /** The way to the stop, slippage and both fees cost the share of equity. */
    private double byRisk(double fraction, Market market, int index, Side side, double price, double stop) {
        ContractMath math = exposure.math(index);
        double exit = price - side.sign() * stop;
        double way = Math.abs(math.profit(1, price, exit));
        double costs = (math.notional(1, price) + math.notional(1, exit)) * (fee(market) + slippage);
        return Math.max(0, exposure.equity() * fraction) / (way + costs);
    }
}
