package io.metaexpert.portfolio.contract;

import static io.metaexpert.portfolio.contract.Numbers.d;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.market.ContractType;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarginTiersTest {
    private static final MarginTiers BTC_COIN = find("binance", ContractType.INVERSE, "BTC/USD");

    private static MarginTiers find(String exchange, ContractType contract, String symbol) {
        return MarginTierCatalog.find(exchange, contract, symbol).orElseThrow();
    }

    /** Binance, "How to Calculate Liquidation Price of COIN-M Futures Contracts": 50 × (5 % − 2.5 %) + 0.56 = 1.81; at 300 BTC 11.81. */
    @Test
    void binancesMaintenanceAmountExamples() {
        assertThat(BTC_COIN.tier(d("50")).amount()).isEqualByComparingTo("0.56");
        assertThat(BTC_COIN.tier(d("100")).amount()).isEqualByComparingTo("1.81");
        assertThat(BTC_COIN.tier(d("300")).amount()).isEqualByComparingTo("11.81");
        assertThat(BTC_COIN.tier(d("300")).rate()).isEqualByComparingTo("0.125");
    }

    /** Binance's brackets of BTCUSDT, of which the first caps and "cum" were recorded from /fapi/v1/leverageBracket. */
    @Test
    void theAmountsFollowFromRatesAndFloorsAsBinancesDo() {
        List<String> recorded = List.of("0", "300", "1500", "12000", "132000", "482000", "2982000");
        List<MarginTiers.Tier> tiers =
                find("binance", ContractType.LINEAR, "BTC/USDT").tiers();
        for (int i = 0; i < recorded.size(); i++) {
            assertThat(tiers.get(i).amount()).isEqualByComparingTo(recorded.get(i));
        }
    }

    @Test
    void bundledTiersAreContinuousAndRise() {
        for (String exchange : List.of("binance", "bybit", "okx", "bitget", "kucoin")) {
            for (ContractType contract : List.of(ContractType.LINEAR, ContractType.INVERSE)) {
                for (String symbol : List.of("BTC/USDT", "ETH/USDT", "BTC/USD", "ETH/USD", "FOO/USDT")) {
                    isContinuous(find(exchange, contract, symbol));
                }
            }
        }
    }

    private static void isContinuous(MarginTiers tiers) {
        for (int i = 1; i < tiers.tiers().size(); i++) {
            MarginTiers.Tier tier = tiers.tiers().get(i);
            BigDecimal above = tier.floor().multiply(tier.rate()).subtract(tier.amount());
            assertThat(tiers.maintenance(tier.floor())).isEqualByComparingTo(above);
            assertThat(tier.maxLeverage()).isLessThan(tiers.tiers().get(i - 1).maxLeverage());
        }
        // A position at the highest leverage must start with more margin than keeps it.
        for (MarginTiers.Tier tier : tiers.tiers()) {
            assertThat(tier.rate().multiply(tier.maxLeverage())).isLessThan(BigDecimal.ONE);
        }
    }

    @Test
    void leverageAndNotionalLimitEachOther() {
        assertThat(BTC_COIN.maxLeverage(d("10"))).contains(d("125"));
        assertThat(BTC_COIN.maxLeverage(d("10.01"))).contains(d("100"));
        assertThat(BTC_COIN.maxLeverage(d("2000.01"))).isEmpty();
        assertThat(BTC_COIN.maxNotional(d("20"))).isEqualByComparingTo("50");
        assertThat(BTC_COIN.maxNotional(d("126"))).isEqualByComparingTo("0");
    }

    @Test
    void thereAreNoneForSpotAndForUnknownExchanges() {
        assertThat(MarginTierCatalog.find("binance", ContractType.SPOT, "BTC/USDT"))
                .isEmpty();
        assertThat(MarginTierCatalog.find("nowhere", ContractType.LINEAR, "BTC/USDT"))
                .isEmpty();
    }

    @Test
    void refusesTiersThatCannotBe() {
        BigDecimal one = BigDecimal.ONE;
        Stream.of(
                        List.<MarginTiers.Step>of(),
                        List.of(
                                new MarginTiers.Step(d("10"), one, d("0.1")),
                                new MarginTiers.Step(d("5"), one, d("0.2"))),
                        List.of(
                                new MarginTiers.Step(d("10"), one, d("0.2")),
                                new MarginTiers.Step(d("20"), one, d("0.1"))),
                        List.of(new MarginTiers.Step(d("10"), one, one)))
                .forEach(steps ->
                        assertThatThrownBy(() -> MarginTiers.of(steps)).isInstanceOf(IllegalArgumentException.class));
    }
}
