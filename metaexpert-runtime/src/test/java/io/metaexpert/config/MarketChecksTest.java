package io.metaexpert.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.market.Contract;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.Money;
import io.metaexpert.market.OptionKind;
import io.metaexpert.market.OptionSettlement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketChecksTest {
    private static ConfigResult parse(String... settings) {
        return ConfigLoader.parse("", Map.of(), Arrays.asList(settings));
    }

    private static List<String> problems(String... settings) {
        return parse(settings).problems().stream().map(Problem::toString).toList();
    }

    private static Instrument instrument(String... settings) {
        return parse(settings).orThrow().instruments().get(0);
    }

    @Test
    void wantsExpiryStrikeAndKindOfAnOption() {
        assertThat(problems(
                        "market.type=options",
                        "strategy.symbol=BTC/USDT",
                        "backtest.increments=none",
                        "backtest.underlying=sample"))
                .singleElement()
                .asString()
                .contains("BTC/USDT is not an option: expiry, strike and kind are missing", "BTC/USD-260327-100000-C");
        assertThat(problems("market.type=options", "backtest.underlying=sample", "strategy.symbol=BTC-260327-100000-C"))
                .singleElement()
                .asString()
                .contains("write `BTC/USD-260327-100000-C`");
        assertThat(problems("strategy.symbol=BTC/USD-260327-100000-C", "backtest.increments=none"))
                .singleElement()
                .asString()
                .contains("is an option", "set market.type to `options`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTC/USDT-270231", "BTC/USDT-2603", "BTC/USD-260327-0-C", "BTC/USD-260327-100000"})
    void refusesAContractWhoseExpiryCannotBeRead(String symbol) {
        assertThat(problems("strategy.symbol=" + symbol, "backtest.increments=none"))
                .singleElement()
                .asString()
                .startsWith("--set strategy.symbol: `" + symbol + "` is not");
    }

    @Test
    void refusesAShareOfTheVolumeWithoutPartialFills() {
        assertThat(problems("backtest.volume-share=5%"))
                .singleElement()
                .asString()
                .contains("backtest.volume-share: has no effect without backtest.partial-fills: true");
    }

    @Test
    void takesALatencyThatIsMostlyShortAndAtTimesLong() {
        assertThat(problems("backtest.latency=lognormal(100ms, 0.5)")).isEmpty();
        assertThat(problems("backtest.latency=lognormal(100ms, 20ms)"))
                .singleElement()
                .asString()
                .contains("backtest.latency: needs a deviation from 0 to below 5");
    }

    @Test
    void namesNoAssumptionTwice() {
        assertThat(problems("backtest.assume=neutral,neutral"))
                .singleElement()
                .asString()
                .contains("backtest.assume", "neutral");
    }

    @Test
    void refusesLeverageHedgesAndContractsOnSpot() {
        assertThat(problems("market.type=spot", "sizing.leverage=2x"))
                .singleElement()
                .asString()
                .contains("sizing.leverage: must be 1x on the spot market");
        assertThat(problems("market.type=spot", "market.position-mode=hedge"))
                .singleElement()
                .asString()
                .contains("market.position-mode: is for futures only");
        assertThat(problems("exchange.name=kucoin", "market.position-mode=hedge"))
                .singleElement()
                .asString()
                .contains("kucoin has no hedge mode");
        assertThat(problems("market.type=spot", "market.margin-mode=cross")).hasSize(1);
        assertThat(problems("market.type=spot", "market.contract=inverse")).isNotEmpty();
        assertThat(problems("market.type=spot", "instrument.contract-size=2")).hasSize(1);
        assertThat(problems("market.type=spot", "strategy.symbol=BTC/USDT-260327"))
                .singleElement()
                .asString()
                .contains("is a futures contract");
    }

    @ParameterizedTest
    @CsvSource({
        "backtest.funding-rate=0.02%, perpetual",
        "backtest.funding-data=rates.csv, perpetual",
        "backtest.volatility=70%, options",
        "backtest.underlying=btc, options"
    })
    void refusesWhatHasNoEffectOnSpot(String setting, String market) {
        assertThat(problems("market.type=spot", setting))
                .singleElement()
                .asString()
                .contains("is for " + market);
    }

    @Test
    void refusesDetailsOfWhatIsSwitchedOff() {
        assertThat(problems("backtest.funding=false", "backtest.funding-rate=0.02%"))
                .singleElement()
                .asString()
                .contains("has no effect without backtest.funding: true");
    }

    @Test
    void takesSwitchesInTheirNeutralPositionEverywhere() {
        assertThat(problems("market.type=spot", "backtest.funding=false", "backtest.liquidation=false"))
                .isEmpty();
    }

    @Test
    void knowsWhereThereAreNoOptions() {
        assertThat(problems(
                        "exchange.name=kucoin",
                        "market.type=options",
                        "strategy.symbol=BTC/USD-260327-100000-C",
                        "backtest.underlying=sample",
                        "backtest.increments=none"))
                .singleElement()
                .asString()
                .contains("kucoin has no options");
    }

    @Test
    void countsInTheCurrencyOfSettlement() {
        assertThat(problems("market.contract=inverse", "strategy.symbol=BTC/USD, ETH/USD"))
                .singleElement()
                .asString()
                .contains("mixes the currencies of settlement BTC and ETH");
        assertThat(problems("market.contract=inverse", "strategy.symbol=BTC/USD", "backtest.initial-capital=2 USD"))
                .singleElement()
                .asString()
                .contains("must be in BTC", "write `2 BTC`");
        assertThat(parse("market.contract=inverse", "strategy.symbol=BTC/USD")
                        .orThrow()
                        .backtest()
                        .initialCapital())
                .isEqualTo(Money.of("1", "BTC"));
    }

    @Test
    void makesTheContractThatTypeAndSymbolSay() {
        Instant expiry = Instant.parse("2026-03-27T08:00:00Z");

        assertThat(instrument("market.contract=inverse", "strategy.symbol=BTC/USD")
                        .contract())
                .isEqualTo(Contract.inverse(new BigDecimal(100)));
        assertThat(instrument("strategy.symbol=BTC/USDT-260327").expiry()).contains(expiry);
        assertThat(instrument("strategy.symbol=BTC/USDT-260327").priceIncrement())
                .isEqualByComparingTo("0.1");
        Instrument option = instrument(
                "market.type=options",
                "strategy.symbol=BTC/USD-260327-100000-P",
                "backtest.underlying=sample",
                "backtest.increments=none");
        assertThat(option.contract())
                .isEqualTo(new Contract.Option(
                        OptionKind.PUT, new BigDecimal(100_000), expiry, OptionSettlement.COIN, BigDecimal.ONE));
        assertThat(option.contractType()).isEqualTo(ContractType.OPTION);
        assertThat(option.settlementCurrency()).isEqualTo("BTC");
    }

    @ParameterizedTest
    @CsvSource({
        "uniform(2s),is not a duration",
        "'uniform(2s, 1s)',must name the shorter duration first",
        "'normal(50ms, 10)',needs a unit",
        "2h,must be at most 10m"
    })
    void readsLatenciesStrictly(String text, String message) {
        assertThat(problems("backtest.latency=" + text))
                .singleElement()
                .asString()
                .contains(message);
    }

    @Test
    void wantsTheUnderlyingOfAnOption() {
        assertThat(problems(
                        "market.type=options", "strategy.symbol=BTC/USD-260327-100000-C", "backtest.increments=none"))
                .singleElement()
                .asString()
                .contains("options need the data of their underlying", "set backtest.underlying");
    }
}
