#parse("/experts/breakout-mtf/higher.vm")##
#set($step = "1h")
#if($higher == "1d")
#set($step = "6h")
#elseif($higher == "1w")
#set($step = "1d")
#end
#set($bars = 4)
#if($step == "1d")
#set($bars = 7)
#end
import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.testing.ExpertTester;
import org.junit.jupiter.api.Test;

class ${className}Test {
    /** So many bars of ${step} make one of ${higher}. */
    private static final int BARS_OF_TREND = ${bars};

    @Test
    void buysTheFirstBreakoutInARisingTrend() {
        ExpertTester tester = tester();

        rise(tester, 100);

        assertThat(tester.position().isLong()).isTrue();
        assertThat(tester.orders()).hasSize(1);
    }

    @Test
    void closesBelowTheLowestLow() {
        ExpertTester tester = tester();

        rise(tester, 100);
        tester.closes(80, 80);
        BacktestResult result = tester.end();

        assertThat(tester.position().isFlat()).isTrue();
        assertThat(result.roundTrips()).hasSize(1);
    }

    @Test
    void takesNoBreakoutAgainstTheTrend() {
        ExpertTester tester = tester();

        for (int i = 0; i < 4 * BARS_OF_TREND; i++) {
            tester.closes(100 - i);
        }
        tester.closes(100);

        assertThat(tester.orders()).isEmpty();
    }

    private static void rise(ExpertTester tester, double from) {
        for (int i = 0; i < 4 * BARS_OF_TREND; i++) {
            tester.closes(from + i);
        }
    }

    private static ExpertTester tester() {
        return ExpertTester.of(${className}.class)
                .timeframe("${step}")
                .input("entryBars", "2")
                .input("exitBars", "2")
                .input("trendBars", "1")
                .start();
    }
}
