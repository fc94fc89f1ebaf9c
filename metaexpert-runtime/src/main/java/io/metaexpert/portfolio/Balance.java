package io.metaexpert.portfolio;

import java.math.BigDecimal;

/**
 * How much of one currency there is.
 *
 * @param total all of it
 * @param available what is not bound by open orders or margin
 */
public record Balance(String currency, BigDecimal total, BigDecimal available) {}
