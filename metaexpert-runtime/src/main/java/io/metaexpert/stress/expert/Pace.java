package io.metaexpert.stress.expert;

import io.metaexpert.api.ExpertContext;
import java.util.List;

/** Gives every symbol its turn, one every few seconds, so that no limit on the rate of orders is what holds a greedy strategy back. */
final class Pace {
    private static final long EVERY_MS = 5_000;

    private long nextMs = Long.MIN_VALUE;
    private int next;

    /** One moment of one symbol. */
    record Turn(String symbol, boolean isDue) {
        /** Whether an entry of the symbol is underway. */
        boolean isPending(ExpertContext ctx) {
            return ctx.orders().stream()
                    .anyMatch(o -> !o.request().reduceOnly()
                            && o.request().instrument().symbol().equals(symbol));
        }
    }

    Turn turn(ExpertContext ctx) {
        long now = ctx.clock().millis();
        if (now < nextMs) {
            return new Turn("", false);
        }
        nextMs = now + EVERY_MS;
        List<String> symbols = ctx.symbols();
        return new Turn(symbols.get(next++ % symbols.size()), true);
    }
}
