package io.metaexpert.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class InstrumentIdTest {
    @Test
    void isEqualWhereVenueAndSymbolAre() {
        InstrumentId id = new InstrumentId("okx", "BTC/USDT");

        assertThat(id)
                .isEqualTo(new InstrumentId("okx", "BTC/USDT"))
                .hasSameHashCodeAs(new InstrumentId("okx", "BTC/USDT"))
                .isNotEqualTo(new InstrumentId("binance", "BTC/USDT"))
                .isNotEqualTo(new InstrumentId("okx", "ETH/USDT"))
                .isNotEqualTo("BTC/USDT@okx");
        assertThat(Set.of(id)).contains(new InstrumentId("okx", "BTC/USDT"));
    }
}
