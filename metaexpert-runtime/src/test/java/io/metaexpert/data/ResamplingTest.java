package io.metaexpert.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.market.BarResampler;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bars that are put together from finer ones are those that the exchange itself publishes. */
class ResamplingTest {
    @TempDir
    private Path home;

    @Test
    void minutesBecomeTheExchangesOwnQuartersAndHours() {
        Bars minutes = load("1m/BTCUSDT.csv.gz");

        assertSame(BarResampler.resample(minutes, Timeframe.M15), load("15m/BTCUSDT.csv.gz"), 8_700);
        assertSame(BarResampler.resample(minutes, Timeframe.H1), load("1h/BTCUSDT.csv.gz"), 2_170);
    }

    @Test
    void fiveMinutesBecomeTheExchangesOwnHours() {
        for (String symbol : List.of("ETHUSDT", "SOLUSDT", "XRPUSDT")) {
            Bars hours = BarResampler.resample(load("5m/" + symbol + ".csv.gz"), Timeframe.H1);

            assertSame(hours, load("1h/" + symbol + ".csv.gz"), 5_900);
        }
    }

    private Bars load(String path) {
        Path file = Shared.data("bars/binance-spot/" + path);
        return new DataCatalog(home)
                .load(file.toString(), home, "BTC/USDT", GapPolicy.KEEP)
                .bars();
    }

    private static void assertSame(Bars built, Bars published, int atLeast) {
        int compared = 0;
        for (int i = 0; i < built.size(); i++) {
            int j = published.indexAtOrAfter(built.openTimeMs(i));
            if (j == published.size()) {
                break;
            }
            assertThat(published.openTimeMs(j)).isEqualTo(built.openTimeMs(i));
            assertThat(built.open(i)).isEqualTo(published.open(j));
            assertThat(built.high(i)).isEqualTo(published.high(j));
            assertThat(built.low(i)).isEqualTo(published.low(j));
            assertThat(built.close(i)).isEqualTo(published.close(j));
            assertThat(built.volume(i)).isCloseTo(published.volume(j), within(1e-6));
            compared++;
        }
        assertThat(compared).isGreaterThanOrEqualTo(atLeast);
    }
}
