package io.metaexpert.simulate;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Decimals;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.QuantityUnit;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The most that all our orders together get of a bar's volume, as a quantity.
 *
 * @param share above 0, at most 1
 */
record VolumeShare(BigDecimal share, Instrument instrument) {
    /** The quantity for a bar. Volumes are in base currency; what counts contracts is converted at the close. */
    BigDecimal of(Bars bars, int i) {
        BigDecimal volume = Decimals.of(bars.volume(i)).multiply(share);
        if (instrument.quantityUnit() == QuantityUnit.CONTRACTS) {
            volume = volume.multiply(Decimals.of(bars.close(i)))
                    .divide(instrument.contractSize(), MathContext.DECIMAL64);
        }
        return instrument.quantity(volume).value();
    }
}
