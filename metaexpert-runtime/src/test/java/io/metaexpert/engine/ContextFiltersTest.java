package io.metaexpert.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnTransaction;
import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.OrderDenied;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.LimitHit;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.PositionSide;
import io.metaexpert.risk.FilterSettings;
import io.metaexpert.testing.ExpertTester;
import io.metaexpert.testing.TesterSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a strategy is told of its filters. */
class ContextFiltersTest {
    private static final FilterSettings NONE = FilterSettings.NONE;
    private static final List<String> seen = new ArrayList<>();

    @BeforeEach
    void forget() {
        seen.clear();
    }

    /** Notes what each filter says at every bar. */
    @Expert
    static final class Asker {
        @OnBar
        void bar(ExpertContext ctx) {
            var filters = ctx.filters();
            seen.add((filters.hours() ? "hour " : "")
                    + (filters.trend(PositionSide.LONG) ? "long " : "")
                    + (filters.trend("BTC/USDT", PositionSide.SHORT) ? "short " : "")
                    + (filters.volatility() ? "usual " : "")
                    + (filters.allows(PositionSide.LONG)
                            ? "allowed"
                            : filters.refusal(PositionSide.LONG).orElseThrow()));
        }
    }

    private static TesterSetup with(Set<Integer> hours, boolean trend) {
        return ExpertTester.of(Asker.class)
                .filters(new FilterSettings(hours, NONE.days(), Optional.empty(), false, NONE.band(), trend, 2));
    }

    @Test
    void theTrendIsToldWhetherOrNotItIsEnforced() {
        with(NONE.hours(), false).start().closes(100, 101, 102, 90);

        assertThat(seen).containsExactly("hour allowed", "hour allowed", "hour long allowed", "hour short allowed");
    }

    @Test
    void whatIsEnforcedIsAlsoWhatIsAllowed() {
        with(NONE.hours(), true).start().closes(100, 101, 102, 90);

        assertThat(seen)
                .containsExactly(
                        "hour the slope of EMA(2) needs 3 bars, there are 1 (filters.trend)",
                        "hour the slope of EMA(2) needs 3 bars, there are 2 (filters.trend)",
                        "hour long allowed",
                        "hour short EMA(2) is falling, a long needs it rising (filters.trend)");
    }

    /** A bar that closes at 02:00 is told at 02:00. */
    @Test
    void theHourIsThatOfTheClock() {
        with(Set.of(2), false).start().closes(100, 100, 100);

        assertThat(seen)
                .containsExactly(
                        "it is hour 1 UTC, hours 2 are allowed (filters.trade-hours)",
                        "hour allowed",
                        "it is hour 3 UTC, hours 2 are allowed (filters.trade-hours)");
    }

    /** Asked for late, they know the bars before. */
    @Test
    void volatilityRestsOnAllBarsThatHaveClosed() {
        ExpertTester tester = with(NONE.hours(), false).start();
        for (int i = 0; i < 114; i++) {
            tester.bar(100, 101, 99, 100);
        }
        assertThat(seen.get(112)).doesNotContain("usual");
        assertThat(seen.get(113)).contains("usual");
    }

    private static final List<OrderDenied> denied = new ArrayList<>();

    /** Buys at the first two bars, and sells what it has at the third. */
    @Expert
    static final class Buyer {
        private int bars;

        @OnBar
        void bar(ExpertContext ctx) {
            if (++bars <= 2) {
                ctx.buy(OrderSize.base("1"), "in");
            } else if (bars == 3) {
                ctx.sell(OrderSize.base("1"), "out");
            }
        }

        @OnTransaction
        void transaction(Transaction transaction) {
            if (transaction instanceof OrderDenied order) {
                denied.add(order);
            }
        }
    }

    /** Entries at 01:00 pass, those of 02:00 do not, and the exit of 03:00 passes. */
    @Test
    void whatIsSwitchedOnIsEnforcedForEntriesAlone() {
        denied.clear();
        ExpertTester tester = ExpertTester.of(Buyer.class)
                .set("filters.trade-hours", "1")
                .futures()
                .start();
        tester.closes(100, 100, 100, 100);

        assertThat(denied).singleElement().satisfies(order -> {
            assertThat(order.reason()).isEqualTo(DenialReason.OUTSIDE_TRADE_HOURS);
            assertThat(order.limit()).contains(new LimitHit("hour 2", "hours 1", "filters.trade-hours"));
        });
        assertThat(tester.fills()).hasSize(2);
        assertThat(tester.position().isFlat()).isTrue();
    }

    /** Asks what makes no sense. */
    @Expert
    static final class Wrong {
        @OnBar
        void bar(ExpertContext ctx) {
            ctx.filters().trend(PositionSide.FLAT);
        }
    }

    @Test
    void anEntryHasASide() {
        ExpertTester tester = ExpertTester.of(Wrong.class).start();

        assertThatThrownBy(() -> tester.closes(100)).hasMessageContaining("LONG or SHORT");
    }
}
