package io.metaexpert.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContractSymbolTest {
    @Test
    void readsAnOption() {
        ContractSymbol symbol = ContractSymbol.parse("BTC/USD-260327-100000-C");

        assertThat(symbol.pair()).isEqualTo("BTC/USD");
        assertThat(symbol.contract(ContractType.OPTION, new BigDecimal("0.01")))
                .isEqualTo(new Contract.Option(
                        OptionKind.CALL,
                        new BigDecimal("100000"),
                        Instant.parse("2026-03-27T08:00:00Z"),
                        OptionSettlement.COIN,
                        new BigDecimal("0.01")));
    }

    @Test
    void anOptionQuotedInAStablecoinOrToldSoIsLinear() {
        assertThat(ContractSymbol.parse("XRP/USDT-260327-0.55-P").optionSettlement())
                .isEqualTo(OptionSettlement.LINEAR);
        assertThat(ContractSymbol.parse("BTC/USD:USDC-260327-90000-P").optionSettlement())
                .isEqualTo(OptionSettlement.LINEAR);
        assertThat(ContractSymbol.parse("BTC/USD:BTC-260327-90000-P").optionSettlement())
                .isEqualTo(OptionSettlement.COIN);
    }

    @Test
    void readsPairsAndDatedContracts() {
        assertThat(ContractSymbol.parse("BTC/USDT").expiry()).isEmpty();
        assertThat(ContractSymbol.parse("BTC/USD:BTC-260626").contract(ContractType.INVERSE, new BigDecimal(100)))
                .isEqualTo(
                        new Contract.Inverse(new BigDecimal(100), Optional.of(Instant.parse("2026-06-26T08:00:00Z"))));
    }

    @Test
    void refusesWhatIsNoSymbol() {
        for (String bad : List.of(
                "BTCUSDT",
                "BTC/USD-260230-1-C",
                "BTC/USD-260327-0-C",
                "BTC/USD-260327-1-X",
                "BTC/USD--1-C",
                "",
                "btc/usd")) {
            assertThat(ContractSymbol.find(bad)).as(bad).isEmpty();
        }
        assertThatThrownBy(() -> ContractSymbol.parse("BTC/USD-260230-1-C"))
                .hasMessage("`BTC/USD-260230-1-C` names a day that does not exist: 260230 (year, month, day)");
    }

    @Test
    void anOptionWithoutTermsAndTermsWithoutAnOptionAreRefused() {
        assertThatThrownBy(() -> ContractSymbol.parse("BTC/USD").contract(ContractType.OPTION, BigDecimal.ONE))
                .hasMessageContaining("an option needs expiry, strike and kind");
        assertThatThrownBy(
                        () -> ContractSymbol.parse("BTC/USD-260327-1-C").contract(ContractType.LINEAR, BigDecimal.ONE))
                .hasMessageContaining("is an option, not LINEAR");
        assertThatThrownBy(() -> ContractSymbol.parse("BTC/USDT-260327").contract(ContractType.SPOT, BigDecimal.ONE))
                .hasMessageContaining("spot has no expiry");
    }
}
