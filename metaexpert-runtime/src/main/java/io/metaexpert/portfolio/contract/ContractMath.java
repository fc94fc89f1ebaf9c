package io.metaexpert.portfolio.contract;

import io.metaexpert.market.Contract;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a quantity of a contract is worth in its settlement currency. Pure, immutable.
 *
 * <p>Everything follows from one function, the <em>value</em> of a signed quantity (positive long) at a price: buying it changes cash by
 * {@code value(-quantity, price)}, and at any time, for any prices,
 *
 * <pre>equity = cash + Σ value(quantity, price)</pre>
 *
 * which is to the last decimal the cash there would be had all been closed at those prices without fees. Where a value is a quotient
 * (inverse contracts, options paid in coin) it is rounded <em>once</em>, towards minus infinity at {@link #SCALE} decimals: rounding never
 * makes an account richer.
 */
public sealed interface ContractMath permits LinearMath, InverseMath, OptionMath {
    /** Decimals of amounts that come from a division; exchanges book coins with 8. */
    int SCALE = 12;

    /** The arithmetic of a contract; spot is linear. */
    static ContractMath of(Contract contract) {
        // No pattern switch: see docs/developer/performance.md.
        return contract instanceof Contract.Inverse inverse
                ? new InverseMath(inverse.size())
                : contract instanceof Contract.Option option ? new OptionMath(option) : LinearMath.INSTANCE;
    }

    /** See the class comment. For an option the price is its premium per base, in settlement currency. */
    BigDecimal value(BigDecimal signedQuantity, BigDecimal price);

    /** The same, as an estimate for marks. */
    double value(double signedQuantity, double price);

    /** The change of cash when {@code signedQuantity} is bought (negative: sold), without fee. */
    default BigDecimal cashFlow(BigDecimal signedQuantity, BigDecimal price) {
        return value(signedQuantity.negate(), price);
    }

    /** What a position of {@code signedQuantity} wins between two prices, without fees, rounded down. */
    BigDecimal profit(BigDecimal signedQuantity, BigDecimal entry, BigDecimal exit);

    /** The same, as an estimate. */
    default double profit(double signedQuantity, double entry, double exit) {
        return value(signedQuantity, exit) - value(signedQuantity, entry);
    }

    /** The unsigned value that margin, fees and funding are a share of; rounded up. For an option: its premium. */
    BigDecimal notional(BigDecimal quantity, BigDecimal price);

    /** The same, as an estimate. */
    default double notional(double quantity, double price) {
        return Math.abs(value(quantity, price));
    }

    /**
     * The average entry price of two purchases of the same direction, with 34 digits: the price at which the sum has the value of the parts.
     */
    BigDecimal averageEntry(BigDecimal quantity, BigDecimal price, BigDecimal added, BigDecimal addedPrice);

    /**
     * The change of cash by funding; a positive rate is paid by longs to shorts. Rounded down.
     *
     * <p>Funding = position value at the mark price × rate. Sources: Binance "Introduction to Binance Futures Funding Rates"; Bitget
     * "Funding cost calculation" (forward: face value × contracts × mark; reverse: face value × contracts ÷ mark).
     *
     * @throws UnsupportedOperationException for an option, which has none
     */
    BigDecimal funding(BigDecimal signedQuantity, BigDecimal mark, BigDecimal rate);

    /** A fee of {@code rate} on what was traded; exact, or rounded up where it is a quotient. Options: see {@link OptionMath#cappedFee}. */
    default BigDecimal fee(BigDecimal quantity, BigDecimal price, BigDecimal rate) {
        return notional(quantity, price).multiply(rate);
    }

    /**
     * Margin needed to open a position: notional ÷ leverage, rounded up. Source: Binance "Leverage and Margin of USDⓈ-M Futures" (initial
     * margin rate = 1 ÷ leverage).
     */
    default BigDecimal initialMargin(BigDecimal quantity, BigDecimal price, BigDecimal leverage) {
        return notional(quantity, price).divide(leverage, SCALE, RoundingMode.CEILING);
    }
}
