package io.metaexpert.backtest;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Contract;
import io.metaexpert.market.OptionSettlement;
import io.metaexpert.portfolio.contract.Black76;

/**
 * Bars of an option made from those of its underlying by Black-76, with one volatility and a rate of zero: for backtests without option
 * data. They end with the last bar that closes at or before the expiry.
 */
final class OptionBars {
    /** A premium is never free, as orders at a price of zero are not possible. */
    private static final double LEAST = 1e-8;

    private final Contract.Option option;
    private final double volatility;

    private OptionBars(Contract.Option option, double volatility) {
        this.option = option;
        this.volatility = volatility;
    }

    static BarArray of(Contract.Option option, double volatility, Bars underlying) {
        OptionBars model = new OptionBars(option, volatility);
        BarArray bars = new BarArray(underlying.timeframe(), underlying.size());
        for (int i = 0; i < underlying.size(); i++) {
            if (underlying.closeTimeMs(i) <= option.expiresAt().toEpochMilli()) {
                model.add(underlying, i, bars);
            }
        }
        return bars;
    }

    /** A premium rises or falls with the underlying and falls with time, so its extremes are at the corners of the bar. */
    private void add(Bars underlying, int i, BarArray bars) {
        long start = underlying.openTimeMs(i);
        long end = underlying.closeTimeMs(i);
        double open = price(underlying.open(i), start);
        double close = price(underlying.close(i), end);
        double high = Math.max(open, close);
        double low = Math.min(open, close);
        for (double extreme : new double[] {underlying.high(i), underlying.low(i)}) {
            high = Math.max(high, price(extreme, start));
            low = Math.min(low, price(extreme, end));
        }
        bars.add(start, open, high, low, close, underlying.volume(i));
    }

    private double price(double underlying, long timeMs) {
        double years = Math.max(0, option.expiresAt().toEpochMilli() - timeMs) / Black76.YEAR_MS;
        double premium =
                new Black76(option.kind(), underlying, option.strike().doubleValue(), years, volatility, 0).price();
        return Math.max(LEAST, option.settlement() == OptionSettlement.COIN ? premium / underlying : premium);
    }
}
