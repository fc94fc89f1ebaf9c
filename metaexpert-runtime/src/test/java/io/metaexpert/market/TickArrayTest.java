package io.metaexpert.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TickArrayTest {
    private final TickArray ticks = new TickArray(1);

    @Test
    void aRowIsTheStateAfterItsEvent() {
        ticks.trade(10, 100.5, 2, -1);
        ticks.quote(10, 100, 3, 101, 4);
        ticks.trade(12, 101, 1, 0);

        InstrumentId btc = new InstrumentId("binance", "BTC/USDT");
        double unknown = Double.NaN;
        assertThat(ticks.tick(btc, 0)).isEqualTo(new Tick(btc, 10, unknown, unknown, unknown, unknown, 100.5, 2));
        assertThat(ticks.tick(btc, 1)).isEqualTo(new Tick(btc, 10, 100, 3, 101, 4, 100.5, 2));
        assertThat(ticks.tick(btc, 2)).isEqualTo(new Tick(btc, 12, 100, 3, 101, 4, 101, 1));
        assertThat(ticks.kind(0)).isEqualTo(TickKind.SELLER_TRADE);
        assertThat(ticks.kind(1).isTrade()).isFalse();
        assertThat(ticks.kind(2).aggressor()).isZero();
    }

    @Test
    void findsTheFirstRowOfATime() {
        for (long time : new long[] {10, 20, 20, 30}) {
            ticks.trade(time, 1, 1, 1);
        }

        assertThat(ticks.indexAtOrAfter(20)).isEqualTo(1);
        assertThat(ticks.indexAtOrAfter(21)).isEqualTo(3);
        assertThat(ticks.indexAtOrAfter(31)).isEqualTo(4);
    }

    @Test
    void refusesATimeBeforeTheLast() {
        ticks.trade(10, 1, 1, 1);

        assertThatThrownBy(() -> ticks.quote(9, 1, 1, 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tick must not be before 10, was 9");
    }

    @Test
    void codesReadBackAsTheirKind() {
        for (TickKind kind : TickKind.values()) {
            assertThat(TickKind.of(kind.code())).isEqualTo(kind);
        }
    }
}
