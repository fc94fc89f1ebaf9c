package io.metaexpert.engine;

/**
 * How much happened between the bars of a run.
 *
 * @param conflatedTicks of the ticks, those that {@code @OnTick} was not told of, as another one followed at the same instant
 * @param books changes of the book
 * @param conflatedBooks the same for {@code @OnBook}
 */
public record TickCounts(long ticks, long conflatedTicks, long books, long conflatedBooks) {
    /** Of a run over bars. */
    public static final TickCounts NONE = new TickCounts(0, 0, 0, 0);
}
