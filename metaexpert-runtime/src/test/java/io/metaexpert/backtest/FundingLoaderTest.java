package io.metaexpert.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import io.metaexpert.backtest.FundingLoader.Funding;
import io.metaexpert.config.ConfigLoader;
import io.metaexpert.config.MetaExpertConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FundingLoaderTest {
    private static final long HOUR = 3_600_000L;
    private static final long MIDNIGHT = 1_741_305_600_000L / (24 * HOUR) * 24 * HOUR;

    private static long hour(int hour) {
        return MIDNIGHT + hour * HOUR;
    }

    @TempDir
    Path project;

    /** From hour 1 to hour 33. */
    private Funding load(String... settings) {
        MetaExpertConfig config =
                ConfigLoader.parse("", Map.of(), Arrays.asList(settings)).orThrow();
        return new FundingLoader(config.backtest(), project)
                .load(config.instruments().get(0), hour(1), hour(33));
    }

    @Test
    void paysTheStatedRateEveryEightHoursWithoutData() {
        Funding funding = load("backtest.funding-rate=-0.02%");

        assertThat(funding.recorded()).isZero();
        assertThat(funding.rates().size()).isEqualTo(4);
        assertThat(funding.rates().timeMs(0)).isEqualTo(hour(8));
        assertThat(funding.rates().timeMs(3)).isEqualTo(hour(32));
        assertThat(funding.rates().value(2)).isEqualTo(-0.0002);
    }

    @Test
    void paysRecordedRatesAndTheStatedOneAroundThem() throws IOException {
        Files.createDirectory(project.resolve("rates"));
        Files.writeString(
                project.resolve("rates/BTCUSDT.csv"),
                "funding_time_ms,rate\n" + hour(12) + ",0.0007\n" + hour(16) + ",-0.0003\n");

        Funding funding = load("backtest.funding-data=rates");

        assertThat(funding.recorded()).isEqualTo(2);
        assertThat(funding.rates().size()).isEqualTo(5);
        int[] hours = {8, 12, 16, 24, 32};
        double[] rates = {0.0001, 0.0007, -0.0003, 0.0001, 0.0001};
        for (int i = 0; i < hours.length; i++) {
            assertThat(funding.rates().timeMs(i)).isEqualTo(hour(hours[i]));
            assertThat(funding.rates().value(i)).isEqualTo(rates[i]);
        }
    }

    @Test
    void readsMarkPrices() throws IOException {
        Files.writeString(project.resolve("BTCUSDT-mark.csv"), "time_ms,mark\n" + hour(8) + ",50000\n");

        assertThat(load("backtest.mark-data=BTCUSDT-mark.csv").marks().value(0)).isEqualTo(50_000);
    }

    @Test
    void paysNothingOnSpotOrDatedContractsOrWhenSwitchedOff() {
        assertThat(load("market.type=spot")).isEqualTo(Funding.NONE);
        assertThat(load("strategy.symbol=BTC/USDT-260327")).isEqualTo(Funding.NONE);
        assertThat(load("backtest.funding=false")).isEqualTo(Funding.NONE);
    }

    @Test
    void namesTheKeyOfAFileThatIsMissingOrOfAnotherSymbol() throws IOException {
        assertThatThrownBy(() -> load("backtest.funding-data=nowhere"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("backtest.funding-data: there is no file or folder");
        Files.createDirectory(project.resolve("rates"));
        assertThatThrownBy(() -> load("backtest.funding-data=rates"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no file of BTC/USDT");
        Files.writeString(project.resolve("ETHUSDT.csv"), "funding_time_ms,rate\n" + hour(8) + ",0.0001\n");
        assertThatThrownBy(() -> load("backtest.funding-data=ETHUSDT.csv"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("this is a file of ETH/USDT, not of BTC/USDT");
    }
}
