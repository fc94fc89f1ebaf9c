package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnInit;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.OrderSize;
import io.metaexpert.testing.ExpertTester;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What survives the end of the process: halts, and the values that a strategy keeps in ctx.state(). */
class ${className}RestartTest {
    @TempDir
    private Path folder;

    /** Counts its starts, and buys all it can. */
    @Expert
    static final class Counter {
        static int starts;

        @OnInit
        void start(ExpertContext ctx) {
            starts = 1 + ctx.state().get("starts").map(Integer::parseInt).orElse(0);
            ctx.state().put("starts", String.valueOf(starts));
        }

        @OnBar
        void buy(ExpertContext ctx) {
            ctx.buy(OrderSize.equity("1"), "more");
        }
    }

    private ExpertTester start() {
        return ExpertTester.of(Counter.class)
                .set("risk.max-drawdown", "20%")
                .stateIn(folder)
                .start();
    }

    @Test
    void aHaltIsStillThereAfterARestart() {
        ExpertTester before = start();
        before.closes(100, 100, 100, 40);
        before.kill();

        ExpertTester after = start();
        after.closes(100, 100, 100);

        assertThat(after.fills()).isEmpty();
        assertThat(after.end().refusals()).containsKey(DenialReason.HALTED);
    }

    @Test
    void valuesOfTheStrategyAreStillThereAfterARestart() {
        start().kill();
        start().kill();
        start().end();

        assertThat(Counter.starts).isEqualTo(3);
    }
}
