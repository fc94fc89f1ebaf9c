package io.metaexpert.order;

import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.Price;
import io.metaexpert.market.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One execution of an order of ours.
 *
 * @param fillId the venue's id, unique per venue
 * @param positionSide the position it changes: LONG or SHORT in hedge mode, empty where an instrument has one position
 * @param notional what was traded: price times quantity in quote currency; of inverse contracts their value in base currency
 * @param slippage money lost to slippage against the price that triggered the fill, in the currency of the notional; never negative
 */
public record Fill(
        String fillId,
        String clientOrderId,
        InstrumentId instrument,
        Side side,
        Optional<PositionSide> positionSide,
        Price price,
        Quantity quantity,
        Money fee,
        Liquidity liquidity,
        BigDecimal notional,
        BigDecimal slippage,
        Instant time) {}
