package io.metaexpert.simulate;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.TimedValues;
import io.metaexpert.portfolio.contract.MarginTierCatalog;
import io.metaexpert.portfolio.contract.MarginTiers;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One instrument at the simulated venue.
 *
 * @param tiers maintenance margin of futures
 * @param fundingRates at the instants at which funding is exchanged; empty where there is none
 * @param marks mark prices that funding is computed from; empty: the prices of the bars
 * @param underlying of an option: the bars that decide its exercise and its margin
 */
public record VenueMarket(
        Instrument instrument,
        MarginTiers tiers,
        TimedValues fundingRates,
        TimedValues marks,
        Optional<Bars> underlying) {

    /** Where no tiers are known: what the strictest first tier of a main symbol asks. */
    private static final BigDecimal USUAL_RATE = new BigDecimal("0.01");

    /** Without funding and underlying, with the bundled margin tiers of the exchange. */
    public static VenueMarket of(Instrument instrument) {
        return new VenueMarket(
                instrument, bundledTiers(instrument), TimedValues.EMPTY, TimedValues.EMPTY, Optional.empty());
    }

    /** The bundled margin tiers of the exchange, or 1 % where there are none. */
    public static MarginTiers bundledTiers(Instrument instrument) {
        return MarginTierCatalog.find(
                        instrument.id().venue(),
                        instrument.contractType(),
                        instrument.baseCurrency() + "/" + instrument.quoteCurrency())
                .orElseGet(() -> MarginTiers.flat(USUAL_RATE));
    }
}
