package io.metaexpert.stress.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.config.SafetyConfig;
import io.metaexpert.event.Transaction;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.Price;
import io.metaexpert.market.Quantity;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Liquidity;
import io.metaexpert.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stories of an account of 10,000 USDT with a drawdown limit of 20 % and a daily one of 5 %. */
class JudgeTest {
    private static final Instant NOON = Instant.parse("2024-01-03T12:00:00Z");
    private static final Instrument BTC = new Instrument(
            new InstrumentId("binance", "BTC/USDT"),
            ContractType.LINEAR,
            "BTC",
            "USDT",
            new BigDecimal("0.1"),
            new BigDecimal("0.001"),
            BigDecimal.ZERO,
            BigDecimal.ONE,
            new BigDecimal("0.0002"),
            new BigDecimal("0.0005"));

    private final Judge judge = judge(Map.of("risk.max-drawdown", "20%", "risk.daily-loss-limit", "5%"));
    private long now = NOON.toEpochMilli();
    private int fills;

    private static Judge judge(Map<String, String> limits) {
        return new Judge(
                SafetyConfig.parse(limits).limits(),
                Money.of("10000", "USDT"),
                BigDecimal.TEN,
                List.of(BTC),
                NOON.toEpochMilli());
    }

    private void quote(double middle) {
        now += 1_000;
        judge.mark(0, middle - 0.5, middle + 0.5, now);
    }

    private void fill(Side side, String quantity, String price) {
        BigDecimal notional = new BigDecimal(quantity).multiply(new BigDecimal(price));
        Fill fill = new Fill(
                "F" + ++fills,
                "1",
                BTC.id(),
                side,
                Optional.empty(),
                Price.of(price),
                Quantity.of(quantity),
                Money.of("0", "USDT"),
                Liquidity.TAKER,
                notional,
                BigDecimal.ZERO,
                Instant.ofEpochMilli(now));
        judge.happened(new Transaction.OrderFilled(fill.time(), fill, true), now);
    }

    @Test
    void isNoBreachAtTheLimitAndOneBeyondIt() {
        quote(10_000);
        fill(Side.BUY, "0.3", "10000");
        quote(8_333.4);
        assertThat(judge.daily().worstUse()).isCloseTo(0.99996, within(1e-5));
        assertThat(judge.daily().strictMs()).isEqualTo(Long.MAX_VALUE);

        quote(8_333);

        assertThat(judge.daily().strictMs()).isEqualTo(now);
        assertThat(judge.drawdown().strictMs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void excusesWhatAnOracleWouldHaveLostByAJumpButNotWhatCameAfter() {
        quote(10_000);
        fill(Side.BUY, "0.3", "10000");
        quote(7_500);
        assertThat(judge.daily().strictMs()).isEqualTo(now);
        assertThat(judge.daily().fairMs()).isEqualTo(Long.MAX_VALUE);

        quote(7_400);

        assertThat(judge.daily().fairMs()).isEqualTo(now);
    }

    @Test
    void excusesNothingOfAPositionAboveTheStressCap() {
        quote(10_000);
        fill(Side.BUY, "0.4", "10000");
        assertThat(judge.wasAboveCap()).isTrue();

        quote(8_700);

        assertThat(judge.daily().fairMs()).isEqualTo(now);
    }

    @Test
    void takesThePeakFromOpenProfit() {
        quote(10_000);
        fill(Side.BUY, "1", "10000");
        quote(14_000);
        quote(11_200);

        assertThat(judge.drawdown().worstUse()).isCloseTo(1, within(1e-9));
        assertThat(judge.daily().worstUse()).isZero();
    }

    @Test
    void takesThePeakWhileFlatWhereThatIsTold() {
        Judge closed = judge(Map.of("risk.max-drawdown", "20%", "risk.peak-basis", "closed"));
        closed.mark(0, 9_999.5, 10_000.5, now);
        closed.mark(0, 13_999.5, 14_000.5, now);

        assertThat(closed.drawdown().worstUse()).isZero();
    }

    @Test
    void beginsTheDayAtMidnightWithWhatThereWasThen() {
        quote(10_000);
        fill(Side.BUY, "0.3", "10000");
        quote(8_500);
        now = Instant.parse("2024-01-04T00:00:00Z").toEpochMilli();
        quote(8_500);
        quote(7_000);

        assertThat(judge.daily().strictMs()).isEqualTo(Long.MAX_VALUE);
        assertThat(judge.daily().worstUse()).isCloseTo(450 / 477.5, within(1e-9));
    }

    @Test
    void losesTheStressGapInTheWorseDirection() {
        quote(10_000);
        fill(Side.SELL, "0.3", "10000");

        assertThat(judge.stress()).isCloseTo(450, within(1e-9));
        assertThat(judge.room()).isCloseTo(500, within(1e-9));
    }

    @Test
    void measuresTheShareOfTheLargestSize() {
        quote(10_000);
        fill(Side.BUY, "0.3", "10000");
        judge.measure();
        fill(Side.SELL, "0.3", "10000");
        judge.measure();

        assertThat(judge.exposure()).isCloseTo(0.45, within(1e-9));
        assertThat(judge.meanNotional()).isCloseTo(0.15, within(1e-9));
    }

    @Test
    void remembersWhenAPositionWasHeld() {
        quote(10_000);
        fill(Side.SELL, "0.1", "10000");
        long from = now;
        quote(10_010);
        fill(Side.BUY, "0.1", "10010");

        assertThat(judge.holding()).containsExactly(new Judge.Held(from, now, -1));
    }
}
