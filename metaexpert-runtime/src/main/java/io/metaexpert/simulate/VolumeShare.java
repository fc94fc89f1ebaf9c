package io.metaexpert.simulate;

import io.metaexpert.market.Decimals;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.QuantityUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * The most that all our orders together get of what was traded or offered, as a quantity.
 *
 * @param share above 0, at most 1
 */
record VolumeShare(BigDecimal share, Instrument instrument) {
    /** Null when orders fill whole whatever the volume. */
    static @Nullable VolumeShare of(FillSettings settings, Instrument instrument) {
        return settings.volumeShare()
                .map(part -> new VolumeShare(part, instrument))
                .orElse(null);
    }

    /** The quantity of so much base currency; what counts contracts is converted at {@code price}. */
    BigDecimal of(double base, double price) {
        BigDecimal volume = Decimals.of(base).multiply(share);
        if (instrument.quantityUnit() == QuantityUnit.CONTRACTS) {
            volume = volume.multiply(Decimals.of(price)).divide(instrument.contractSize(), MathContext.DECIMAL64);
        }
        return instrument.quantity(volume).value();
    }
}
