package io.metaexpert.portfolio.contract;

import static io.metaexpert.portfolio.contract.Numbers.INVERSE;
import static io.metaexpert.portfolio.contract.Numbers.LINEAR;
import static io.metaexpert.portfolio.contract.Numbers.d;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.market.ContractType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiquidationTest {
    /** One tier with an amount, as if the position were far inside it: what a worked example gives. */
    private static MarginTiers bracket(String rate, String amount) {
        BigDecimal floor = d(amount).divide(d(rate));
        return MarginTiers.of(List.of(
                new MarginTiers.Step(floor, d("100"), BigDecimal.ZERO),
                new MarginTiers.Step(d("1E+12"), d("50"), d(rate))));
    }

    private static MarginLeg leg(ContractMath math, MarginTiers tiers, String quantity, String entry) {
        return new MarginLeg(math, tiers, d(quantity), d(entry));
    }

    private static double below(SafePrices prices) {
        return prices.below().orElseThrow().doubleValue();
    }

    private static double above(SafePrices prices) {
        return prices.above().orElseThrow().doubleValue();
    }

    /**
     * Binance, "How to Calculate Liquidation Price of USDⓈ-M Futures Contracts", worked example: wallet 1,535,443.01, BTCUSDT 109.488 at
     * 32,481.98 (2.5 %, 16,300), ETHUSDT 3,683.979 at 1,456.84 (10 %, 135,365), marks 31,967.27 and 1,335.18.
     */
    @Test
    void binancesCrossMarginExample() {
        MarginLeg btc = leg(LINEAR, bracket("0.025", "16300"), "109.488", "32481.98");
        MarginLeg eth = leg(LINEAR, bracket("0.1", "135365"), "3683.979", "1456.84");
        BigDecimal wallet = d("1535443.01");

        BigDecimal forBtc = wallet.subtract(eth.maintenance(d("1335.18"))).add(eth.unrealized(d("1335.18")));
        BigDecimal forEth = wallet.subtract(d("71200.81144")).add(d("-56354.57"));

        assertThat(below(Liquidation.prices(forBtc, List.of(btc)))).isCloseTo(26316.89, within(0.005));
        assertThat(below(Liquidation.prices(forEth, List.of(eth)))).isCloseTo(1153.26, within(0.005));
        assertThat(btc.maintenance(d("31967.27")).doubleValue()).isCloseTo(71200.81, within(0.01));
        assertThat(btc.unrealized(d("31967.27")).doubleValue()).isCloseTo(-56354.57, within(25.0));
    }

    /** The same page, isolated: no other positions (figures as in freqtrade's tests of Binance's formula). */
    @Test
    void binancesIsolatedExample() {
        BigDecimal wallet = d("1535443.01");
        assertThat(below(Liquidation.prices(
                        wallet, List.of(leg(LINEAR, bracket("0.025", "16300"), "109.488", "32481.98")))))
                .isCloseTo(18778.73, within(0.005));
        assertThat(below(Liquidation.prices(
                        wallet, List.of(leg(LINEAR, bracket("0.1", "135365"), "3683.979", "1456.84")))))
                .isCloseTo(1114.78, within(0.005));
    }

    /** Bybit, "Liquidation Price (USDT Contract)", example 1: 1 BTC at 20,000, 50x, 0.5 %: 19,700. */
    @Test
    void bybitsIsolatedLinearExample() {
        MarginLeg leg = leg(LINEAR, MarginTiers.flat(d("0.005")), "1", "20000");
        assertThat(below(Liquidation.atEntryMaintenance(d("400"), leg))).isCloseTo(19_700, within(1e-9));
    }

    /** Bybit, "Liquidation Price Calculation under Isolated Mode": 60,000 USD at 50,000, 10x, 0.5 %: 60,000 ÷ (1.2 ± (0.12 − 0.006)). */
    @Test
    void bybitsIsolatedInverseExample() {
        MarginTiers tiers = MarginTiers.flat(d("0.005"));
        assertThat(below(Liquidation.atEntryMaintenance(d("0.12"), leg(INVERSE, tiers, "60000", "50000"))))
                .isCloseTo(60_000 / (1.2 + 0.12 - 0.006), within(1e-6));
        assertThat(above(Liquidation.atEntryMaintenance(d("0.12"), leg(INVERSE, tiers, "-60000", "50000"))))
                .isCloseTo(60_000 / (1.2 - (0.12 - 0.006)), within(1e-6));
    }

    /** The same page since 2026: size × (1 ± rate) ÷ (size ÷ entry ± size ÷ entry ÷ leverage ± deduction). */
    @Test
    void bybitsInverseFormulaWithMaintenanceAtTheMark() {
        MarginTiers tiers = MarginTiers.flat(d("0.005"));
        assertThat(below(Liquidation.prices(d("0.12"), List.of(leg(INVERSE, tiers, "60000", "50000")))))
                .isCloseTo(60_000 * 1.005 / (1.2 + 0.12), within(1e-6));
        assertThat(above(Liquidation.prices(d("0.12"), List.of(leg(INVERSE, tiers, "-60000", "50000")))))
                .isCloseTo(60_000 * 0.995 / (1.2 - 0.12), within(1e-6));
    }

    /**
     * Bybit, "How to calculate Liquidation Price (Inverse Contract)", cross: 0.5 BTC, long 10,000 at 8,000: bankruptcy 5,718.57, liquidation
     * 5,739.50. The page's equation gives 5,739.08; its result is on the step of prices of then, 0.5.
     */
    @Test
    void bybitsCrossInverseExample() {
        MarginLeg leg = leg(INVERSE, MarginTiers.flat(d("0.005")), "10000", "8000");
        double bankruptcy = below(Liquidation.bankruptcy(d("0.5"), List.of(leg), d("0.00075")));
        assertThat(bankruptcy).isCloseTo(5718.57, within(0.005));

        BigDecimal closingFee = INVERSE.fee(d("10000"), BigDecimal.valueOf(bankruptcy), d("0.00075"));
        SafePrices prices = Liquidation.atEntryMaintenance(d("0.5").subtract(closingFee), leg);

        assertThat(below(prices)).isCloseTo(5739.0835, within(0.0001));
        assertThat(prices.toIncrement(d("0.5")).below().orElseThrow()).isEqualByComparingTo("5739.5");
    }

    @Test
    void atTheLiquidationPriceTheMarginBalanceIsTheMaintenanceMargin() {
        Random random = new Random(5);
        MarginTiers linear = tiers(ContractType.LINEAR, "BTC/USDT");
        MarginTiers inverse = tiers(ContractType.INVERSE, "BTC/USD");
        for (int i = 0; i < 10_000; i++) {
            boolean coin = random.nextBoolean();
            ContractMath math = coin ? INVERSE : LINEAR;
            BigDecimal quantity = Numbers.quantity(random).multiply(coin ? d("100000") : d("30"));
            MarginLeg leg = new MarginLeg(math, coin ? inverse : linear, quantity, Numbers.price(random));
            BigDecimal collateral =
                    math.initialMargin(quantity, leg.entryPrice(), BigDecimal.valueOf(1 + random.nextInt(20)));

            SafePrices prices = Liquidation.prices(collateral, List.of(leg));

            for (Optional<BigDecimal> bound : List.of(prices.below(), prices.above())) {
                bound.ifPresent(price -> assertThat(balance(collateral, leg, price))
                        .isCloseTo(leg.maintenance(price), within(d("0.0001"))));
            }
            boolean isLong = quantity.signum() > 0;
            assertThat(isLong ? prices.above() : prices.below()).isEmpty();
        }
    }

    /** Sampled prices are safe if and only if the balance is above the maintenance margin; hedges of random sizes, both kinds. */
    @Test
    void safePricesAreThoseWithMoreThanTheMaintenanceMargin() {
        Random random = new Random(6);
        int bounds = 0;
        for (int i = 0; i < 3_000; i++) {
            boolean coin = random.nextBoolean();
            ContractMath math = coin ? INVERSE : LINEAR;
            MarginTiers tiers = coin ? tiers(ContractType.INVERSE, "BTC/USD") : tiers(ContractType.LINEAR, "BTC/USDT");
            BigDecimal scale = coin ? d("100000") : d("10");
            BigDecimal entry = Numbers.price(random);
            MarginLeg bought =
                    new MarginLeg(math, tiers, Numbers.quantity(random).abs().multiply(scale), entry);
            MarginLeg sold = new MarginLeg(
                    math, tiers, Numbers.quantity(random).abs().negate().multiply(scale), entry);
            List<MarginLeg> legs = List.of(bought, sold);
            BigDecimal collateral = math.notional(bought.signedQuantity(), entry);

            SafePrices prices = Liquidation.prices(collateral, legs);

            if (prices.below().isEmpty() && prices.above().isEmpty()) {
                continue;
            }
            bounds++;
            for (int sample = 0; sample < 5; sample++) {
                BigDecimal mark = Numbers.price(random);
                BigDecimal balance = collateral.add(bought.unrealized(mark)).add(sold.unrealized(mark));
                boolean safe = balance.compareTo(bought.maintenance(mark).add(sold.maintenance(mark))) > 0;
                assertThat(prices.contains(mark)).isEqualTo(safe);
            }
        }
        assertThat(bounds).isGreaterThan(1_000);
    }

    private static MarginTiers tiers(ContractType type, String symbol) {
        return MarginTierCatalog.find("binance", type, symbol).orElseThrow();
    }

    private static BigDecimal balance(BigDecimal collateral, MarginLeg leg, BigDecimal mark) {
        return collateral.add(leg.unrealized(mark));
    }

    @Test
    void moreLeverageBringsLiquidationNearerAndBankruptcyIsBeyondIt() {
        MarginLeg leg = leg(LINEAR, tiers(ContractType.LINEAR, "BTC/USDT"), "0.1", "60000");
        double last = 0;
        for (int leverage = 2; leverage <= 100; leverage++) {
            PositionRisk risk = PositionRisk.isolated(leg, BigDecimal.valueOf(leverage));
            assertThat(below(risk.liquidation())).isGreaterThan(last).isGreaterThan(below(risk.bankruptcy()));
            last = below(risk.liquidation());
        }
        assertThat(below(PositionRisk.isolated(leg, d("10")).bankruptcy())).isCloseTo(54_000, within(1e-6));
    }

    @Test
    void aLongWithoutDebtIsNeverLiquidated() {
        assertThat(PositionRisk.isolated(leg(LINEAR, MarginTiers.flat(BigDecimal.ZERO), "1", "100"), d("1"))
                        .liquidation()
                        .below())
                .isEmpty();
    }

    @Test
    void aFillMovesTheAverageOnlyWhenThePositionGrowsOrFlips() {
        MarginLeg leg = leg(LINEAR, MarginTiers.flat(d("0.005")), "1", "100");
        assertThat(leg.after(d("1"), d("200")).entryPrice()).isEqualByComparingTo("150");
        assertThat(leg.after(d("-0.4"), d("200")).entryPrice()).isEqualByComparingTo("100");
        assertThat(leg.after(d("-3"), d("200")).entryPrice()).isEqualByComparingTo("200");
        assertThat(leg.after(d("-3"), d("200")).signedQuantity()).isEqualByComparingTo("-2");
    }

    @Test
    void whatALiquidationTakesFromTheTraderGoesToTheInsuranceAndTheMarket() {
        Random random = new Random(8);
        for (int i = 0; i < 5_000; i++) {
            ContractMath math = random.nextBoolean() ? INVERSE : LINEAR;
            MarginLeg leg =
                    new MarginLeg(math, MarginTiers.flat(d("0.005")), Numbers.quantity(random), Numbers.price(random));
            BigDecimal collateral = math.initialMargin(leg.signedQuantity(), leg.entryPrice(), d("10"));

            LiquidationOutcome outcome = LiquidationOutcome.at(Numbers.price(random), leg, collateral, d("0.0125"));

            assertThat(collateral.add(outcome.profit()))
                    .isEqualByComparingTo(outcome.returned().add(outcome.insurance()));
            assertThat(outcome.returned()).isNotNegative();
            assertThat(outcome.fee()).isNotNegative();
        }
    }

    @Test
    void theMarginRatioIsOneAtTheLiquidationPrice() {
        MarginLeg leg = leg(LINEAR, tiers(ContractType.LINEAR, "BTC/USDT"), "-2", "60000");
        PositionRisk risk = PositionRisk.isolated(leg, d("20"));
        BigDecimal price = risk.liquidation().above().orElseThrow();

        assertThat(Liquidation.marginRatio(leg.maintenance(price), balance(risk.initialMargin(), leg, price))
                        .orElseThrow()
                        .doubleValue())
                .isCloseTo(1, within(1e-9));
        assertThat(Liquidation.marginRatio(BigDecimal.ONE, BigDecimal.ZERO)).isEmpty();
    }
}
