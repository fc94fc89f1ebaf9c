import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.testing.ExpertTester;
import org.junit.jupiter.api.Test;

class ${className}Test {
    @Test
    void buysAtTheOpenAfterTheMarketHasFallenTooFast() {
        ExpertTester tester = tester();

        tester.closes(100, 99, 98, 97);
        assertThat(tester.fills()).isEmpty();
        tester.closes(96);

        assertThat(tester.position().isLong()).isTrue();
        assertThat(tester.fills()).hasSize(1);
        assertThat(tester.fills().get(0).price().toDouble()).isEqualTo(96);
    }

    @Test
    void closesWhenTheMarketHasRecovered() {
        ExpertTester tester = tester();

        tester.closes(100, 99, 98, 97, 96, 110, 111);
        BacktestResult result = tester.end();

        assertThat(tester.position().isFlat()).isTrue();
        assertThat(result.roundTrips()).hasSize(1);
    }

    @Test
    void doesNothingWhileTheMarketRises() {
        ExpertTester tester = tester();

        tester.closes(100, 101, 102, 103, 104, 105);

        assertThat(tester.orders()).isEmpty();
    }

    private static ExpertTester tester() {
        return ExpertTester.of(${className}.class).input("period", "3").start();
    }
}
