package io.metaexpert.engine;

import io.metaexpert.api.DeinitReason;
import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnAccount;
import io.metaexpert.api.OnBacktest;
import io.metaexpert.api.OnBacktestDeinit;
import io.metaexpert.api.OnBacktestInit;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnDeinit;
import io.metaexpert.api.OnInit;
import io.metaexpert.api.OnOrder;
import io.metaexpert.api.OnPosition;
import io.metaexpert.api.OnTimer;
import io.metaexpert.api.OnTransaction;
import io.metaexpert.event.Transaction;
import io.metaexpert.market.Bar;
import io.metaexpert.order.Order;
import io.metaexpert.portfolio.Position;
import java.util.ArrayList;
import java.util.List;

/** Writes down what it is told, on 1m bars; buys at the first. */
@Expert
final class Diary {
    /** Of the newest instance; tests run one after another. */
    static List<String> lines = new ArrayList<>();

    @OnBacktestInit
    void beforeInit() {
        lines = new ArrayList<>();
        lines.add("backtest init");
    }

    @OnInit
    void init() {
        lines.add("init");
    }

    @OnBar
    void bar(Bar bar, ExpertContext ctx) {
        lines.add("bar " + ctx.now().getEpochSecond() + " seen " + ctx.series().size());
        if (ctx.series().size() == 1) {
            ctx.buy(ctx.size());
        }
    }

    @OnBar(timeframe = "3m")
    void higher(Bar bar, ExpertContext ctx) {
        lines.add("3m " + ctx.now().getEpochSecond() + " o" + bar.open() + " h" + bar.high() + " l" + bar.low() + " c"
                + bar.close() + " v" + bar.volume());
    }

    @OnTimer(every = "90s")
    void timer(ExpertContext ctx) {
        lines.add("timer " + ctx.now().getEpochSecond());
    }

    @OnTransaction
    void transaction(Transaction transaction) {
        lines.add(transaction.getClass().getSimpleName());
    }

    @OnOrder
    void order(Order order) {
        lines.add("order " + order.status());
    }

    @OnPosition
    void position(Position position) {
        lines.add("position " + position.side());
    }

    @OnAccount
    void account() {
        lines.add("account");
    }

    @OnBacktest
    double score() {
        lines.add("backtest");
        return 1;
    }

    @OnBacktestDeinit
    void after() {
        lines.add("backtest deinit");
    }

    @OnDeinit
    void deinit(DeinitReason reason) {
        lines.add("deinit " + reason);
    }
}
