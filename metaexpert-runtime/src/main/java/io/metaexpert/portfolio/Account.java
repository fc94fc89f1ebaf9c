package io.metaexpert.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The account at an instant; immutable.
 *
 * @param currency in which equity is counted
 * @param equity balances plus unrealized profit at the last prices, an estimate
 * @param usedMargin bound by positions, in {@code currency}; zero for spot
 */
public record Account(String currency, List<Balance> balances, double equity, BigDecimal usedMargin, Instant time) {
    public Account {
        balances = List.copyOf(balances);
    }
}
