package io.metaexpert.bind;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.api.ConnectionState;
import io.metaexpert.api.DeinitReason;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.ExpertError;
import io.metaexpert.api.InitResult;
import io.metaexpert.api.PassResult;
import io.metaexpert.event.Transaction;
import io.metaexpert.market.Bar;
import io.metaexpert.market.OrderBook;
import io.metaexpert.market.Tick;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.Order;
import io.metaexpert.portfolio.Account;
import io.metaexpert.portfolio.Position;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One instance of a strategy with its inputs set and its handlers found.
 *
 * @param name the simple name of the class
 * @param inputs the values of all inputs in effect, by field, as text
 */
public record BoundExpert(
        String name,
        Object instance,
        SortedMap<String, String> inputs,
        Optional<ValueHandler<InitResult>> onInit,
        Optional<Named<DeinitReason>> onDeinit,
        Optional<OnTickHandler> onTick,
        List<OnBarHandler> onBar,
        List<OnTimerHandler> onTimer,
        Optional<OnBookHandler> onBook,
        Optional<Named<Transaction>> onTransaction,
        Optional<Named<Order>> onOrder,
        Optional<Named<Position>> onPosition,
        Optional<Named<Account>> onAccount,
        Optional<Named<ConnectionState>> onConnection,
        Optional<Named<ExpertError>> onError,
        Optional<Named<Object>> onBacktestInit,
        Optional<BacktestHandler> onBacktest,
        Optional<Named<BacktestResult>> onBacktestDeinit,
        Optional<Named<Object>> onOptimizeInit,
        Optional<Named<PassResult>> onBacktestPass,
        Optional<Named<Object>> onOptimizeDeinit) {

    /** A handler with the name for messages, such as {@code onBar EmaCross.trade}. */
    public record Named<E>(String name, Handler<E> handler) {}

    /** {@code @OnBar}; the timeframe is empty for the one of the strategy. */
    public record OnBarHandler(String name, Optional<Timeframe> timeframe, boolean takesBar, Handler<Bar> handler) {}

    /** {@code @OnTick}. */
    public record OnTickHandler(String name, boolean conflate, Handler<Tick> handler) {}

    /** {@code @OnBook}. */
    public record OnBookHandler(String name, int depth, Handler<OrderBook> handler) {}

    /** {@code @OnTimer}; the event argument is ignored. */
    public record OnTimerHandler(String name, Duration every, Handler<Object> handler) {}

    /** A handler that answers. */
    public record ValueHandler<R>(String name, Call<R> call) {}

    /** {@code @OnBacktest}. */
    public record BacktestHandler(String name, Score call) {}

    /** Calls the method; void methods answer the default of their annotation. */
    @FunctionalInterface
    public interface Call<R> {
        R call(ExpertContext context) throws Exception;
    }

    /** Calls the method that answers the custom score. */
    @FunctionalInterface
    public interface Score {
        double score(BacktestResult result, ExpertContext context) throws Exception;
    }
}
