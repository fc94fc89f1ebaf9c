package io.metaexpert.risk;

import io.metaexpert.market.Instrument;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** The worst jump between two prices at which one can trade that a strategy is to survive within its loss limits. */
public sealed interface StressGap {
    /** By the class of the base asset: 15 % for bitcoin and ether, 30 % for all others. */
    record ByClass() implements StressGap {}

    /**
     * The same for all instruments.
     *
     * @param fraction above 0 and below 1
     */
    record Fixed(BigDecimal fraction) implements StressGap {}

    /** Nothing is reckoned with. */
    record Off() implements StressGap {}

    BigDecimal MAJORS = new BigDecimal("0.15");
    BigDecimal OTHERS = new BigDecimal("0.3");
    Set<String> MAJOR_ASSETS = Set.of("BTC", "XBT", "ETH");

    /** The jump of an instrument; empty when it is off. */
    default Optional<BigDecimal> of(Instrument instrument) {
        return switch (this) {
            case ByClass() -> Optional.of(MAJOR_ASSETS.contains(instrument.baseCurrency()) ? MAJORS : OTHERS);
            case Fixed(var fraction) -> Optional.of(fraction);
            case Off() -> Optional.empty();
        };
    }
}
