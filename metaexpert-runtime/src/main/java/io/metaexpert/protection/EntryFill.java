package io.metaexpert.protection;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A fill, or the part of one, that opened or enlarged a position.
 *
 * @param quantity positive
 * @param fee of that quantity, in settlement currency
 * @param stop that was given with the order
 */
public record EntryFill(BigDecimal price, BigDecimal quantity, BigDecimal fee, Optional<BigDecimal> stop) {}
