package io.metaexpert.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.PositionSide;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The figures that backtesting.py publishes for its GOOG example, from a plain loop: SMA(10) crosses SMA(30), signal on the
 * close, fill at the next open, all-in whole shares, long and short, no costs, the last trade closed at the last open.
 */
class GoogReferenceTest {
    private static final InstrumentId GOOG = new InstrumentId("test", "GOOG/USD");

    private final BarArray bars = new BarArray(Timeframe.D1);
    private final List<RoundTrip> trips = new ArrayList<>();
    private double cash = 10_000;
    private long position;
    private int entryBar;

    @Test
    void givesThePublishedFigures() throws IOException {
        Path file = Path.of(System.getProperty("metaexpert.shared", "../shared"), "data", "reference", "GOOG.csv");
        assumeTrue(Files.exists(file), "no " + file);
        read(file);

        var curve = trade();
        var metrics = MetricsCalculator.compute(new MetricsInput(
                10_000,
                bars.openTimeMs(0),
                curve,
                trips,
                trips.size() * 2L,
                0,
                0,
                0,
                bars.open(0),
                bars.close(bars.size() - 1)));

        assertThat(metrics.trades().count()).isEqualTo(66);
        assertThat(metrics.finalEquity()).isCloseTo(51_422.99, within(1e-6));
        assertThat(metrics.returns().netReturn()).isCloseTo(4.142299, within(5e-7));
        assertThat(metrics.drawdowns().max()).isCloseTo(-0.4798013, within(5e-8));
        assertThat(metrics.trades().winRate()).isCloseTo(0.469697, within(5e-7));
        assertThat(metrics.trades().profitFactor()).isCloseTo(2.167946, within(5e-7));
        assertThat(metrics.risk().sharpe()).isCloseTo(0.580623, within(5e-7));
        assertThat(metrics.risk().sortino()).isCloseTo(1.085343, within(5e-7));
        assertThat(metrics.risk().calmar()).isCloseTo(0.441664, within(5e-7));
        assertThat(metrics.trades().sqn()).isCloseTo(1.076619, within(5e-7));
        assertThat(metrics.trades().kelly()).isCloseTo(0.151871, within(5e-7));
        // Published as 96.74116 %; 2,078 of 2,148 bars are 96.741155 %.
        assertThat(metrics.trades().exposure()).isCloseTo(2_078 / 2_148.0, within(1e-15));
        assertThat(metrics.period().daysPerYear()).isEqualTo(252);
    }

    private void read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            long dayMs = LocalDate.parse(cells[0])
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
            bars.add(
                    dayMs,
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]),
                    Double.parseDouble(cells[5]));
        }
    }

    private EquityCurve trade() {
        int size = bars.size();
        long[] times = new long[size];
        double[] equity = new double[size];
        int wanted = 0;
        for (int i = 0; i < size; i++) {
            if (wanted != 0) {
                close(i);
                position = wanted * (long) (cash / bars.open(i));
                entryBar = i;
                wanted = 0;
            }
            if (i == size - 1) {
                close(i);
            }
            times[i] = bars.closeTimeMs(i);
            equity[i] = cash + (position == 0 ? 0 : position * (bars.close(i) - bars.open(entryBar)));
            if (i >= 30) {
                boolean wasAbove = average(i - 1, 10) > average(i - 1, 30);
                boolean isAbove = average(i, 10) > average(i, 30);
                wanted = wasAbove == isAbove ? 0 : isAbove ? 1 : -1;
            }
        }
        return new EquityCurve(times, equity, size);
    }

    private double average(int bar, int length) {
        double sum = 0;
        for (int i = bar - length + 1; i <= bar; i++) {
            sum += bars.close(i);
        }
        return sum / length;
    }

    private void close(int bar) {
        if (position == 0) {
            return;
        }
        double entry = bars.open(entryBar);
        double exit = bars.open(bar);
        double profit = position * (exit - entry);
        cash += profit;
        trips.add(new RoundTrip(
                GOOG,
                position > 0 ? PositionSide.LONG : PositionSide.SHORT,
                Instant.ofEpochMilli(bars.openTimeMs(entryBar)),
                Instant.ofEpochMilli(bars.openTimeMs(bar)),
                BigDecimal.valueOf(entry),
                BigDecimal.valueOf(exit),
                BigDecimal.valueOf(Math.abs(position)),
                BigDecimal.ZERO,
                BigDecimal.valueOf(profit),
                BigDecimal.ZERO,
                "",
                "",
                false));
        position = 0;
    }
}
