package io.metaexpert.testing;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.api.DeinitReason;
import io.metaexpert.api.InitResult;
import io.metaexpert.bind.BoundExpert;
import io.metaexpert.config.ConfigLoader;
import io.metaexpert.config.ConfigSource;
import io.metaexpert.config.Problem;
import io.metaexpert.engine.MetaProcess;
import io.metaexpert.engine.RunOutcome;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Money;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Order;
import io.metaexpert.performance.MetricsCalculator;
import io.metaexpert.performance.MetricsInput;
import io.metaexpert.portfolio.Position;
import io.metaexpert.spi.StateStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a strategy in a test: give it bars, read its orders. It is the engine and the simulated venue of a backtest, so an order that the
 * strategy sends at one bar fills at the open of the next.
 *
 * <pre>{@code
 * ExpertTester tester = ExpertTester.of(EmaCross.class).input("fastPeriod", "2").start();
 * tester.closes(100, 101, 102);
 * assertThat(tester.position().isLong()).isTrue();
 * }</pre>
 */
public final class ExpertTester {
    private final MetaProcess process;
    private final BoundExpert expert;
    private final Bars bars;
    private final BarArray pushed;
    private final Money capital;
    private final InitResult initResult;
    private final Optional<StateStore> state;
    private long nextOpenMs;

    /** @param state to be closed with the run; empty when the caller does that, or there is none */
    ExpertTester(
            MetaProcess process,
            BoundExpert expert,
            Bars bars,
            BarArray pushed,
            Money capital,
            Optional<StateStore> state) {
        this.state = state;
        this.process = process;
        this.expert = expert;
        this.bars = bars;
        this.pushed = pushed;
        this.capital = capital;
        this.initResult = process.start(true);
        failOnError();
    }

    /** The conditions of a test, to be changed before it is started. */
    public static TesterSetup of(Class<?> expert) {
        return new TesterSetup(expert);
    }

    /** What is wrong with a configuration file, a sentence each; empty when it is valid. The environment is not read. */
    public static List<String> configProblems(Path file) {
        return ConfigLoader.load(new ConfigSource(file, Optional.empty(), Map.of(), List.of())).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    /** What {@code @OnInit} answered. */
    public InitResult initResult() {
        return initResult;
    }

    /** Gives bars that stay at one price each, one per timeframe. */
    public void closes(double... prices) {
        for (double price : prices) {
            bar(price, price, price, price);
        }
    }

    /** Gives the next bar, with volume 1. */
    public void bar(double open, double high, double low, double close) {
        if (bars != pushed) {
            throw new IllegalStateException("recorded bars were given already");
        }
        pushed.add(nextOpenMs, open, high, low, close, 1);
        nextOpenMs = pushed.timeframe().closeMs(nextOpenMs);
        run();
    }

    /** Handles all bars that there are. */
    void run() {
        while (process.step()) {
            failOnError();
        }
        failOnError();
    }

    private void failOnError() {
        process.failure().ifPresent(failure -> {
            throw new AssertionError(failure.getMessage(), failure.getCause());
        });
    }

    /** All orders so far, in their state now. */
    public List<Order> orders() {
        return process.orders();
    }

    public List<Order> openOrders() {
        return process.orders().stream().filter(Order::isOpen).toList();
    }

    public List<Fill> fills() {
        return process.fills();
    }

    public Position position() {
        return process.context().position();
    }

    /** Cash plus the position at the last close. */
    public double equity() {
        return process.equity();
    }

    /**
     * Ends the run without a word, as the end of a process does: no handler is called, no order is taken back. What {@link TesterSetup#stateIn} keeps
     * can be opened again.
     */
    public void kill() {
        state.ifPresent(StateStore::close);
    }

    /** Ends the run: open orders expire, {@code @OnBacktest} and {@code @OnDeinit} are called. */
    public BacktestResult end() {
        RunOutcome outcome = process.outcome(true);
        List<Fill> fills = new ArrayList<>(outcome.fills());
        BacktestResult result = new BacktestResult(
                capital.currency(),
                MetricsCalculator.compute(
                        MetricsInput.of(capital.toDouble(), bars, outcome.equity(), outcome.roundTrips(), fills)),
                outcome.equity(),
                outcome.roundTrips(),
                fills,
                outcome.orders(),
                outcome.refusals(),
                outcome.accountTransactions());
        score(result);
        expert.onBacktestDeinit().ifPresent(h -> process.call(h.name(), h.handler(), result));
        process.deinit(DeinitReason.BACKTEST_END);
        kill();
        failOnError();
        return result;
    }

    private void score(BacktestResult result) {
        expert.onBacktest().ifPresent(handler -> {
            try {
                handler.call().score(result, process.context());
            } catch (Exception problem) {
                process.failed(handler.name(), problem);
            }
        });
    }
}
