package io.metaexpert.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values fit together, and what is worked out from them. */
class FittingTest {
    private static List<String> problems(String... sets) {
        return ConfigLoader.parse("", Map.of(), List.of(sets)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static MetaExpertConfig config(String... sets) {
        return ConfigLoader.parse("", Map.of(), List.of(sets)).orThrow();
    }

    @Test
    void wantsTheEndAfterTheStart() {
        assertThat(problems("backtest.from=2024-02-01", "backtest.to=2024-02-01"))
                .containsExactly("--set backtest.to: must be after backtest.from, 2024-02-01T00:00:00Z (was"
                        + " `2024-02-01T00:00:00Z`)");
    }

    @Test
    void wantsTheUnitOfASizeToMatchItsType() {
        assertThat(problems("sizing.value=1000 USDT"))
                .singleElement()
                .asString()
                .contains("must be a percentage");
        assertThat(problems("sizing.type=fixed-base", "sizing.value=1 ETH"))
                .singleElement()
                .asString()
                .contains("`1 BTC`");
        assertThat(problems("sizing.type=fixed-quote"))
                .singleElement()
                .asString()
                .startsWith("--set sizing.type: must be");
    }

    @Test
    void readsEachKindOfSize() {
        assertThat(config("sizing.type=fixed-base", "sizing.value=0.01 BTC")
                        .sizing()
                        .value())
                .isEqualTo(new SizingValue.Base(Money.of("0.01", "BTC")));
        assertThat(config("sizing.type=fixed-quote", "sizing.value=1000 USDT")
                        .sizing()
                        .value())
                .isEqualTo(new SizingValue.Quote(Money.of("1000", "USDT")));
        assertThat(config("sizing.type=risk-based", "sizing.value=1%", "protection.stop-loss=2%")
                        .sizing()
                        .value())
                .isEqualTo(new SizingValue.RiskShare(new BigDecimal("0.01")));
        assertThat(config("sizing.value=100%").sizing().value()).isEqualTo(new SizingValue.EquityShare(BigDecimal.ONE));
    }

    @Test
    void showsBothReadingsOfABareNumber() {
        assertThat(problems("sizing.value=2.0"))
                .singleElement()
                .asString()
                .contains("write `2.0%`, or `200%` if the number was meant as a fraction");
    }

    @Test
    void wantsOneQuoteCurrencyAndTheCapitalInIt() {
        assertThat(problems("strategy.symbol=BTC/USDT, ETH/USDC")).anyMatch(text -> text.contains("USDT and USDC"));
        assertThat(problems("backtest.initial-capital=1000 EUR"))
                .singleElement()
                .asString()
                .contains("must be in USDT", "write `1000 USDT`");
        assertThat(config("strategy.symbol=BTC/USD", "backtest.increments=none")
                        .backtest()
                        .initialCapital())
                .isEqualTo(Money.of("10000", "USD"));
    }

    @ParameterizedTest
    @CsvSource({"BTCUSDT,BTC/USDT", "ETHFDUSD,ETH/FDUSD", "SOLBTC,SOL/BTC", "GOOG/USD,GOOG/USD", "1INCHUSDC,1INCH/USDC"
    })
    void writesSymbolsWithASlash(String written, String symbol) {
        assertThat(config("strategy.symbol=" + written, "backtest.increments=none")
                        .strategy()
                        .symbols())
                .containsExactly(symbol);
    }

    @Test
    void readsAListOfSymbolsFromAnySource() {
        assertThat(config("strategy.symbol=[BTCUSDT, ETH/USDT]").strategy().symbols())
                .containsExactly("BTC/USDT", "ETH/USDT");
        assertThat(ConfigLoader.parse("strategy:\n  symbol:\n    - BTC/USDT\n    - ETHUSDT\n")
                        .orThrow()
                        .strategy()
                        .symbols())
                .containsExactly("BTC/USDT", "ETH/USDT");
        assertThat(problems("strategy.symbol=BTC/USDT,BTCUSDT"))
                .singleElement()
                .asString()
                .contains("names BTC/USDT twice");
    }

    @Test
    void hintsAtTheSymbolThatWasMeant() {
        assertThat(problems("strategy.symbol=btc-usdt"))
                .singleElement()
                .asString()
                .contains("write `BTC/USDT`");
    }

    @Test
    void knowsTheMainSymbolsOfAllExchanges() {
        for (var exchange : MetaExpertConfig.Exchange.Name.values()) {
            for (ContractType contract : List.of(ContractType.SPOT, ContractType.LINEAR)) {
                for (String base : List.of("BTC", "ETH", "SOL", "XRP", "ADA", "BNB", "DOGE")) {
                    assertThat(InstrumentCatalog.find(exchange.toString(), contract, base + "/USDT"))
                            .hasValueSatisfying(rules -> {
                                assertThat(rules.priceIncrement()).isPositive();
                                assertThat(rules.quantityIncrement()).isPositive();
                                assertThat(rules.contractSize()).isPositive();
                            });
                }
            }
        }
    }

    @Test
    void tellsWhatToDoAboutASymbolWhoseIncrementsAreNotBundled() {
        assertThat(problems("strategy.symbol=PEPE/USDT"))
                .containsExactly(
                        "--set strategy.symbol: the increments of PEPE/USDT on binance linear futures are not bundled (was"
                                + " `PEPE/USDT`); hint: set instrument.price-increment and instrument.quantity-increment, or"
                                + " backtest.increments: none");
        assertThat(problems(
                        "strategy.symbol=PEPE/USDT",
                        "instrument.price-increment=0.1",
                        "instrument.quantity-increment=1"))
                .isEmpty();
    }

    @Test
    void makesInstrumentsFromTheExchangesTableAndOwnRules() {
        Instrument instrument = config("market.type=spot", "instrument.min-notional=7", "backtest.fees.taker=0.3%")
                .instruments()
                .get(0);

        assertThat(instrument.contractType()).isEqualTo(ContractType.SPOT);
        assertThat(instrument.id()).hasToString("BTC/USDT@binance");
        assertThat(instrument.priceIncrement()).isEqualByComparingTo("0.01");
        assertThat(instrument.quantityIncrement()).isEqualByComparingTo("0.00001");
        assertThat(instrument.minNotional()).isEqualByComparingTo("7");
        assertThat(instrument.makerFee()).isEqualByComparingTo("0.001");
        assertThat(instrument.takerFee()).isEqualByComparingTo("0.003");
    }

    @Test
    void roundsNothingWithoutIncrements() {
        Instrument instrument = config("backtest.increments=none").instruments().get(0);

        assertThat(instrument.priceIncrement()).isZero();
        assertThat(instrument.quantityIncrement()).isZero();
        assertThat(instrument.minNotional()).isZero();
        assertThat(problems("backtest.increments=none", "instrument.min-notional=5"))
                .singleElement()
                .asString()
                .contains("`none` leaves instrument.* without effect");
    }

    @Test
    void wantsOneFileForEachLog() {
        assertThat(problems("logging.file=a.log", "logging.error-file=./a.log"))
                .singleElement()
                .asString()
                .contains("logging.error-file: is the file of another logging key");
    }

    @ParameterizedTest
    @CsvSource({
        "market.leverage,sizing.leverage",
        "backtest.initialCapital,backtest.initial-capital",
        "backtest.taker,backtest.fees.taker",
        "strategy.symbols,strategy.symbol",
        "excution.slippage,execution.slippage",
        "loging.levle,logging.level"
    })
    void suggestsTheKeyThatWasMeant(String wrong, String meant) {
        assertThat(problems(wrong + "=1")).singleElement().asString().endsWith("did you mean `" + meant + "`?");
    }

    @Test
    void suggestsTheVariableThatWasMeantAndLeavesOthersAlone() {
        Map<String, String> environment =
                Map.of("METAEXPERT_SIZING_VLAUE", "5%", "METAEXPERT_HOME", "/opt", "METAEXPERT_JAVA_OPTS", "-Xmx1g");

        assertThat(ConfigLoader.parse("", environment, List.of()).problems())
                .singleElement()
                .asString()
                .isEqualTo("METAEXPERT_SIZING_VLAUE: is not a key of the configuration; hint: did you mean"
                        + " `METAEXPERT_SIZING_VALUE`?");
    }

    @Test
    void hasNoKeysWithDotsInAFile() {
        assertThat(ConfigLoader.parse("backtest:\n  fees.taker: 0.1%\n").problems())
                .singleElement()
                .asString()
                .contains("write each part of the key on its own line");
    }

    @Test
    void refusesAKeyWithoutValueAndASectionThatIsAValue() {
        assertThat(ConfigLoader.parse("market: spot\nbacktest:\n  from:\n").problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "metaexpert.yaml:1:9 market: is a section: it needs keys, indented below it",
                        "metaexpert.yaml:3:3 backtest.from: has no value; hint: write one, or remove the line for the default");
    }
}
