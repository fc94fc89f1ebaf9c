package io.metaexpert.engine;

import io.metaexpert.market.Money;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.OrderSize;
import java.math.BigDecimal;

/**
 * What the engine needs to know of the configuration.
 *
 * @param expertId prefix of client order ids
 * @param timeframe the strategy's timeframe
 * @param warmupBars bars of that timeframe during which orders are denied
 * @param size what {@code ctx.size()} answers
 * @param capital what the account starts with
 * @param leverage of futures; 1 for spot
 * @param haltOnError whether an exception of a handler ends the run
 * @param hedge whether an instrument has a long and a short position side by side
 * @param cross whether positions share the margin of the account
 * @param safety limits, stops and filters
 * @param costs of trading beside fees
 */
public record EngineSettings(
        String expertId,
        Timeframe timeframe,
        int warmupBars,
        OrderSize size,
        Money capital,
        BigDecimal leverage,
        boolean haltOnError,
        boolean hedge,
        boolean cross,
        Safety safety,
        Costs costs) {}
