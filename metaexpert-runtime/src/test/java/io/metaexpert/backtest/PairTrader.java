package io.metaexpert.backtest;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.InitResult;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnInit;
import io.metaexpert.market.Bar;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.Side;
import java.util.ArrayList;
import java.util.List;

/** Buys one unit of each symbol at its third bar, and writes down what it sees of both. */
@Expert
public final class PairTrader {
    /** 2024-01-01T00:00:00Z. */
    static final long START_MS = 1_704_067_200_000L;

    static List<String> seen = new ArrayList<>();

    @Input
    InitResult answer = InitResult.SUCCEEDED;

    @OnInit
    InitResult start(ExpertContext ctx) {
        seen = new ArrayList<>();
        seen.add("history " + ctx.series().size());
        return answer;
    }

    @OnBar
    void look(Bar bar, ExpertContext ctx) {
        String symbol = bar.instrument().symbol();
        seen.add(symbol + " " + (bar.openTimeMs() - START_MS) / 60_000 + " " + bar.close() + " of "
                + ctx.symbols().stream()
                        .map(other -> ctx.series(other, "1m").size())
                        .toList());
        if (ctx.series(symbol, "1m").size() == 3) {
            ctx.order(symbol, Side.BUY).size(OrderSize.base("1")).submit();
        }
    }
}
