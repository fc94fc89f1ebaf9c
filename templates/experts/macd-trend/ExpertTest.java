import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.testing.ExpertTester;
import org.junit.jupiter.api.Test;

class ${className}Test {
    @Test
    void buysAtTheOpenAfterTheMarketHasTurnedUp() {
        ExpertTester tester = tester();

        tester.closes(100, 99, 98, 97, 96, 95, 94, 93, 103);
        assertThat(tester.fills()).isEmpty();
        tester.closes(104);

        assertThat(tester.position().isLong()).isTrue();
        assertThat(tester.fills()).hasSize(1);
        assertThat(tester.fills().get(0).price().toDouble()).isEqualTo(104);
    }

    @Test
    void closesAfterTheMarketHasTurnedDown() {
        ExpertTester tester = tester();

        tester.closes(100, 99, 98, 97, 96, 95, 94, 93, 103, 104, 80, 79);
        BacktestResult result = tester.end();

        assertThat(tester.position().isFlat()).isTrue();
        assertThat(result.roundTrips()).hasSize(1);
    }

    @Test
    void waitsUntilTheAveragesHaveSeenEnoughBars() {
        ExpertTester tester = tester();

        tester.closes(100, 99, 103, 104);

        assertThat(tester.orders()).isEmpty();
    }

    private static ExpertTester tester() {
        return ExpertTester.of(${className}.class)
                .input("fastPeriod", "2")
                .input("slowPeriod", "4")
                .input("signalPeriod", "2")
                .start();
    }
}
