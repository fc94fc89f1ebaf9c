import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.testing.ExpertTester;
import org.junit.jupiter.api.Test;

class ${className}Test {
    @Test
    void sendsNoOrderYet() {
        ExpertTester tester = ExpertTester.of(${className}.class).capital("10000 USDT").start();

        tester.closes(100, 101, 102, 90, 110);
        BacktestResult result = tester.end();

        assertThat(result.orders()).isEmpty();
        assertThat(tester.equity()).isEqualTo(10000);
    }
}
