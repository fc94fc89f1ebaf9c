package io.metaexpert.stress.expert;

import io.metaexpert.api.ExpertContext;
import io.metaexpert.market.Tick;
import java.util.HashMap;
import java.util.Map;

/** Gives every symbol its turn, one every few seconds, so that no limit on the rate of orders is what holds a greedy strategy back. */
final class Pace {
    private static final long EVERY_MS = 5_000;

    /** By symbol. */
    private final Map<String, Long> nextMs = new HashMap<>();

    /** Whether the symbol of a tick may be traded now. */
    boolean isDue(Tick tick, ExpertContext ctx) {
        String symbol = tick.instrument().symbol();
        long now = ctx.clock().millis();
        if (now < nextMs.getOrDefault(symbol, Long.MIN_VALUE)) {
            return false;
        }
        nextMs.put(symbol, now + EVERY_MS * ctx.symbols().size());
        return true;
    }

    /** Whether an entry of the symbol is underway. */
    static boolean isPending(String symbol, ExpertContext ctx) {
        return ctx.orders().stream()
                .anyMatch(order -> !order.request().reduceOnly()
                        && order.request().instrument().symbol().equals(symbol));
    }
}
