package io.metaexpert.stress.run;

import io.metaexpert.event.Transaction;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells one run step by step; costs nothing where nobody listens. */
final class Story {
    /** Of the equity: smaller changes between two lines are not told. */
    private static final double STEP = 0.01;

    private static final Story SILENT = new Story(null);

    private final @Nullable Consumer<String> lines;
    private double toldEquity = Double.NaN;
    private boolean dailyTold;
    private boolean drawdownTold;

    private Story(@Nullable Consumer<String> lines) {
        this.lines = lines;
    }

    static Story silent() {
        return SILENT;
    }

    static Story to(Consumer<String> lines) {
        return new Story(lines);
    }

    void say(long timeMs, String text) {
        if (lines != null) {
            lines.accept(Instant.ofEpochMilli(timeMs) + "  " + text);
        }
    }

    void sent(OrderRequest request) {
        if (lines == null) {
            return;
        }
        say(
                request.time().toEpochMilli(),
                "sent " + request.clientOrderId() + " " + request.side() + " " + size(request.size()) + " "
                        + request.instrument().symbol() + " " + request.type().label()
                        + (request.reduceOnly() ? " reduce-only" : "")
                        + (request.reason().isEmpty() ? "" : " (" + request.reason() + ")"));
    }

    private static String size(OrderSize size) {
        return switch (size) {
            case OrderSize.Base(var quantity) -> quantity.value().toPlainString();
            case OrderSize.Quote(var amount) -> amount.amount().toPlainString() + " " + amount.currency();
            case OrderSize.EquityShare(var fraction) -> "equity x " + fraction.toPlainString();
            case OrderSize.RiskShare(var fraction) -> "risk of equity x " + fraction.toPlainString();
        };
    }

    void happened(Transaction transaction, double equity) {
        if (lines == null) {
            return;
        }
        long time = transaction.time().toEpochMilli();
        switch (transaction) {
            case Transaction.OrderFilled(var at, var fill, var complete) ->
                say(
                        time,
                        String.format(
                                Locale.ROOT,
                                "filled %s %s %s at %s, fee %s%s; equity before %.6g",
                                fill.clientOrderId(),
                                fill.side(),
                                fill.quantity().value().toPlainString(),
                                fill.price().value().toPlainString(),
                                fill.fee().amount().stripTrailingZeros().toPlainString(),
                                complete ? "" : ", in part",
                                equity));
            case Transaction.OrderRejected it -> say(time, "rejected " + it.clientOrderId() + ": " + it.detail());
            case Transaction.OrderCanceled it -> say(time, "canceled " + it.clientOrderId());
            case Transaction.OrderExpired it ->
                say(time, "expired " + it.clientOrderId() + ": " + it.reason().text());
            case Transaction.PositionLiquidated it ->
                say(time, "liquidated at " + it.fill().price().value().toPlainString());
            case Transaction.OrderDenied it -> say(time, "denied " + it.clientOrderId() + ": " + it.detail());
            case Transaction.OrderAccepted it -> {}
            case Transaction.OrderModified it -> {}
            case Transaction.FundingPaid it -> {}
            case Transaction.PositionSettled it -> {}
        }
    }

    void marked(long timeMs, Judge judge) {
        if (lines == null) {
            return;
        }
        if (!(Math.abs(judge.equity() / toldEquity - 1) < STEP)) {
            toldEquity = judge.equity();
            say(
                    timeMs,
                    String.format(
                            Locale.ROOT,
                            "equity %.6g, room %.6g, stress loss %.6g",
                            judge.equity(),
                            judge.room(),
                            judge.stress()));
        }
        dailyTold = passed(timeMs, judge.daily(), dailyTold);
        drawdownTold = passed(timeMs, judge.drawdown(), drawdownTold);
    }

    private boolean passed(long timeMs, LossWatch watch, boolean told) {
        if (told || watch.strictMs() > timeMs) {
            return told;
        }
        say(timeMs, "BREACH: the " + watch.name() + " is above its limit");
        return true;
    }
}
