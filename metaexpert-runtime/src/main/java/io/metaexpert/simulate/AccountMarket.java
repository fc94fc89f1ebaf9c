package io.metaexpert.simulate;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Contract;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Decimals;
import io.metaexpert.market.Instrument;
import io.metaexpert.order.PositionSide;
import io.metaexpert.portfolio.Position;
import io.metaexpert.portfolio.contract.ContractMath;
import io.metaexpert.portfolio.contract.MarginTiers;
import io.metaexpert.portfolio.contract.OptionMath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** One position as the account sees it: what is held, at which price, and what margin that takes. Engine thread only. */
final class AccountMarket {
    final Instrument instrument;
    final ContractMath math;
    final VenueMarket venue;
    /** Of the position in hedge mode, where an instrument has two; else empty. */
    final Optional<PositionSide> side;

    BigDecimal held = BigDecimal.ZERO;
    double heldEstimate;
    /** As a double: a decimal per bar would cost more than the rest of the bar. NaN before the first bar. */
    double lastPrice = Double.NaN;

    AccountMarket(VenueMarket venue, Optional<PositionSide> side) {
        this.venue = venue;
        this.side = side;
        this.instrument = venue.instrument();
        this.math = ContractMath.of(instrument.contract());
    }

    /** Of the entry and of maintenance at twice the notional of the entry, refreshed with every fill, so that a bar needs no decimals. */
    private double entryEstimate;

    private double rateEstimate;

    /** Takes over what the books say after a fill. */
    void refresh(Position position, BigDecimal signedQuantity) {
        held = signedQuantity;
        heldEstimate = Decimals.toDouble(signedQuantity);
        if (isFuture() && heldEstimate != 0) {
            BigDecimal entry = position.averageEntryPrice();
            entryEstimate = Decimals.toDouble(entry);
            BigDecimal doubled = math.notional(signedQuantity, entry).add(math.notional(signedQuantity, entry));
            rateEstimate = tiers().tier(doubled).rate().doubleValue();
        }
    }

    /** About what must be left to keep the position at a price, rather too much than too little. */
    double maintenanceEstimate(double price) {
        return heldEstimate == 0 ? 0 : math.notional(heldEstimate, price) * rateEstimate;
    }

    /** About what is left of an initial margin of its own at a price. */
    double isolatedEstimate(double price, double marginRate) {
        return math.notional(heldEstimate, entryEstimate) * marginRate
                + math.profit(heldEstimate, entryEstimate, price);
    }

    /** Whether both are of one instrument: the same, or long and short in hedge mode. */
    boolean isWith(AccountMarket other) {
        return this == other || instrument.id().equals(other.instrument.id());
    }

    BigDecimal lastPrice() {
        return Decimals.of(lastPrice);
    }

    MarginTiers tiers() {
        return venue.tiers();
    }

    private boolean isFuture() {
        return instrument.contractType() == ContractType.LINEAR || instrument.contractType() == ContractType.INVERSE;
    }

    /** What one unit of quantity is worth in quote currency. */
    BigDecimal quoteCost(BigDecimal price) {
        return instrument.contract() instanceof Contract.Inverse inverse ? inverse.size() : price;
    }

    /** What one unit of quantity is worth in settlement currency. */
    BigDecimal unitNotional(BigDecimal price) {
        return math.notional(BigDecimal.ONE, price);
    }

    /** Margin per notional of a new position; an option's premium is paid in full. */
    BigDecimal marginRate(BigDecimal leverage) {
        return isFuture() ? BigDecimal.ONE.divide(leverage, 34, RoundingMode.CEILING) : BigDecimal.ONE;
    }

    /** The most a fee can be of the notional, so that an order is not refused for its fee. */
    BigDecimal feeRate(BigDecimal rate) {
        return math instanceof OptionMath ? OptionFees.CAP : rate;
    }

    /** Whether the exchange lets a position become so large at this leverage. */
    boolean allows(BigDecimal quantity, BigDecimal price, BigDecimal leverage) {
        if (!isFuture()) {
            return true;
        }
        return tiers().maxLeverage(math.notional(quantity, price))
                .map(most -> leverage.compareTo(most) <= 0)
                .orElse(leverage.compareTo(BigDecimal.ONE) <= 0);
    }

    /** What a position binds: futures their notional by leverage, a long option its value, a short one the exchange's margin. */
    BigDecimal margin(BigDecimal quantity, BigDecimal price, BigDecimal leverage) {
        if (math instanceof OptionMath option) {
            return quantity.signum() >= 0
                    ? option.value(quantity, price)
                    : option.shortInitialMargin(quantity, underlying(), price)
                            .add(option.value(quantity, price).negate());
        }
        return math.initialMargin(quantity, price, leverage);
    }

    /** What must be left to keep the position. */
    BigDecimal maintenance(BigDecimal price) {
        if (math instanceof OptionMath option) {
            return option.shortMaintenanceMargin(held, underlying(), price);
        }
        return isFuture() ? tiers().maintenance(math.notional(held, price)) : BigDecimal.ZERO;
    }

    /** The newest close of the underlying at the time of the last bar of the option. */
    BigDecimal underlying() {
        return Decimals.of(underlyingPrice);
    }

    private double underlyingPrice = Double.NaN;
    private int underlyingIndex = -1;

    /** Reads the underlying on to an instant. */
    void readUnderlying(long timeMs) {
        Bars bars = venue.underlying().orElseThrow();
        while (underlyingIndex + 1 < bars.size() && bars.closeTimeMs(underlyingIndex + 1) <= timeMs) {
            underlyingIndex++;
        }
        underlyingPrice = underlyingIndex < 0 ? bars.open(0) : bars.close(underlyingIndex);
    }
}
