package io.metaexpert.portfolio.contract;

import static io.metaexpert.portfolio.contract.Numbers.INVERSE;
import static io.metaexpert.portfolio.contract.Numbers.LINEAR;
import static io.metaexpert.portfolio.contract.Numbers.d;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.market.Contract;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContractMathTest {
    /** Bybit help, "P&L calculations (USDT Contract)". */
    @Test
    void bybitsLinearExamples() {
        assertThat(LINEAR.averageEntry(d("0.5"), d("5000"), d("0.3"), d("6000")))
                .isEqualByComparingTo("5375");
        assertThat(LINEAR.profit(d("0.2"), d("7000"), d("7500"))).isEqualByComparingTo("100");
        assertThat(LINEAR.profit(d("-0.4"), d("6000"), d("5000"))).isEqualByComparingTo("400");
        assertThat(LINEAR.initialMargin(d("0.2"), d("7000"), d("10"))).isEqualByComparingTo("140");
    }

    /** Bybit help, "P&L calculations (Inverse Contracts)". */
    @Test
    void bybitsInverseExamples() {
        assertThat(INVERSE.averageEntry(d("1000"), d("5000"), d("2000"), d("6000")))
                .isEqualByComparingTo("5625");
        assertThat(INVERSE.profit(d("1000"), d("5000"), d("5500")).doubleValue())
                .isCloseTo(0.01819, within(0.00001));
        assertThat(INVERSE.profit(d("-1000"), d("5000"), d("4500")).doubleValue())
                .isCloseTo(0.02222, within(0.00001));
    }

    /** Bybit help, "What is Inverse Contract?": 10,000 contracts from 8,000 to 12,500 win 1.25 - 0.8 BTC. */
    @Test
    void bybitsInverseContractIsSellingDollars() {
        assertThat(INVERSE.notional(d("10000"), d("8000"))).isEqualByComparingTo("1.25");
        assertThat(INVERSE.profit(d("10000"), d("8000"), d("12500"))).isEqualByComparingTo("0.45");
    }

    /** Bitget academy, "Funding cost calculation": rate × face value × contracts × mark, or ÷ mark. */
    @Test
    void longsPayAPositiveRateAndShortsReceiveIt() {
        assertThat(LINEAR.funding(d("2"), d("50000"), d("0.0001"))).isEqualByComparingTo("-10");
        assertThat(LINEAR.funding(d("-2"), d("50000"), d("0.0001"))).isEqualByComparingTo("10");
        assertThat(LINEAR.funding(d("2"), d("50000"), d("-0.0001"))).isEqualByComparingTo("10");

        ContractMath hundred = ContractMath.of(Contract.inverse(d("100")));
        assertThat(hundred.funding(d("1000"), d("50000"), d("0.0001"))).isEqualByComparingTo("-0.0002");
    }

    /** What one side pays, the other receives, but for the last decimal, which nobody gets. */
    @Test
    void fundingIsMovedAndNotMade() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            BigDecimal quantity = Numbers.quantity(random);
            BigDecimal mark = Numbers.price(random);
            BigDecimal rate = BigDecimal.valueOf(random.nextInt(2_000) - 1_000, 6);
            for (ContractMath math : new ContractMath[] {LINEAR, INVERSE}) {
                BigDecimal sum = math.funding(quantity, mark, rate).add(math.funding(quantity.negate(), mark, rate));
                assertThat(sum).isBetween(d("-0.000000000001"), BigDecimal.ZERO);
            }
        }
    }

    /** Random fills: equity at marks is, to the last decimal, the cash after closing everything at those marks. */
    @Test
    void cashPlusPositionsAtMarkIsEquity() {
        for (ContractMath math : new ContractMath[] {LINEAR, INVERSE}) {
            Random random = new Random(7);
            for (int stream = 0; stream < 2_000; stream++) {
                BigDecimal cash = d("100");
                BigDecimal held = BigDecimal.ZERO;
                for (int fill = 0; fill < 10; fill++) {
                    BigDecimal quantity = Numbers.quantity(random);
                    cash = cash.add(math.cashFlow(quantity, Numbers.price(random)));
                    held = held.add(quantity);
                }
                BigDecimal mark = Numbers.price(random);
                BigDecimal equity = cash.add(math.value(held, mark));
                BigDecimal closed = cash.add(math.cashFlow(held.negate(), mark));
                assertThat(closed).isEqualByComparingTo(equity);
            }
        }
    }

    /** Average entry plus profit from it equals the cash book, to the rounding of one division per fill. */
    @Test
    void profitFromTheAverageIsTheProfitOfTheCashBook() {
        for (ContractMath math : new ContractMath[] {LINEAR, INVERSE}) {
            Random random = new Random(11);
            for (int i = 0; i < 5_000; i++) {
                BigDecimal held = Numbers.quantity(random).abs();
                BigDecimal average = Numbers.price(random);
                BigDecimal cash = math.cashFlow(held, average);
                for (int fill = 0; fill < 4; fill++) {
                    BigDecimal added = Numbers.quantity(random).abs();
                    BigDecimal price = Numbers.price(random);
                    cash = cash.add(math.cashFlow(added, price));
                    average = math.averageEntry(held, average, added, price);
                    held = held.add(added);
                }
                BigDecimal exit = Numbers.price(random);

                BigDecimal booked = cash.add(math.cashFlow(held.negate(), exit));

                assertThat(math.profit(held, average, exit)).isCloseTo(booked, within(d("0.00000000001")));
            }
        }
    }

    @Test
    void theAverageIsBetweenThePricesAndTheHarmonicOneIsNotAboveTheOther() {
        Random random = new Random(13);
        for (int i = 0; i < 10_000; i++) {
            BigDecimal first = Numbers.quantity(random).abs();
            BigDecimal second = Numbers.quantity(random).abs();
            BigDecimal low = Numbers.price(random);
            BigDecimal high = low.add(BigDecimal.ONE);
            BigDecimal arithmetic = LINEAR.averageEntry(first, low, second, high);
            BigDecimal harmonic = INVERSE.averageEntry(first, low, second, high);

            assertThat(arithmetic).isBetween(low, high);
            assertThat(harmonic).isBetween(low, high).isLessThanOrEqualTo(arithmetic);
            assertThat(INVERSE.averageEntry(second, high, first, low)).isEqualByComparingTo(harmonic);
        }
    }

    /** An inverse long at p is a linear short of dollars priced in coin at 1 / p. */
    @Test
    void anInverseLongIsALinearShortAtTheReciprocalPrice() {
        Random random = new Random(17);
        for (int i = 0; i < 10_000; i++) {
            double quantity = Numbers.quantity(random).doubleValue();
            double entry = Numbers.price(random).doubleValue();
            double exit = Numbers.price(random).doubleValue();

            double dual = LINEAR.profit(-quantity, 1 / entry, 1 / exit);

            assertThat(INVERSE.profit(quantity, entry, exit)).isCloseTo(dual, within(1e-12 * Math.abs(quantity)));
        }
    }

    @Test
    void aFeeInCoinIsRoundedUpOnce() {
        assertThat(LINEAR.fee(d("0.2"), d("7000"), d("0.0004"))).isEqualByComparingTo("0.56");
        assertThat(INVERSE.fee(d("-10000"), d("8000"), d("0.00075"))).isEqualByComparingTo("0.0009375");
        assertThat(INVERSE.fee(d("1"), d("3"), d("0.0001"))).isEqualByComparingTo("0.000033333334");
    }

    @Test
    void aRoundTripAtOnePriceNeverWins() {
        Random random = new Random(19);
        for (int i = 0; i < 10_000; i++) {
            BigDecimal quantity = Numbers.quantity(random);
            BigDecimal price = Numbers.price(random);
            BigDecimal left = INVERSE.cashFlow(quantity, price).add(INVERSE.cashFlow(quantity.negate(), price));
            assertThat(left).isBetween(d("-0.000000000001"), BigDecimal.ZERO);
        }
    }

    @Test
    void estimatesAgreeWithTheDecimals() {
        Random random = new Random(23);
        for (int i = 0; i < 10_000; i++) {
            BigDecimal quantity = Numbers.quantity(random);
            BigDecimal price = Numbers.price(random);
            for (ContractMath math : new ContractMath[] {LINEAR, INVERSE}) {
                double exact = math.value(quantity, price).doubleValue();
                assertThat(math.value(quantity.doubleValue(), price.doubleValue()))
                        .isCloseTo(exact, within(1e-11 + 1e-12 * Math.abs(exact)));
            }
        }
    }
}
