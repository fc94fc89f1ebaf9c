package io.metaexpert.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnBar;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Side;
import io.metaexpert.testing.ExpertTester;
import io.metaexpert.testing.TesterSetup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a stop and a target does to the same strategy on the same prices. Named by docs/reference/template-parameters.md. */
class TemplateStopsTest {
    /** Buys at its first bar. */
    @Expert
    static final class Once {
        private int bars;

        @OnBar
        void bar(ExpertContext ctx) {
            if (++bars == 1) {
                ctx.buy(ctx.size());
            }
        }
    }

    private static TesterSetup setup(Class<?> expert, String... settings) {
        TesterSetup setup = ExpertTester.of(expert);
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            setup.set(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return setup;
    }

    private static ExpertTester closes(TesterSetup setup, double... prices) {
        ExpertTester tester = setup.start();
        tester.closes(prices);
        return tester;
    }

    private static double exit(ExpertTester tester) {
        List<Fill> fills = tester.fills();
        assertThat(fills).hasSizeGreaterThanOrEqualTo(2);
        assertThat(fills.get(1).side()).isEqualTo(Side.SELL);
        return fills.get(1).price().toDouble();
    }

    @Test
    void stopLossClosesBelowTheEntry() {
        ExpertTester stopped = closes(setup(Once.class, "protection.stop-loss=2%"), 100, 100, 100);
        ExpertTester free = closes(setup(Once.class), 100, 100, 100);
        stopped.bar(100, 100, 97, 97);
        free.bar(100, 100, 97, 97);

        assertThat(exit(stopped)).isCloseTo(98, within(1e-9));
        assertThat(free.position().isLong()).isTrue();
    }

    @Test
    void takeProfitClosesAboveTheEntry() {
        ExpertTester tester = closes(setup(Once.class, "protection.take-profit=4%"), 100, 100, 100);
        tester.bar(100, 105, 100, 105);

        assertThat(exit(tester)).isCloseTo(104, within(1e-9));
    }

    @Test
    void trailingStopFollowsTheBestPrice() {
        ExpertTester tester = closes(setup(Once.class, "protection.trailing-stop=5%"), 100, 100, 110, 120, 120);
        tester.bar(120, 120, 110, 110);

        assertThat(exit(tester)).isCloseTo(114, within(1e-9));
    }

    @Test
    void trailingActivationLetsTheStopWait() {
        ExpertTester waiting = closes(
                setup(Once.class, "protection.trailing-stop=5%", "protection.trailing-activation=30%"),
                100,
                100,
                110,
                120,
                120,
                110);
        ExpertTester armed = closes(
                setup(Once.class, "protection.trailing-stop=5%", "protection.trailing-activation=10%"),
                100,
                100,
                110,
                120,
                120,
                110);

        assertThat(waiting.position().isLong()).isTrue();
        assertThat(armed.position().isFlat()).isTrue();
    }

    @Test
    void breakevenMovesTheStopToTheEntryAndItsFees() {
        ExpertTester tester = closes(
                setup(Once.class, "protection.stop-loss=10%", "protection.breakeven=5%")
                        .fees("0.1%"),
                100,
                100,
                106,
                106);
        tester.bar(106, 106, 95, 95);

        assertThat(exit(tester)).isCloseTo(100.2, within(0.01));
        assertThat(tester.equity()).isCloseTo(10_000, within(1.0));
    }
}
