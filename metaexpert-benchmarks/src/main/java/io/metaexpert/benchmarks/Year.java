package io.metaexpert.benchmarks;

import io.metaexpert.data.DataCatalog;
import io.metaexpert.data.GapPolicy;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.Bars;
import java.nio.file.Path;

/** A real year of minutes in memory, from the shared data. */
final class Year {
    private Year() {}

    /** The folder comes from the system property {@code metaexpert.shared}. */
    static Bars load() {
        Path file = Path.of(System.getProperty("metaexpert.shared", "../shared"))
                .resolve("data/bars/bitfinex-spot/1m/BTCUSD-2018-filled.csv.gz");
        DataCatalog catalog = new DataCatalog(DataCatalog.defaultHome(System.getenv()));
        Bars bars = catalog.load(file.toString(), Path.of(""), "BTC/USD", GapPolicy.KEEP)
                .bars();
        BarArray copy = new BarArray(bars.timeframe(), bars.size());
        for (int i = 0; i < bars.size(); i++) {
            copy.add(bars.openTimeMs(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
        }
        return copy;
    }
}
