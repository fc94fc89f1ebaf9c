package io.metaexpert.engine;

import io.metaexpert.api.Filters;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** What a strategy sees of the filters. */
final class ContextFilters implements Filters {
    private final EntryFilters filters;
    private final InstantSource clock;
    private final Market first;
    private final Function<String, Market> markets;

    /** @param markets by symbol */
    ContextFilters(EntryFilters filters, InstantSource clock, Market first, Function<String, Market> markets) {
        this.filters = filters;
        this.clock = clock;
        this.first = first;
        this.markets = markets;
    }

    private static Side entry(PositionSide side) {
        return switch (side) {
            case LONG -> Side.BUY;
            case SHORT -> Side.SELL;
            case FLAT -> throw new IllegalArgumentException("an entry is LONG or SHORT, not FLAT");
        };
    }

    @Override
    public Optional<String> refusal(PositionSide side) {
        return refusal(first, side);
    }

    @Override
    public Optional<String> refusal(String symbol, PositionSide side) {
        return refusal(markets.apply(symbol), side);
    }

    private Optional<String> refusal(Market market, PositionSide side) {
        return filters.check(market, entry(side), clock.millis())
                .map(refusal -> refusal.detail() + " (" + refusal.limit().key() + ")");
    }

    @Override
    public boolean hours() {
        return filters.hours(clock.millis()).isEmpty();
    }

    @Override
    public boolean days() {
        return filters.days(clock.millis()).isEmpty();
    }

    @Override
    public boolean volume() {
        return filters.of(first).volume().isEmpty();
    }

    @Override
    public boolean volume(String symbol) {
        return filters.of(markets.apply(symbol)).volume().isEmpty();
    }

    @Override
    public boolean volatility() {
        return filters.of(first).volatility().isEmpty();
    }

    @Override
    public boolean volatility(String symbol) {
        return filters.of(markets.apply(symbol)).volatility().isEmpty();
    }

    @Override
    public boolean trend(PositionSide side) {
        return filters.of(first).trend(entry(side)).isEmpty();
    }

    @Override
    public boolean trend(String symbol, PositionSide side) {
        return filters.of(markets.apply(symbol)).trend(entry(side)).isEmpty();
    }
}
