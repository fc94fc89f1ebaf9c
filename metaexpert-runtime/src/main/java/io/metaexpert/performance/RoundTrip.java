package io.metaexpert.performance;

import io.metaexpert.market.InstrumentId;
import io.metaexpert.order.PositionSide;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * From entry to exit of (a part of) a position, first in first out.
 *
 * @param side LONG or SHORT
 * @param fees of entry and exit, in account currency
 * @param profit after fees, in account currency
 * @param slippage money lost to slippage at entry and exit, in account currency (contained in the prices)
 * @param openAtEnd whether it was still open when the data ended, and is valued at the last close without an exit fee
 */
public record RoundTrip(
        InstrumentId instrument,
        PositionSide side,
        Instant entryTime,
        Instant exitTime,
        BigDecimal entryPrice,
        BigDecimal exitPrice,
        BigDecimal quantity,
        BigDecimal fees,
        BigDecimal profit,
        BigDecimal slippage,
        String entryReason,
        String exitReason,
        boolean openAtEnd) {}
