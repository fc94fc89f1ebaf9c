package io.metaexpert.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import io.metaexpert.market.TimedValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FundingFilesTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Path shared(String path) {
        Path file = Path.of(System.getProperty("metaexpert.shared", ".")).resolve(path);
        Assumptions.assumeTrue(Files.exists(file), "no shared data: " + path);
        return file;
    }

    @Test
    void readsRealRatesAndMarks() throws IOException {
        TimedValues rates = FundingFiles.rates(shared("data/funding/BTCUSDT-binance-usdm.csv.gz"), "BTC/USDT");
        TimedValues marks = FundingFiles.marks(shared("data/mark/BTCUSDT-8h-binance-usdm.csv.gz"), "BTC/USDT");

        assertThat(rates.size()).isEqualTo(266);
        assertThat(rates.value(1)).isEqualTo(-0.00000612);
        for (int i = 0; i < rates.size(); i++) {
            assertThat(rates.timeMs(i) % FundingFiles.DEFAULT_INTERVAL_MS).isZero();
            assertThat(marks.timeMs(i)).isEqualTo(rates.timeMs(i));
        }
        assertThat(marks.value(0)).isEqualTo(90776.94748889);
        assertThat(FundingFiles.find(shared("data/funding"), "ETH/USDT:USDT"))
                .hasValueSatisfying(found -> assertThat(found.toString()).contains("ETHUSDT-binance-usdm"));
        assertThat(FundingFiles.find(shared("data/funding"), "XRP/USDT")).isEmpty();
    }

    @Test
    void refusesTheFileOfAnotherSymbol() throws IOException {
        Path file = file("ETHUSDT-funding.csv", "funding_time_ms,rate\n1741276800000,0.0001\n");
        assertThatThrownBy(() -> FundingFiles.rates(file, "BTC/USDT"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("this is a file of ETH/USDT, not of BTC/USDT");
    }

    @Test
    void cutsMillisecondsAndRefusesRowsOutOfOrder() throws IOException {
        String head = "funding_time_ms,rate\n1741305600004,0.0001\n";
        assertThat(FundingFiles.rates(file("BTCUSDT.csv", head), "BTC/USDT").timeMs(0))
                .isEqualTo(1741305600000L);
        Path twice = file("BTCUSDT-2.csv", head + "1741305600009,0.0001\n");
        assertThatThrownBy(() -> FundingFiles.rates(twice, "BTC/USDT"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("BTCUSDT-2.csv:3: column 1 (time)")
                .hasMessageContaining("is not after the line before");
    }

    @Test
    void refusesWhatIsNoRate() throws IOException {
        for (String bad : new String[] {"NaN", "", "x", "1.5"}) {
            Path file = file("BTCUSDT.csv", "funding_time_ms,rate\n1741305600000," + bad + "\n");
            assertThatThrownBy(() -> FundingFiles.rates(file, "BTC/USDT"))
                    .as(bad)
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("BTCUSDT.csv:2: column 2");
        }
        Path bars = file("BTCUSDT.csv", "open_time_ms,open\n1741305600000,1\n");
        assertThatThrownBy(() -> FundingFiles.rates(bars, "BTC/USDT"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no column funding_time_ms");
        Path empty = file("BTCUSDT.csv", "funding_time_ms,rate\n");
        assertThatThrownBy(() -> FundingFiles.rates(empty, "BTC/USDT"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("a heading only");
        Path zero = file("BTCUSDT.csv", "time_ms,mark\n1741305600000,0\n");
        assertThatThrownBy(() -> FundingFiles.marks(zero, "BTC/USDT"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is not a price");
    }
}
