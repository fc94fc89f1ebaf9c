package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnBar;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.OrderSize;
import io.metaexpert.testing.ExpertTester;
import io.metaexpert.testing.TesterSetup;
import org.junit.jupiter.api.Test;

/** The limits hold whatever a strategy wants. Set here what stands in metaexpert.yaml. */
class ${className}LimitTest {
    private static final double CAPITAL = 10000;
    private static final double CENT = 0.01;

    /** Wants all there is at every bar. */
    @Expert
    static final class Greedy {
        @OnBar
        void buy(ExpertContext ctx) {
            ctx.buy(OrderSize.equity("1"), "more");
        }
    }

    private static TesterSetup greedy() {
        return ExpertTester.of(Greedy.class).capital("10000 USDT").fees("0.1%");
    }

    @Test
    void aFallByHalfWithinADayCostsNoMoreThanTheDailyLossLimit() {
        ExpertTester tester = greedy().set("risk.max-drawdown", "20%")
                .set("risk.daily-loss-limit", "5%")
                .start();

        double price = 100;
        for (int hour = 0; hour < 23; hour++) {
            tester.closes(price);
            assertThat(tester.equity()).as("at %.2f", price).isGreaterThan(CAPITAL * (1 - 0.05) - CENT);
            price *= 0.97;
        }

        assertThat(tester.fills()).isNotEmpty();
    }

    @Test
    void aFallOfManyDaysCostsNoMoreThanTheDrawdown() {
        ExpertTester tester = greedy().set("risk.max-drawdown", "20%")
                .set("risk.daily-loss-limit", "5%")
                .start();

        double price = 100;
        for (int hour = 0; hour < 20 * 24; hour++) {
            tester.closes(price);
            assertThat(tester.equity()).as("at %.2f", price).isGreaterThan(CAPITAL * (1 - 0.2) - CENT);
            price *= 0.97;
        }
    }

    @Test
    void aJumpBeyondTheAssumedOneClosesAllAndNothingIsEnteredAnyMore() {
        ExpertTester tester = greedy().set("risk.max-drawdown", "20%").start();

        tester.closes(100, 100, 100, 40, 40, 40, 120, 120);

        assertThat(tester.position().isFlat()).isTrue();
        BacktestResult result = tester.end();
        assertThat(result.refusals()).containsKey(DenialReason.HALTED);
        assertThat(result.roundTrips()).isNotEmpty();
    }

    @Test
    void theStrategyOfThisProjectRunsUnderTheLimits() {
        ExpertTester tester = ExpertTester.of(${className}.class)
                .capital("10000 USDT")
                .set("risk.max-drawdown", "20%")
                .set("risk.daily-loss-limit", "5%")
                .start();

        double price = 100;
        for (int hour = 0; hour < 200; hour++) {
            price *= hour % 40 < 25 ? 1.01 : 0.97;
            tester.closes(price);
            assertThat(tester.equity()).as("at %.2f", price).isGreaterThan(CAPITAL * (1 - 0.2) - CENT);
        }
    }
}
