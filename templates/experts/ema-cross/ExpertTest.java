import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Side;
import io.metaexpert.testing.ExpertTester;
import org.junit.jupiter.api.Test;

class ${className}Test {
    @Test
    void buysAtTheOpenAfterTheFastAverageRoseAboveTheSlowOne() {
        ExpertTester tester = tester();

        tester.closes(100, 100, 100, 100, 100, 110);
        assertThat(tester.fills()).isEmpty();
        tester.closes(112);

        assertThat(tester.position().isLong()).isTrue();
        assertThat(tester.fills()).hasSize(1);
        Fill entry = tester.fills().get(0);
        assertThat(entry.side()).isEqualTo(Side.BUY);
        assertThat(entry.price().toDouble()).isEqualTo(112);
    }

    @Test
    void closesAfterTheFastAverageFellBelowTheSlowOne() {
        ExpertTester tester = tester();

        tester.closes(100, 100, 100, 100, 100, 110, 112, 90, 91);
        BacktestResult result = tester.end();

        assertThat(tester.position().isFlat()).isTrue();
        assertThat(result.roundTrips()).hasSize(1);
    }

    @Test
    void waitsUntilTheSlowAverageHasSeenEnoughBars() {
        ExpertTester tester = tester();

        tester.closes(100, 110, 112);

        assertThat(tester.orders()).isEmpty();
    }

    private static ExpertTester tester() {
        return ExpertTester.of(${className}.class)
                .input("fastPeriod", "2")
                .input("slowPeriod", "4")
                .start();
    }
}
