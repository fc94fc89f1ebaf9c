package io.metaexpert.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Side;
import io.metaexpert.testing.ExpertTester;
import io.metaexpert.testing.SharedData;
import io.metaexpert.testing.TesterSetup;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our engine against the fill rules of public engines, fill by fill, over real bars. What is compared and why is told in
 * docs/developer/compare-engines.md.
 */
class EngineRulesTest {
    private static final double TINY = 1e-9;
    /** Sizes that come from decimals on our side and from doubles on the other are cut to 8 decimals on different sides of a step. */
    private static final double STEP = 1.1e-8;

    private static Bars bars(String name) {
        return switch (name) {
            case "goog-1d" -> SharedData.goog();
            case "btc-1h" -> SharedData.bars("bars/binance-spot/1h/BTCUSDT.csv.gz", Timeframe.H1);
            case "btc-1d" -> SharedData.bars("bars/binance-spot/1d/BTCUSDT.csv.gz", Timeframe.D1);
            case "btc-2018-1m" -> SharedData.bars("bars/bitfinex-spot/1m/BTCUSD-2018-filled.csv.gz", Timeframe.M1);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static TesterSetup ours(Bars bars, double fee) {
        return ExpertTester.of(RuleTrader.class)
                .symbol("BTC/USD")
                .timeframe(bars.timeframe().toString())
                .input("fee", Double.toString(fee))
                .fees(fee * 100 + "%");
    }

    private static void assertSame(Bars bars, List<Fill> ours, List<RuleFill> theirs, double quantityTolerance) {
        assertThat(ours).hasSameSizeAs(theirs).hasSizeGreaterThan(20);
        for (int i = 0; i < ours.size(); i++) {
            Fill fill = ours.get(i);
            RuleFill rule = theirs.get(i);
            assertThat(fill.time().toEpochMilli()).as("fill %d", i).isEqualTo(bars.openTimeMs(rule.bar()));
            assertThat(fill.side()).as("fill %d", i).isEqualTo(rule.buy() ? Side.BUY : Side.SELL);
            assertThat(fill.price().toDouble()).as("fill %d", i).isEqualTo(rule.price());
            assertThat(fill.quantity().toDouble())
                    .as("fill %d", i)
                    .isCloseTo(rule.quantity(), within(quantityTolerance + TINY * rule.quantity()));
            assertThat(fill.fee().amount().doubleValue())
                    .as("fill %d", i)
                    .isCloseTo(rule.fee(), within(quantityTolerance * rule.price() + TINY * Math.max(1, rule.fee())));
        }
    }

    @ParameterizedTest
    @CsvSource({"goog-1d, 1, 0", "goog-1d, 1, 0.002", "btc-1d, 0.00000001, 0.001", "btc-1h, 0.00000001, 0.001"})
    void backtestingPyTurnsWithAllOfTheEquity(String data, String unit, double fee) {
        Bars bars = bars(data);

        BacktestResult result = ours(bars, fee)
                .futures()
                .quantityIncrement(unit)
                .input("reverses", "true")
                .bars(bars)
                .end();

        RuleSet rules = new BacktestingPyRules(Double.parseDouble(unit), 0);
        double step = unit.equals("1") ? 0 : STEP;
        assertSame(bars, result.fills(), rules.run(bars, Signals.of(bars), fee), step);
    }

    @ParameterizedTest
    @CsvSource({"goog-1d, 0.002", "btc-2018-1m, 0.0001"})
    void backtestingPyTurnsOneUnit(String data, double fee) {
        Bars bars = bars(data);

        // A year of turning every 15 minutes costs more than 10,000; both sides then trade on with debt or refuse, so
        // little is traded.
        double size = data.equals("goog-1d") ? 1 : 0.01;
        BacktestResult result = ours(bars, fee)
                .futures()
                .input("reverses", "true")
                .input("sizing", "UNITS")
                .input("amount", Double.toString(size))
                .bars(bars)
                .end();

        assertSame(bars, result.fills(), new BacktestingPyRules(1, size).run(bars, Signals.of(bars), fee), 0);
    }

    @ParameterizedTest
    @CsvSource({"goog-1d, 0.001", "btc-1h, 0"})
    void backtraderTradesOneUnitWhileItCanPayForIt(String data, double fee) {
        Bars bars = bars(data);

        BacktestResult result =
                ours(bars, fee).input("sizing", "UNITS").bars(bars).end();

        List<RuleFill> rules = new BacktraderRules(0).run(bars, Signals.of(bars), fee);
        if (rules.isEmpty()) {
            // One bitcoin costs more than the cash: every order is refused on both sides.
            assertThat(result.fills()).isEmpty();
            assertThat(result.refusals()).containsOnlyKeys(DenialReason.INSUFFICIENT_BALANCE);
        } else {
            assertSame(bars, result.fills(), rules, 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"goog-1d, 99, 0.001", "goog-1d, 100, 0", "btc-1d, 99.9, 0.0005", "btc-1h, 99.9, 0.0005"})
    void backtraderSizesByTheCloseAndRefusesWhatTheOpenMakesTooDear(String data, double percent, double fee) {
        Bars bars = bars(data);
        int[] signals = Signals.of(bars);

        BacktestResult result = ours(bars, fee)
                .input("sizing", "PERCENT_OF_CLOSE")
                .input("amount", Double.toString(percent))
                .bars(bars)
                .end();

        List<RuleFill> rules = new BacktraderRules(percent).run(bars, signals, fee);
        assertSame(bars, result.fills(), rules, 0);
        int refused = result.refusals().getOrDefault(DenialReason.INSUFFICIENT_BALANCE, 0);
        assertThat(refused).isEqualTo(refusedByRule(signals, rules));
    }

    /** Signals to get in while flat that no fill answers. */
    private static int refusedByRule(int[] signals, List<RuleFill> fills) {
        int entries = 0;
        boolean in = false;
        int next = 0;
        for (int i = 0; i < signals.length - 1; i++) {
            if (signals[i] > 0 && !in) {
                entries++;
            }
            if (next < fills.size() && fills.get(next).bar() == i + 1) {
                in = fills.get(next++).buy();
            }
        }
        return entries - (int) fills.stream().filter(RuleFill::buy).count();
    }

    @ParameterizedTest
    @CsvSource({"goog-1d, 0.001", "btc-1d, 0.001", "btc-1h, 0.001", "btc-2018-1m, 0.0001"})
    void vectorbtWithShiftedSignalsAtTheOpen(String data, double fee) {
        Bars bars = bars(data);

        BacktestResult result = ours(bars, fee).bars(bars).end();

        assertSame(bars, result.fills(), new VectorbtRules(true).run(bars, Signals.of(bars), fee), 0);
    }

    @ParameterizedTest
    @CsvSource({"btc-1d, 0.001", "btc-1h, 0.001"})
    void freqtradeStakesAndForceExitsAtTheLastOpen(String data, double fee) {
        Bars bars = bars(data);

        BacktestResult result = ours(bars, fee)
                .quantityIncrement("0.00000001")
                .input("sizing", "STAKE")
                .input("amount", Double.toString(FreqtradeRules.RATIO))
                .input("lastBar", Integer.toString(bars.size() - 1))
                .bars(bars)
                .end();

        assertSame(bars, result.fills(), new FreqtradeRules().run(bars, Signals.of(bars), fee), STEP);
        assertThat(result.roundTrips()).noneMatch(trip -> trip.openAtEnd());
    }

    @ParameterizedTest
    @CsvSource({"goog-1d, 0.001"})
    void leanOnDailyBarsFillsAtTheNextOpen(String data, double fee) {
        Bars bars = bars(data);

        BacktestResult result = ours(bars, fee)
                .quantityIncrement("1")
                .input("sizing", "UNITS")
                .input("amount", "5")
                .bars(bars)
                .end();

        assertSame(bars, result.fills(), new ZiplineRules(false, 5).run(bars, Signals.of(bars), fee), 0);
    }

    /** Zipline's price is the next close. With bars whose open is their own close, ours is too: nothing else differs. */
    @ParameterizedTest
    @CsvSource({"goog-1d, 0.001"})
    void ziplineDiffersByTheWayFromTheNextOpenToTheNextClose(String data, double fee) {
        Bars bars = bars(data);
        Bars atClose = with(bars, (all, i) -> all.close(i));

        BacktestResult result = ours(bars, fee)
                .quantityIncrement("1")
                .input("sizing", "UNITS")
                .input("amount", "5")
                .bars(atClose)
                .end();

        assertSame(bars, result.fills(), new ZiplineRules(true, 5).run(bars, Signals.of(bars), fee), 0);
    }

    /** These take the close that the signal rests on. With bars that open where the last one closed, ours is the same: nothing else differs. */
    @ParameterizedTest
    @CsvSource({"btc-1h, 0.001, 0.01", "btc-1d, 0.001, 0", "btc-1h, 0.0005, 0", "btc-2018-1m, 0.0001, 0.1"})
    void nautilusJesseAndLeanDifferByTheGapFromTheCloseToTheNextOpen(String data, double fee, double quantity) {
        Bars gapless = with(bars(data), (all, i) -> i == 0 ? all.open(0) : all.close(i - 1));

        BacktestResult result = ours(gapless, fee)
                .input("sizing", quantity == 0 ? "THREE_FEES" : "UNITS")
                .input("amount", Double.toString(quantity))
                .bars(gapless)
                .end();

        List<RuleFill> rules = new SameCloseRules(quantity).run(gapless, Signals.of(gapless), fee);
        assertSame(gapless, result.fills(), oneBarLater(rules), 0);
    }

    @ParameterizedTest
    @CsvSource({"goog-1d, 0.001", "btc-1h, 0.001"})
    void vectorbtByDefaultDiffersByTheSameGap(String data, double fee) {
        Bars gapless = with(bars(data), (all, i) -> i == 0 ? all.open(0) : all.close(i - 1));

        BacktestResult result = ours(gapless, fee).bars(gapless).end();

        assertSame(
                gapless,
                result.fills(),
                oneBarLater(new VectorbtRules(false).run(gapless, Signals.of(gapless), fee)),
                0);
    }

    /** A fill at a close is one at the next open; after the last bar there is none. */
    private static List<RuleFill> oneBarLater(List<RuleFill> fills) {
        return fills.stream()
                .map(f -> new RuleFill(f.bar() + 1, f.buy(), f.price(), f.quantity(), f.fee()))
                .toList();
    }

    private interface Open {
        double of(Bars bars, int i);
    }

    /** The bars with other opens; highs and lows grow to hold them. */
    private static Bars with(Bars bars, Open opens) {
        BarArray changed = new BarArray(bars.timeframe(), bars.size());
        for (int i = 0; i < bars.size(); i++) {
            double open = opens.of(bars, i);
            changed.add(
                    bars.openTimeMs(i),
                    open,
                    Math.max(bars.high(i), open),
                    Math.min(bars.low(i), open),
                    bars.close(i),
                    bars.volume(i));
        }
        return changed;
    }
}
