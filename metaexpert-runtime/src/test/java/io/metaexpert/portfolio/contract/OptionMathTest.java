package io.metaexpert.portfolio.contract;

import static io.metaexpert.portfolio.contract.Numbers.d;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.market.Contract;
import io.metaexpert.market.OptionKind;
import io.metaexpert.market.OptionSettlement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OptionMathTest {
    private static OptionMath option(OptionKind kind, String strike, OptionSettlement settlement) {
        return new OptionMath(new Contract.Option(
                kind, d(strike), Instant.parse("2026-03-27T08:00:00Z"), settlement, BigDecimal.ONE));
    }

    /** Deribit, "Options", examples 1 to 4: strike 10,000, premium 0.05 BTC. */
    @Test
    void deribitsExamples() {
        OptionMath call = option(OptionKind.CALL, "10000", OptionSettlement.COIN);
        OptionMath put = option(OptionKind.PUT, "10000", OptionSettlement.COIN);

        assertThat(call.cashFlow(d("1"), d("0.05"))).isEqualByComparingTo("-0.05");
        assertThat(call.exercise(d("1"), d("12500"))).isEqualByComparingTo("0.2");
        assertThat(call.exercise(d("-1"), d("12500"))).isEqualByComparingTo("-0.2");
        assertThat(put.exercise(d("1"), d("5000"))).isEqualByComparingTo("1");
        assertThat(put.exercise(d("-1"), d("10001"))).isEqualByComparingTo("0");
        assertThat(call.exercise(d("-1"), d("9999"))).isEqualByComparingTo("0");
    }

    /** Bybit, "Option Fees Explained": 0.3 BTC, index 42,000, price 3,000: 2.52 at 0.02 %; delivery at 46,000, strike 45,000: 2.07. */
    @Test
    void bybitsFeeExamples() {
        OptionMath call = option(OptionKind.CALL, "45000", OptionSettlement.LINEAR);

        assertThat(call.cappedFee(d("0.3"), d("42000"), d("3000"), d("0.0002"), d("0.07")))
                .isEqualByComparingTo("2.52");
        assertThat(call.cappedFee(d("0.3"), d("46000"), call.intrinsic(d("46050")), d("0.00015"), d("0.125")))
                .isEqualByComparingTo("2.07");
        assertThat(call.cappedFee(d("1"), d("42000"), d("10"), d("0.0003"), d("0.07")))
                .isEqualByComparingTo("0.7");
    }

    /**
     * bit.com, "Margin rules for USDT margined options", ETH-USDT-17NOV23-1850-P: underlying 2098, mark 2.4: 212.2 (10,610 for 50) and 159.75
     * (7,987.5 for 50).
     */
    @Test
    void theExampleOfMarginForAShortPut() {
        OptionMath put = option(OptionKind.PUT, "1850", OptionSettlement.LINEAR);

        assertThat(put.shortInitialMargin(d("-50"), d("2098"), d("2.4"))).isEqualByComparingTo("10610");
        assertThat(put.shortMaintenanceMargin(d("-50"), d("2098"), d("2.4"))).isEqualByComparingTo("7987.5");
        assertThat(put.shortInitialMargin(d("50"), d("2098"), d("2.4"))).isEqualByComparingTo("0");
    }

    @Test
    void marginInCoinIsThatInQuoteDividedByTheUnderlying() {
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            OptionKind kind = random.nextBoolean() ? OptionKind.CALL : OptionKind.PUT;
            BigDecimal strike = Numbers.price(random);
            BigDecimal underlying = Numbers.price(random);
            BigDecimal coinMark = BigDecimal.valueOf(random.nextInt(10_000), 4);
            OptionMath coin = option(kind, strike.toPlainString(), OptionSettlement.COIN);
            OptionMath quote = option(kind, strike.toPlainString(), OptionSettlement.LINEAR);
            BigDecimal short1 = d("-1");

            double inCoin =
                    coin.shortInitialMargin(short1, underlying, coinMark).doubleValue();
            double inQuote = quote.shortInitialMargin(short1, underlying, coinMark.multiply(underlying))
                    .doubleValue();

            double unit = underlying.doubleValue();
            assertThat(inCoin * unit).isCloseTo(inQuote, within(1e-6 * unit));
            assertThat(coin.shortInitialMargin(short1, underlying, coinMark))
                    .isGreaterThanOrEqualTo(coin.shortMaintenanceMargin(short1, underlying, coinMark));
        }
    }

    /** At expiry a call less a put is a forward: (S − K), whatever S; in coin (S − K) ÷ S to the last decimal or two. */
    @Test
    void callLessPutIsAForwardAtExpiry() {
        Random random = new Random(4);
        for (int i = 0; i < 5_000; i++) {
            String strike = Numbers.price(random).toPlainString();
            BigDecimal at = Numbers.price(random);
            BigDecimal linear = option(OptionKind.CALL, strike, OptionSettlement.LINEAR)
                    .exercise(BigDecimal.ONE, at)
                    .add(option(OptionKind.PUT, strike, OptionSettlement.LINEAR).exercise(d("-1"), at));
            BigDecimal coin = option(OptionKind.CALL, strike, OptionSettlement.COIN)
                    .exercise(BigDecimal.ONE, at)
                    .add(option(OptionKind.PUT, strike, OptionSettlement.COIN).exercise(d("-1"), at));

            assertThat(linear).isEqualByComparingTo(at.subtract(d(strike)));
            assertThat(coin.multiply(at).subtract(linear).abs()).isLessThan(d("0.000001"));
        }
    }
}
