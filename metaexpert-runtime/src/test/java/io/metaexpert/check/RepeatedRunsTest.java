package io.metaexpert.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs that should agree say of a strategy: the same again, and the same from other starts. */
class RepeatedRunsTest {
    private static final String TRADES = """
                @OnBar
                void trade(ExpertContext ctx) {
                    boolean rises = rises(ctx);
                    if (rises && ctx.position().isFlat()) {
                        ctx.buy(ctx.size(), "up");
                    } else if (!rises && ctx.position().isLong()) {
                        ctx.close("down");
                    }
                }
            """;

    private static final String TEN_BARS = TRADES + """
                private boolean rises(ExpertContext ctx) {
                    Series series = ctx.series();
                    return series.size() > 10 && series.close(0) > series.close(10);
                }
            """;

    @TempDir
    private Path folder;

    @Test
    void theSameAgainIsTheSame() {
        CheckReport report = CheckedProject.of(folder, TEN_BARS).determinism();

        assertThat(report.clean()).isTrue();
        assertThat(report.figures()).containsKey("bytes of the event log");
    }

    @Test
    void namesTheHandlerThatDecidesByChance() {
        CheckReport report = CheckedProject.of(folder, TRADES + """
                    private final Random random = new Random();

                    private boolean rises(ExpertContext ctx) {
                        return random.nextBoolean();
                    }
                """).determinism();

        assertThat(report.clean()).isFalse();
        Finding finding = report.findings().get(0);
        assertThat(finding.kind()).isEqualTo(Finding.NOT_DETERMINISTIC);
        assertThat(finding.difference().orElseThrow().handler()).isEqualTo("onBar Subject.trade");
    }

    @Test
    void theStartDoesNotMatterToAStrategyThatLooksBackTenBars() {
        assertThat(CheckedProject.of(folder, TEN_BARS)
                        .warmup(4, "strategy.lookback-bars=50", "strategy.warmup-bars=10")
                        .findings())
                .isEmpty();
    }

    @Test
    void flagsALongAverageThatHasNotSettled() {
        CheckReport report = CheckedProject.of(folder, TRADES + """
                    private Ema slow;

                    @OnInit
                    void start(ExpertContext ctx) {
                        slow = ctx.indicators().ema(200);
                    }

                    private boolean rises(ExpertContext ctx) {
                        return ctx.series().close(0) > slow.value();
                    }
                """).warmup(4, "strategy.lookback-bars=0");

        assertThat(report.findings()).isNotEmpty();
        assertThat(report.findings().get(0).kind()).isEqualTo(Finding.WARM_UP);
    }
}
