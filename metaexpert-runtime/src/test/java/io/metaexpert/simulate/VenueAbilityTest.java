package io.metaexpert.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.market.Contract;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.OptionKind;
import io.metaexpert.market.OptionSettlement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the simulated exchange can hold. */
class VenueAbilityTest {
    private static final Contract OPTION = new Contract.Option(
            OptionKind.CALL,
            new BigDecimal("100000"),
            Instant.parse("2026-03-27T08:00:00Z"),
            OptionSettlement.LINEAR,
            BigDecimal.ONE);

    private static boolean holdsStops(String venue, Contract contract) {
        Instrument instrument = new Instrument(
                new InstrumentId(venue, "BTC/USDT"),
                contract,
                "BTC",
                "USDT",
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
        SimulationSettings settings = new SimulationSettings(Money.of("1000", "USDT"), BigDecimal.ONE, BigDecimal.ZERO);
        return new SimulatedVenue(settings, List.of()).holdsStops(instrument);
    }

    @Test
    void optionsOfBinanceHaveNoStops() {
        assertThat(holdsStops("binance", OPTION)).isFalse();
        assertThat(holdsStops("okx", OPTION)).isTrue();
        assertThat(holdsStops("binance", Contract.of(ContractType.LINEAR, BigDecimal.ONE)))
                .isTrue();
        assertThat(holdsStops("binance", Contract.of(ContractType.SPOT, BigDecimal.ONE)))
                .isTrue();
    }
}
