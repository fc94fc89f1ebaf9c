package io.metaexpert.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.performance.EquityCurve;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarginUseTest {
    private final RunRecord run = SampleRun.of(2_000, 100);

    @Test
    void addsUpWhatTheExchangeTookAndGave() {
        MarginUse use = MarginUse.of(run);

        assertThat(use.fundingPayments()).isEqualTo(1);
        assertThat(use.funding()).isEqualByComparingTo("-0.02");
        assertThat(use.liquidations()).isEqualTo(1);
        assertThat(use.insurance()).isEqualByComparingTo("1");
        assertThat(use.settlements()).isEqualTo(1);
    }

    @Test
    void theLargestExposureIsThatOfTheFillAfterWhichMostWasHeldForTheEquity() {
        MarginUse use = MarginUse.of(run);

        EquityCurve equity = run.result().equity();
        double held = 0;
        double most = 0;
        for (var fill : run.result().fills()) {
            held += fill.side().sign() * fill.quantity().toDouble();
            int bar = 0;
            while (bar < equity.size() && equity.timeMs(bar) <= fill.time().toEpochMilli()) {
                bar++;
            }
            double now = bar == 0 ? run.result().metrics().startEquity() : equity.equity(bar - 1);
            most = Math.max(most, Math.abs(held) * fill.price().toDouble() / now);
        }
        assertThat(use.peakExposure()).isPositive().isCloseTo(most, within(1e-12));
        assertThat(List.copyOf(run.result().fills()))
                .anyMatch(fill -> fill.time().toEpochMilli() == use.peakTimeMs());
    }
}
