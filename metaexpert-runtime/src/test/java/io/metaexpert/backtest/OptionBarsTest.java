package io.metaexpert.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.Contract;
import io.metaexpert.market.OptionKind;
import io.metaexpert.market.OptionSettlement;
import io.metaexpert.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptionBarsTest {
    private static final Instant EXPIRY = Instant.parse("2026-03-27T08:00:00Z");
    private static final long HOUR = 3_600_000L;

    private static Contract.Option option(OptionKind kind, OptionSettlement settlement) {
        return new Contract.Option(kind, new BigDecimal(100), EXPIRY, settlement, BigDecimal.ONE);
    }

    /** Hourly bars that end at the expiry. */
    private static BarArray underlying(int count) {
        Random random = new Random(7);
        BarArray bars = new BarArray(Timeframe.H1);
        double price = 100;
        for (int i = 0; i < count; i++) {
            double close = price * Math.exp(random.nextGaussian() / 50);
            double high = Math.max(price, close) * (1 + random.nextDouble() / 100);
            double low = Math.min(price, close) * (1 - random.nextDouble() / 100);
            bars.add(EXPIRY.toEpochMilli() - (count - i) * HOUR, price, high, low, close, 1);
            price = close;
        }
        return bars;
    }

    @Test
    void areWorthTheIntrinsicValueAtExpiry() {
        BarArray underlying = underlying(50);
        double last = underlying.close(49);

        double call = OptionBars.of(option(OptionKind.CALL, OptionSettlement.LINEAR), 0.6, underlying)
                .close(49);
        double put = OptionBars.of(option(OptionKind.PUT, OptionSettlement.LINEAR), 0.6, underlying)
                .close(49);
        double coin = OptionBars.of(option(OptionKind.PUT, OptionSettlement.COIN), 0.6, underlying)
                .close(49);

        assertThat(call).isCloseTo(Math.max(last - 100, 0), within(1e-7));
        assertThat(put).isCloseTo(Math.max(100 - last, 0), within(1e-7));
        assertThat(coin).isCloseTo(Math.max(100 - last, 0) / last, within(1e-7));
    }

    /** C − P = F − K, at every open and close; source: J. Hull, "Options, Futures, and Other Derivatives". */
    @Test
    void keepPutCallParity() {
        BarArray underlying = underlying(400);

        BarArray calls = OptionBars.of(option(OptionKind.CALL, OptionSettlement.LINEAR), 0.6, underlying);
        BarArray puts = OptionBars.of(option(OptionKind.PUT, OptionSettlement.LINEAR), 0.6, underlying);

        for (int i = 0; i < calls.size(); i++) {
            assertThat(calls.open(i) - puts.open(i)).isCloseTo(underlying.open(i) - 100, within(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(OptionKind.class)
    void areBarsThemselves(OptionKind kind) {
        for (OptionSettlement settlement : OptionSettlement.values()) {
            BarArray bars = OptionBars.of(option(kind, settlement), 0.6, underlying(400));
            for (int i = 0; i < bars.size(); i++) {
                assertThat(bars.high(i)).isGreaterThanOrEqualTo(Math.max(bars.open(i), bars.close(i)));
                assertThat(bars.low(i)).isPositive().isLessThanOrEqualTo(Math.min(bars.open(i), bars.close(i)));
            }
        }
    }

    @Test
    void endWithTheOption() {
        BarArray underlying = underlying(10);
        underlying.add(EXPIRY.toEpochMilli(), 100, 100, 100, 100, 1);

        assertThat(OptionBars.of(option(OptionKind.CALL, OptionSettlement.LINEAR), 0.6, underlying)
                        .size())
                .isEqualTo(10);
    }
}
