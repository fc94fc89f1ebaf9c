package io.metaexpert.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private static Instrument instrument(Contract contract) {
        return new Instrument(new InstrumentId("okx", "BTC/USD"), contract, "BTC", "USD", ZERO, ZERO, ZERO, ZERO, ZERO);
    }

    @Test
    void quantitiesOfLinearContractsAreBaseAndConvertExactly() {
        Instrument okx = instrument(Contract.linear(new BigDecimal("0.01")));

        assertThat(okx.quantityUnit()).isEqualTo(QuantityUnit.BASE);
        assertThat(okx.contracts(Quantity.of("0.25"))).isEqualByComparingTo("25");
        assertThat(okx.ofContracts(new BigDecimal("25"))).isEqualTo(Quantity.of("0.25"));
        assertThat(okx.settlementCurrency()).isEqualTo("USD");
    }

    @Test
    void quantitiesOfInverseContractsAreContracts() {
        Instrument coin = instrument(Contract.inverse(new BigDecimal("100")));

        assertThat(coin.quantityUnit()).isEqualTo(QuantityUnit.CONTRACTS);
        assertThat(coin.contracts(Quantity.of("7"))).isEqualByComparingTo("7");
        assertThat(coin.ofContracts(new BigDecimal("7"))).isEqualTo(Quantity.of("7"));
        assertThat(coin.settlementCurrency()).isEqualTo("BTC");
    }

    @Test
    void anOptionIsSettledInWhatItSays() {
        Instant expiry = Instant.parse("2026-03-27T08:00:00Z");
        assertThat(instrument(new Contract.Option(
                                OptionKind.PUT, BigDecimal.TEN, expiry, OptionSettlement.COIN, BigDecimal.ONE))
                        .settlementCurrency())
                .isEqualTo("BTC");
        assertThat(instrument(new Contract.Option(
                                OptionKind.PUT, BigDecimal.TEN, expiry, OptionSettlement.LINEAR, BigDecimal.ONE))
                        .settlementCurrency())
                .isEqualTo("USD");
    }

    @Test
    void onlyFuturesWithoutExpiryArePerpetual() {
        assertThat(Contract.spot().isPerpetual()).isFalse();
        assertThat(Contract.linear(BigDecimal.ONE).isPerpetual()).isTrue();
        assertThat(ContractSymbol.parse("BTC/USDT-260327")
                        .contract(ContractType.LINEAR, BigDecimal.ONE)
                        .isPerpetual())
                .isFalse();
    }

    @Test
    void refusesTermsThatCannotBe() {
        assertThatThrownBy(() -> Contract.inverse(ZERO)).hasMessage("contract size must be positive, was 0");
        assertThatThrownBy(() -> Contract.of(ContractType.OPTION, BigDecimal.ONE))
                .hasMessageContaining("an option needs");
    }
}
