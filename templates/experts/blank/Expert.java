import io.metaexpert.api.BacktestResult;
import io.metaexpert.api.ConnectionState;
import io.metaexpert.api.DeinitReason;
import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.ExpertError;
import io.metaexpert.api.InitResult;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnAccount;
import io.metaexpert.api.OnBacktest;
import io.metaexpert.api.OnBacktestDeinit;
import io.metaexpert.api.OnBacktestInit;
import io.metaexpert.api.OnBacktestPass;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnBook;
import io.metaexpert.api.OnConnection;
import io.metaexpert.api.OnDeinit;
import io.metaexpert.api.OnError;
import io.metaexpert.api.OnInit;
import io.metaexpert.api.OnOptimizeDeinit;
import io.metaexpert.api.OnOptimizeInit;
import io.metaexpert.api.OnOrder;
import io.metaexpert.api.OnPosition;
import io.metaexpert.api.OnTick;
import io.metaexpert.api.OnTimer;
import io.metaexpert.api.OnTransaction;
import io.metaexpert.api.PassResult;
import io.metaexpert.event.Transaction;
import io.metaexpert.market.Bar;
import io.metaexpert.market.OrderBook;
import io.metaexpert.market.Tick;
import io.metaexpert.order.Order;
import io.metaexpert.portfolio.Account;
import io.metaexpert.portfolio.Position;

/**
 * Every handler that a strategy can have. All are optional: delete those that you do not need. They run on one thread, one after
 * another, and take any of their parameters in any order; {@code ExpertContext} is always one of them.
 */
@Expert
public final class ${className} {
    /** Set by {@code inputs:} in metaexpert.yaml, by {@code --set inputs.period=30} and by the optimizer. */
    @Input(min = 2, max = 200, step = 1, description = "an example")
    int period = 20;

    /** Before {@code @OnInit}, in backtests only. */
    @OnBacktestInit
    void beforeBacktest(ExpertContext ctx) {}

    /** Once, first: history is loaded, indicators and other timeframes are asked for here. Void means SUCCEEDED. */
    @OnInit
    InitResult start(ExpertContext ctx) {
        return InitResult.SUCCEEDED;
    }

    /** A bar of the strategy's timeframe has closed. Another timeframe: {@code @OnBar(timeframe = "1d")}. */
    @OnBar
    void onBar(Bar bar, ExpertContext ctx) {}

    /** Best bid, best ask or last price changed; conflated to the newest. Backtests on bars have no ticks. */
    @OnTick
    void onTick(Tick tick, ExpertContext ctx) {}

    /** The order book changed; having this handler subscribes to it. Backtests on bars have no book. */
    @OnBook(depth = 20)
    void onBook(OrderBook book, ExpertContext ctx) {}

    /** At a steady pace of the engine's clock, which is simulated in a backtest. */
    @OnTimer(every = "1h")
    void onTimer(ExpertContext ctx) {}

    /** Any answer to a request of ours: accepted, filled, refused, canceled. Never dropped, never twice. */
    @OnTransaction
    void onTransaction(Transaction transaction, ExpertContext ctx) {}

    /** The state of an order of ours changed; after {@code @OnTransaction} for the same cause. */
    @OnOrder
    void onOrder(Order order, ExpertContext ctx) {}

    /** A position opened, changed or closed; after {@code @OnOrder}. */
    @OnPosition
    void onPosition(Position position, ExpertContext ctx) {}

    /** Balance, equity or margin changed by an event of ours; after {@code @OnPosition}. */
    @OnAccount
    void onAccount(Account account, ExpertContext ctx) {}

    /** A feed or the private stream went down, became stale, or came back. Not in backtests. */
    @OnConnection
    void onConnection(ConnectionState state, ExpertContext ctx) {}

    /** A handler threw, or a request failed. An exception in here stops the strategy. */
    @OnError
    void onError(ExpertError error, ExpertContext ctx) {
        ctx.log().warn("{} failed: {}", error.where(), error.message());
    }

    /** Once in a backtest, after the last event and before {@code @OnDeinit}: the score that an optimization maximises. */
    @OnBacktest
    double score(BacktestResult result) {
        int bars = result.equity().size();
        return bars == 0 ? 0 : result.equity().equity(bars - 1);
    }

    /** After {@code @OnBacktest}, in backtests only. */
    @OnBacktestDeinit
    void afterBacktest(BacktestResult result, ExpertContext ctx) {}

    /** Before the first pass of an optimization. */
    @OnOptimizeInit
    void beforeOptimization(ExpertContext ctx) {}

    /** After each pass of an optimization, one at a time. */
    @OnBacktestPass
    void afterPass(PassResult pass, ExpertContext ctx) {}

    /** After the last pass of an optimization. */
    @OnOptimizeDeinit
    void afterOptimization(ExpertContext ctx) {}

    /** Exactly once, last: the data ended, you asked it to stop, or something failed. Keep it short. */
    @OnDeinit
    void stop(DeinitReason reason, ExpertContext ctx) {}
}
