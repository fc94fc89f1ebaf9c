package io.metaexpert.portfolio;

import io.metaexpert.market.Contract;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Quantity;
import io.metaexpert.order.PositionSide;
import io.metaexpert.portfolio.contract.ContractMath;
import io.metaexpert.portfolio.contract.InverseMath;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** One instrument: signed quantity, what it cost, and what was realized after fees. Not thread-safe. */
final class Holding {
    private final Contract contract;
    private final ContractMath math;
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal cost = BigDecimal.ZERO;
    private BigDecimal realized = BigDecimal.ZERO;
    private @Nullable BigDecimal average;

    Holding(Contract contract) {
        this.contract = contract;
        this.math = ContractMath.of(contract);
    }

    BigDecimal quantity() {
        return quantity;
    }

    /** The value of what is held at its entry prices. */
    BigDecimal cost() {
        return cost;
    }

    /** What was realized after fees. */
    BigDecimal realized() {
        return realized;
    }

    void charge(BigDecimal fee) {
        realized = realized.subtract(fee);
    }

    /**
     * Buys {@code signed} (negative: sells) and answers the change of cash.
     *
     * @param product minus signed times price, which is known already and is that change where the contract is not inverse
     */
    BigDecimal apply(BigDecimal signed, BigDecimal price, BigDecimal product) {
        BigDecimal flow = math instanceof InverseMath ? math.cashFlow(signed, price) : Ledger.booked(product);
        if (quantity.signum() == 0) {
            average = price;
            quantity = signed;
            cost = flow.negate();
        } else if (quantity.signum() * signed.signum() > 0) {
            add(signed, price, flow);
        } else {
            reduce(signed, price, flow);
        }
        return flow;
    }

    private void add(BigDecimal signed, BigDecimal price, BigDecimal flow) {
        average = math.averageEntry(quantity, entry(), signed, price).stripTrailingZeros();
        quantity = quantity.add(signed);
        cost = cost.subtract(flow);
    }

    private void reduce(BigDecimal signed, BigDecimal price, BigDecimal flow) {
        BigDecimal left = quantity.add(signed);
        if (left.signum() == 0) {
            realized = realized.add(flow).subtract(cost);
            cost = BigDecimal.ZERO;
        } else if (left.signum() == quantity.signum()) {
            BigDecimal freed = cost.multiply(signed).negate().divide(quantity, MathContext.DECIMAL128);
            realized = realized.add(flow).subtract(freed);
            cost = cost.subtract(freed);
        } else {
            BigDecimal opening = Ledger.booked(math.cashFlow(left, price));
            realized = realized.add(flow.subtract(opening)).subtract(cost);
            cost = opening.negate();
            average = price;
        }
        quantity = left;
    }

    private BigDecimal entry() {
        return average == null ? BigDecimal.ZERO : average;
    }

    Position view(InstrumentId instrument) {
        if (quantity.signum() == 0) {
            return new Position(instrument, contract, PositionSide.FLAT, Quantity.ZERO, BigDecimal.ZERO, realized);
        }
        return new Position(
                instrument,
                contract,
                quantity.signum() > 0 ? PositionSide.LONG : PositionSide.SHORT,
                new Quantity(quantity.abs()),
                entry(),
                realized);
    }
}
