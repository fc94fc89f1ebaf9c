package io.metaexpert.indicator;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The indicators on one series. The engine calls {@link #update()} after the series has moved on, before any handler. */
public final class IndicatorSet implements Indicators {
    /** Its hash is written out: that of a record is made at run time, which takes milliseconds of a start. */
    private record Key(Class<? extends Indicator> type, List<Object> parameters) {
        @Override
        public int hashCode() {
            return 31 * type.hashCode() + parameters.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.type == type && key.parameters.equals(parameters);
        }
    }

    private final BarsSeries series;
    private final Map<Key, Indicator> known = new HashMap<>();
    private final Set<Indicator> registered = Collections.newSetFromMap(new IdentityHashMap<>());
    private Indicator[] indicators = {};
    /** The series' end at the last update. */
    private int seen;

    public IndicatorSet(BarsSeries series) {
        this.series = series;
        seen = series.end();
    }

    /** Takes in the bars that have closed since the last call; does nothing when there are none. */
    public void update() {
        int end = series.end();
        if (end == seen + 1) {
            seen = end;
            for (Indicator indicator : indicators) {
                indicator.update(series);
            }
        } else if (end > seen) {
            for (Indicator indicator : indicators) {
                replay(indicator, seen + 1, end);
            }
            seen = end;
        }
    }

    /** Lets the indicator see older bars as they were when each was the newest. */
    private void replay(Indicator indicator, int from, int to) {
        BarsSeries past = new BarsSeries(series.instrument(), series.bars());
        for (int i = from; i <= to; i++) {
            past.setEnd(i);
            indicator.update(past);
        }
    }

    @Override
    public <I extends Indicator> I custom(I indicator) {
        if (registered.contains(indicator)) {
            return indicator;
        }
        if (indicator.bars() > 0) {
            throw new IllegalArgumentException(
                    indicator.getClass().getSimpleName() + " has seen bars already; register a new one");
        }
        update();
        replay(indicator, 0, seen);
        Indicator[] more = Arrays.copyOf(indicators, indicators.length + 1);
        more[indicators.length] = indicator;
        indicators = more;
        registered.add(indicator);
        return indicator;
    }

    private <I extends Indicator> I known(Class<I> type, Supplier<I> maker, Object... parameters) {
        Key key = new Key(type, List.of(parameters));
        Indicator existing = known.get(key);
        if (existing != null) {
            return type.cast(existing);
        }
        I made = custom(maker.get());
        known.put(key, made);
        return made;
    }

    @Override
    public PriceLine price(PriceSource source) {
        return known(PriceLine.class, () -> new PriceLine(source), source);
    }

    @Override
    public Sma sma(int period, PriceSource source) {
        return known(Sma.class, () -> new Sma(period, source), period, source);
    }

    @Override
    public Ema ema(int period, PriceSource source, Seed seed) {
        return known(Ema.class, () -> new Ema(period, source, seed), period, source, seed);
    }

    @Override
    public Wma wma(int period, PriceSource source) {
        return known(Wma.class, () -> new Wma(period, source), period, source);
    }

    @Override
    public Rsi rsi(int period, PriceSource source, Seed seed) {
        return known(Rsi.class, () -> new Rsi(period, source, seed), period, source, seed);
    }

    @Override
    public Atr atr(int period, Seed seed) {
        return known(Atr.class, () -> new Atr(period, seed), period, seed);
    }

    @Override
    public Macd macd(int fast, int slow, int signal, PriceSource source) {
        return known(Macd.class, () -> new Macd(fast, slow, signal, source), fast, slow, signal, source);
    }

    @Override
    public Bollinger bollinger(int period, double k, PriceSource source) {
        return known(Bollinger.class, () -> new Bollinger(period, k, source), period, k, source);
    }

    @Override
    public Donchian donchian(int period) {
        return known(Donchian.class, () -> new Donchian(period), period);
    }

    @Override
    public Adx adx(int period, Seed seed) {
        return known(Adx.class, () -> new Adx(period, seed), period, seed);
    }

    @Override
    public Stochastic stochastic(int kPeriod, int kSmoothing, int dPeriod) {
        return known(
                Stochastic.class, () -> new Stochastic(kPeriod, kSmoothing, dPeriod), kPeriod, kSmoothing, dPeriod);
    }

    @Override
    public Vwap vwap(int period, PriceSource source) {
        return known(Vwap.class, () -> new Vwap(period, source), period, source);
    }

    @Override
    public StandardDeviation standardDeviation(int period, PriceSource source) {
        return known(StandardDeviation.class, () -> new StandardDeviation(period, source), period, source);
    }
}
