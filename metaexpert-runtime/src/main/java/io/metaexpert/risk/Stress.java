package io.metaexpert.risk;

import io.metaexpert.market.Contract;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.OptionSettlement;
import io.metaexpert.portfolio.contract.ContractMath;
import java.math.BigDecimal;

/**
 * What a position loses when the price jumps by the assumed gap against it and it is closed there: the move, slippage and fee.
 *
 * <p>While the sum of this over all positions is less than what may still be lost, no jump up to the gap can break a loss limit. A position's
 * size before entry leaves some way to go before that is no longer so: the way to its stop, between a tenth and a fifth of the gap.
 * Estimates; immutable.
 */
public final class Stress {
    /** The least and the most way, as shares of the gap, that an entry leaves for the price to move against it. */
    private static final double LEAST_WAY = 0.1;

    private static final double MOST_WAY = 0.2;

    private final ContractMath math;
    private final double gap;
    private final double feeRate;
    private final double slippage;
    /** What the jump adds to the premium of an option at most, when all of it is beyond the strike; 0 for what is not an option. */
    private final double premiumJump;

    /**
     * @param gap as a fraction
     * @param slippage as a fraction
     */
    public Stress(Instrument instrument, BigDecimal gap, BigDecimal slippage) {
        this.math = ContractMath.of(instrument.contract());
        this.gap = gap.doubleValue();
        this.feeRate = instrument.takerFee().doubleValue();
        this.slippage = slippage.doubleValue();
        this.premiumJump = instrument.contract() instanceof Contract.Option option ? this.gap * unit(option) : 0;
    }

    /** A premium is paid in quote currency per base, or as a share of the base. */
    private static double unit(Contract.Option option) {
        return option.settlement() == OptionSettlement.LINEAR ? option.strike().doubleValue() : 1;
    }

    /** What a held quantity (negative: short) at a price loses, in settlement currency; not negative. */
    public double loss(double signedQuantity, double price) {
        if (signedQuantity == 0) {
            return 0;
        }
        double after = stressed(signedQuantity, price);
        double costs = math.notional(signedQuantity, after) * (feeRate + slippage);
        return Math.max(0, -math.profit(signedQuantity, price, after)) + costs;
    }

    /**
     * What one unit of a new position takes of the room: the loss after the way that it is left to move, and what it costs to enter.
     *
     * @param sign 1 for a long, -1 for a short position
     * @param stop the distance of its stop as a share of the price; 0 when it has none
     */
    public double roomPerUnit(int sign, double price, double stop) {
        double way = gap * Math.min(MOST_WAY, Math.max(LEAST_WAY, stop / gap));
        double entryCosts = math.notional(1, price) * (feeRate + slippage);
        return loss(sign, price) + Math.abs(math.profit(sign, price, price * (1 - sign * way))) + entryCosts;
    }

    private double stressed(double signedQuantity, double price) {
        if (premiumJump > 0) {
            // A bought option can lose its premium; a sold one what its underlying moves.
            return signedQuantity > 0 ? 0 : price + premiumJump;
        }
        return price * (1 - Math.signum(signedQuantity) * gap);
    }
}
