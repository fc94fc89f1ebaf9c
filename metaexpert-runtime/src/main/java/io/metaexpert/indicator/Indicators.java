package io.metaexpert.indicator;

/**
 * Makes built-in indicators on one series. Each is brought up to date with the bars that have closed already, and from then on
 * updated once per closed bar. Asking for the same again gives the same instance.
 *
 * <p>A period below 1 is an {@link IllegalArgumentException} in every method. Formulas and seeds are told at the classes.
 */
public interface Indicators {
    /** The close, as an indicator, to ask for crossings with others. */
    default PriceLine price() {
        return price(PriceSource.CLOSE);
    }

    PriceLine price(PriceSource source);

    default Sma sma(int period) {
        return sma(period, PriceSource.CLOSE);
    }

    Sma sma(int period, PriceSource source);

    default Ema ema(int period) {
        return ema(period, PriceSource.CLOSE);
    }

    default Ema ema(int period, PriceSource source) {
        return ema(period, source, Seed.FIRST_VALUE);
    }

    Ema ema(int period, PriceSource source, Seed seed);

    default Wma wma(int period) {
        return wma(period, PriceSource.CLOSE);
    }

    Wma wma(int period, PriceSource source);

    default Rsi rsi(int period) {
        return rsi(period, PriceSource.CLOSE);
    }

    default Rsi rsi(int period, PriceSource source) {
        return rsi(period, source, Seed.MEAN);
    }

    Rsi rsi(int period, PriceSource source, Seed seed);

    default Atr atr(int period) {
        return atr(period, Seed.MEAN);
    }

    Atr atr(int period, Seed seed);

    default Macd macd(int fast, int slow, int signal) {
        return macd(fast, slow, signal, PriceSource.CLOSE);
    }

    Macd macd(int fast, int slow, int signal, PriceSource source);

    default Bollinger bollinger(int period, double k) {
        return bollinger(period, k, PriceSource.CLOSE);
    }

    Bollinger bollinger(int period, double k, PriceSource source);

    Donchian donchian(int period);

    default Adx adx(int period) {
        return adx(period, Seed.MEAN);
    }

    Adx adx(int period, Seed seed);

    Stochastic stochastic(int kPeriod, int kSmoothing, int dPeriod);

    default Vwap vwap(int period) {
        return vwap(period, PriceSource.HLC3);
    }

    Vwap vwap(int period, PriceSource source);

    default StandardDeviation standardDeviation(int period) {
        return standardDeviation(period, PriceSource.CLOSE);
    }

    StandardDeviation standardDeviation(int period, PriceSource source);

    /**
     * Takes in an own indicator.
     *
     * @return {@code indicator}
     * @throws IllegalArgumentException when it has seen bars elsewhere, for it could not be brought up to date
     */
    <I extends Indicator> I custom(I indicator);
}
