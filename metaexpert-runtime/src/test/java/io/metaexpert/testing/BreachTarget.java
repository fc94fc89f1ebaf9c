package io.metaexpert.testing;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnBar;
import io.metaexpert.order.OrderSize;
import java.nio.file.Path;

/** A process that holds a falling position until its limit halts it, and says at every bar whether it may trade. It ends when it is killed. */
public final class BreachTarget {
    private BreachTarget() {}

    /** Buys once, and tells its state. */
    @Expert
    public static final class Teller {
        private int bars;

        @OnBar
        void tell(ExpertContext ctx) {
            if (++bars == 1) {
                ctx.buy(OrderSize.base("50"));
            }
            System.out.println(bars + " " + ctx.riskState());
        }
    }

    /** The folder of the state, and by how much the price changes from bar to bar. */
    public static void main(String[] args) {
        ExpertTester tester = ExpertTester.of(Teller.class)
                .futures()
                .timeframe("1m")
                .set("risk.max-drawdown", "10%")
                .set("risk.daily-loss-limit", "20%")
                .set("risk.stress-gap", "off")
                .stateIn(Path.of(args[0]))
                .start();
        double price = 100;
        double step = Double.parseDouble(args[1]);
        for (int bar = 0; bar < 1_000; bar++) {
            tester.closes(price);
            price = Math.max(60, price + (bar < 10 ? 0.25 : step));
        }
    }
}
