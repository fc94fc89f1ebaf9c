package io.metaexpert.portfolio.contract;

import java.math.BigDecimal;

/**
 * A position as margin sees it.
 *
 * @param math linear or inverse
 * @param signedQuantity positive long, negative short, in the instrument's unit
 * @param entryPrice average
 */
public record MarginLeg(ContractMath math, MarginTiers tiers, BigDecimal signedQuantity, BigDecimal entryPrice) {
    public MarginLeg {
        if (math instanceof OptionMath) {
            throw new IllegalArgumentException("options have margin rules of their own, see OptionMath");
        }
        if (entryPrice.signum() <= 0) {
            throw new IllegalArgumentException("entry price must be positive, was " + entryPrice);
        }
    }

    /** This position after a fill: the average moves when it grows, stays when it shrinks, and is the fill's price when it flips. */
    public MarginLeg after(BigDecimal signedFill, BigDecimal price) {
        BigDecimal quantity = signedQuantity.add(signedFill);
        boolean grows = signedQuantity.signum() == signedFill.signum();
        boolean flips = quantity.signum() * signedQuantity.signum() <= 0;
        BigDecimal entry = entryPrice;
        if (grows && signedQuantity.signum() != 0) {
            entry = math.averageEntry(signedQuantity, entryPrice, signedFill, price);
        } else if (flips) {
            entry = price;
        }
        return new MarginLeg(math, tiers, quantity, entry);
    }

    public BigDecimal maintenance(BigDecimal mark) {
        return tiers.maintenance(math.notional(signedQuantity, mark));
    }

    public BigDecimal unrealized(BigDecimal mark) {
        return math.profit(signedQuantity, entryPrice, mark);
    }
}
