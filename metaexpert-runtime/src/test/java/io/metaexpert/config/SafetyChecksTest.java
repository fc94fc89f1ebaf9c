package io.metaexpert.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.market.Money;
import io.metaexpert.protection.Distance;
import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.risk.FilterSettings;
import io.metaexpert.risk.LossLimit;
import io.metaexpert.risk.OnBreach;
import io.metaexpert.risk.PeakBasis;
import io.metaexpert.risk.RiskLimits;
import io.metaexpert.risk.StressGap;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits, stops and filters: what is read, and what is refused in one line that says what to write. */
class SafetyChecksTest {
    private static final String INVERSE =
            "market.contract=inverse; strategy.symbol=BTC/USD; backtest.increments=none; ";

    private static ConfigResult parse(String settings) {
        return ConfigLoader.parse("", Map.of(), settings.isEmpty() ? List.of() : List.of(settings.split("; *", -1)));
    }

    private static String problem(String settings) {
        List<Problem> problems = parse(settings).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0).toString();
    }

    @Test
    void limitWhatASilentConfigurationShouldLimit() {
        MetaExpertConfig config = parse("").orThrow();

        assertThat(config.risk())
                .isEqualTo(new RiskLimits(
                        Optional.of(new BigDecimal("0.2")),
                        Optional.empty(),
                        OnBreach.FLATTEN,
                        PeakBasis.EQUITY,
                        new StressGap.ByClass(),
                        Optional.empty(),
                        Optional.of(3),
                        Optional.of(1),
                        Optional.of(30),
                        Optional.of(new BigDecimal("0.001")),
                        Optional.of(Duration.ofSeconds(1)),
                        Optional.empty()));
        assertThat(config.protection()).isEqualTo(ProtectionSettings.NONE);
        assertThat(config.filters()).isEqualTo(FilterSettings.NONE);
    }

    @Test
    void readEveryKindOfLimit() {
        RiskLimits limits = parse("risk.daily-loss-limit=5%; risk.stress-gap=off; risk.max-drawdown=off;"
                        + "execution.collar=1%; sizing.max-position=5000 USDT")
                .orThrow()
                .risk();

        assertThat(limits.dailyLoss()).contains(new LossLimit.Share(new BigDecimal("0.05")));
        assertThat(limits.stress()).isEqualTo(new StressGap.Off());
        assertThat(limits.maxDrawdown()).isEmpty();
        assertThat(limits.collar()).contains(new BigDecimal("0.01"));
        assertThat(limits.maxPosition()).contains(Money.of("5000", "USDT"));
        assertThat(parse("risk.daily-loss-limit=500 USDT").orThrow().risk().dailyLoss())
                .contains(new LossLimit.Amount(Money.of("500", "USDT")));
        assertThat(parse("risk.stress-gap=25%").orThrow().risk().stress())
                .isEqualTo(new StressGap.Fixed(new BigDecimal("0.25")));
    }

    @Test
    void readEveryKindOfDistance() {
        assertThat(parse("protection.stop-loss=atr(14)*2; protection.take-profit=1.5R; protection.breakeven=1%")
                        .orThrow()
                        .protection())
                .isEqualTo(new ProtectionSettings(
                        Optional.of(new Distance.AtrMultiple(14, new BigDecimal(2))),
                        Optional.of(new Distance.RMultiple(new BigDecimal("1.5"))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Distance.Fraction(new BigDecimal("0.01"))),
                        ProtectionSettings.Placement.EXCHANGE));
    }

    @Test
    void readFilters() {
        FilterSettings filters = parse(
                        "filters.trade-hours=[22, 23, 0]; filters.allowed-days=6,7; filters.volatility-band=0.8x-2x")
                .orThrow()
                .filters();

        assertThat(filters.hours()).isEqualTo(Set.of(22, 23, 0));
        assertThat(filters.days()).isEqualTo(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        assertThat(filters.band()).isEqualTo(new FilterSettings.Band(0.8, 2));
    }

    @Test
    void leaveRoomForBothSidesOfAHedgeUnlessTold() {
        MetaExpertConfig hedge = parse("market.position-mode=hedge").orThrow();

        assertThat(hedge.risk().maxPositionsPerSymbol()).contains(2);
        assertThat(hedge.effective()).containsEntry("portfolio.max-positions-per-symbol", "2");
        assertThat(parse("market.position-mode=hedge; portfolio.max-positions-per-symbol=1")
                        .orThrow()
                        .risk()
                        .maxPositionsPerSymbol())
                .contains(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "risk.max-drawdown=20 | needs a unit (was `20`) | hint: write `20%`",
                "risk.max-drawdown=0.2 | needs a unit (was `0.2`) | write `0.2%`, or `20%` if the number was meant as a fraction",
                "risk.max-drawdown=120% | must be above 0% and at most 100% | allowed: `off` or a percentage up to 100%",
                "risk.daily-loss-limit=1000 | needs a unit (was `1000`) | write `1000 USDT` for an amount, or for a share of the day's first equity something like `5%`",
                "risk.daily-loss-limit=5 | needs a unit (was `5`) | write `5 USDT` for an amount, or for a share of the day's first equity `5%`",
                "risk.daily-loss-limit=101% | must be above 0% and at most 100% | allowed: `off` or an amount such as `1000 USDT`",
                "risk.stress-gap=by-clas | is not one of the allowed values | did you mean `by-class`?",
                "risk.stress-gap=15 | needs a unit | hint: write `15%`",
                "protection.stop-loss=2 | needs a unit | write `2%`, or `2R` for a multiple of the stop's distance",
                "protection.stop-loss=0.02 | needs a unit | write `0.02%`, or `2%` if the number was meant as a fraction, or `0.02R`",
                "protection.stop-loss=2*atr(14) | is not a distance | did you mean `atr(14)*2`?",
                "protection.stop-loss=ATR(14) * 2 | is not a distance | did you mean `atr(14)*2`?",
                "protection.stop-loss=1.5r | is not a distance | did you mean `1.5R`?",
                "protection.stop-loss=0% | must be above 0 | `off` is none",
                "filters.trade-hours=9-12 | `9-12` is not a whole number from 0 to 23 | name them one by one: `[9, 10, 11, 12]`",
                "filters.trade-hours=24 | `24` is not a whole number from 0 to 23 | allowed: `all` or a list of hours",
                "filters.allowed-days=mon | `mon` is not a whole number from 1 to 7 | write `1`; 1 is Monday, 7 is Sunday",
                "filters.allowed-days=1,1 | names `1` twice | allowed: `all` or a list of days",
                "filters.volatility-band=0.5-3 | is not a band | write it like `0.5x-3x`",
            })
    void refuseAValueAndSayWhatItCouldHaveMeant(String setting, String message, String more) {
        assertThat(problem(setting))
                .startsWith("--set " + setting.substring(0, setting.indexOf('=')) + ": ")
                .contains(message, more)
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "risk.daily-loss-limit=20000 USDT | risk.daily-loss-limit: must be at most the money at the start, backtest.initial-capital `10000 USDT`",
                "risk.daily-loss-limit=600 EUR | risk.daily-loss-limit: must be in USDT, in which BTC/USDT is settled",
                INVERSE
                        + "risk.daily-loss-limit=600 USD | risk.daily-loss-limit: must be in BTC, in which BTC/USD is settled",
                INVERSE
                        + "risk.daily-loss-limit=2 BTC | at most the money at the start, backtest.initial-capital `1 BTC`",
                INVERSE
                        + "sizing.max-position=1 BTC | sizing.max-position: must be in USD, the quote currency of BTC/USD",
                "filters.min-volume=5 BTC | filters.min-volume: must be in USDT, the quote currency of BTC/USDT, in which volumes are measured",
                "sizing.type=risk-based; sizing.value=1% | sizing.type: `risk-based` needs a stop-loss",
                "sizing.type=risk-based; sizing.value=1% | or `1R` where the strategy gives a stop with each order",
                "sizing.type=risk-based; sizing.value=100 USDT; protection.stop-loss=2% | sizing.value: must be a percentage with sizing.type `risk-based`",
                "protection.take-profit=2R | protection.take-profit: is a multiple of the stop-loss, and there is none",
                "protection.breakeven=1R | protection.breakeven: is a multiple of the stop-loss, and there is none",
                "protection.trailing-activation=2% | protection.trailing-activation: has no effect without protection.trailing-stop",
                "protection.trailing-stop=2%; protection.trailing-activation=1% | protection.trailing-activation: must be at least protection.trailing-stop, `2%`",
                "protection.stop-loss=2%; protection.trailing-stop=3%; protection.trailing-activation=1R | must be at least protection.trailing-stop, `3%`",
                "protection.stop-loss=atr(14)*2; protection.trailing-stop=1R; protection.trailing-activation=atr(14)*1 | must be at least protection.trailing-stop, `1R`",
                "protection.take-profit=2%; protection.breakeven=2% | protection.breakeven: must be below protection.take-profit, `2%`",
                "protection.take-profit=2%; protection.trailing-stop=1%; protection.trailing-activation=3% | protection.trailing-activation: must be below protection.take-profit, `2%`",
            })
    void refuseValuesThatDoNotFitTogether(String settings, String message) {
        assertThat(problem(settings)).contains(message, "hint: ").doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "risk.daily-loss-limit=20000 USDT; backtest.initial-capital=50000 USDT",
                "risk.daily-loss-limit=10000 USDT",
                INVERSE + "risk.daily-loss-limit=0.1 BTC; sizing.max-position=50000 USD",
                "sizing.type=risk-based; sizing.value=1%; protection.stop-loss=1R",
                "protection.stop-loss=1R; protection.take-profit=2R; protection.breakeven=1R",
                "protection.trailing-stop=2%; protection.trailing-activation=2%",
                "protection.trailing-stop=2%; protection.trailing-activation=off",
                "protection.stop-loss=1R; protection.trailing-stop=5%; protection.trailing-activation=1R",
                "sizing.leverage=20x; protection.stop-loss=2%",
                "sizing.leverage=100x; protection.stop-loss=atr(14)*2",
                "market.margin-mode=cross; sizing.leverage=100x; protection.stop-loss=10%",
                "risk.max-drawdown=100%; risk.daily-loss-limit=100%",
                "strategy.symbol=BTC/USD-260327-100000-C; market.type=options; backtest.underlying=sample; "
                        + "backtest.increments=none; risk.daily-loss-limit=0.1 BTC; sizing.max-position=5000 USD",
            })
    void takeWhatFits(String settings) {
        assertThat(parse(settings).problems()).isEmpty();
    }

    /** BTC/USDT on binance: maintenance 0.4 %. At 25x a short is liquidated at (1/25 − 0.004) / 1.004 = 3.58 %. */
    @Test
    void refuseALeverageThatIsLiquidatedBeforeTwiceTheStop() {
        assertThat(problem("sizing.leverage=25x; protection.stop-loss=2%"))
                .isEqualTo(
                        "--set sizing.leverage: with `25x` the liquidation is 3.58% from the entry, less than twice the"
                                + " stop-loss of `2%` (was `25x`); hint: set sizing.leverage to at most `22x`, or"
                                + " protection.stop-loss to at most `1.79%` (reckoned with a maintenance margin of 0.4%)");
        assertThat(problem("protection.stop-loss=60%"))
                .contains(
                        "with `1x` the liquidation is 99.2% from the entry",
                        "set protection.stop-loss to at most `49.6%`")
                .doesNotContain("0x");
        assertThat(problem(INVERSE + "sizing.leverage=50x; protection.stop-loss=1%"))
                .contains("the liquidation is 1.56% from the entry", "at most `40x`");
    }

    /** The largest leverage that is named is taken, and the next one is not. */
    @Test
    void nameTheLargestLeverageThatWouldDo() {
        for (String market : List.of("", INVERSE)) {
            for (String stop : List.of("0.5%", "1%", "2.5%", "7%", "20%")) {
                String text = problem(market + "sizing.leverage=125x; protection.stop-loss=" + stop);
                int most = Integer.parseInt(text.replaceAll(".*sizing.leverage to at most `(\\d+)x`.*", "$1"));

                assertThat(parse(market + "sizing.leverage=" + most + "x; protection.stop-loss=" + stop)
                                .problems())
                        .isEmpty();
                assertThat(parse(market + "sizing.leverage=" + (most + 1) + "x; protection.stop-loss=" + stop)
                                .problems())
                        .hasSize(1);
            }
        }
    }

    @Test
    void tellAllProblemsAtOnceEachOnItsLine() {
        assertThat(ConfigLoader.parse("""
                        risk:
                          max-drawdown: 20
                          daily-loss-limit: 20000 USDT
                        sizing:
                          type: risk-based
                          value: 1%
                        protection:
                          trailing-stop: 3%
                          trailing-activation: 1%
                        """).problems())
                .extracting(problem -> problem.line() + " " + problem.key())
                .containsExactly(
                        "2 risk.max-drawdown",
                        "3 risk.daily-loss-limit",
                        "5 sizing.type",
                        "9 protection.trailing-activation");
    }
}
