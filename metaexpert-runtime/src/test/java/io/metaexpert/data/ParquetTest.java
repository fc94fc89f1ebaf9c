package io.metaexpert.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of four minutes from 2024-01-01, open 100 + i, written by hyparquet-writer 0.x, another implementation of the format. */
class ParquetTest {
    private static final String UNCOMPRESSED = ""
            + "UEFSMRUGFUQVRFwVCBUAFQgVABUEFQAAAAMPAPRRwowBAABg3lLCjAEAAMDIU8KMAQAAILNUwowBAAAVBhVEFURcFQgVABUIFQAV"
            + "BBUAAAADDwAAAAAAAFlAAAAAAABAWUAAAAAAAIBZQAAAAAAAwFlAFQYVRBVEXBUIFQAVCBUAFQQVAAAAAw8AAAAAAGBZQAAAAAAA"
            + "oFlAAAAAAADgWUAAAAAAACBaQBUGFUQVRFwVCBUAFQgVABUEFQAAAAMPAAAAAADQWEAAAAAAABBZQAAAAAAAUFlAAAAAAACQWUAV"
            + "BhVEFURcFQgVABUIFQAVBBUAAAADDwAAAAAAIFlAAAAAAABgWUAAAAAAAKBZQAAAAAAA4FlAFQYVRBVEXBUIFQAVCBUAFQQVAAAA"
            + "Aw8AAAAAAAAEQAAAAAAAABRAAAAAAAAAHkAAAAAAAAAkQBUEGXxIBHJvb3QVDAAVBCUCGAlvcGVuX3RpbWUAFQolAhgEb3BlbgAV"
            + "CiUCGARoaWdoABUKJQIYA2xvdwAVCiUCGAVjbG9zZQAVCiUCGAZ2b2x1bWUAFggZHBlsJggcFQQZFQAZGAlvcGVuX3RpbWUVABYI"
            + "Fm4WbiYIAAAmdhwVChkVABkYBG9wZW4VABYIFm4WbiZ2AAAm5AEcFQoZFQAZGARoaWdoFQAWCBZuFm4m5AEAACbSAhwVChkVABkY"
            + "A2xvdxUAFggWbhZuJtICAAAmwAMcFQoZFQAZGAVjbG9zZRUAFggWbhZuJsADAAAmrgQcFQoZFQAZGAZ2b2x1bWUVABYIFm4Wbiau"
            + "BAAAFpQFFgg2lAUAKAloeXBhcnF1ZXQZbBwAABwAABwAABwAABwAABwAAAA2AQAAUEFSMQ==";
    private static final String SNAPPY = ""
            + "UEFSMRUGFUQVRFwVCBUAFQgVABUEFQAAAAMPICgA9FHCjAEAAGDeUgUIPMDIU8KMAQAAILNUwowBAAAVBhVEFThcFQgVABUIFQAV"
            + "BBUAAAADDyAAAAUBBFlABQcAQA0IKIBZQAAAAAAAwFlAFQYVRBU8XBUIFQAVCBUAFQQVAAAAAw8gAAABAQhgWUABBwQAoA0IKOBZ"
            + "QAAAAAAAIFpAFQYVRBU+XBUIFQAVCBUAFQQVAAAAAw8gAAABAQjQWEABBwgAEFkJCChQWUAAAAAAAJBZQBUGFUQVPlwVCBUAFQgV"
            + "ABUEFQAAAAMPIAAAAQEIIFlAAQcIAGBZCQgooFlAAAAAAADgWUAVBhVEFThcFQgVABUIFQAVBBUAAAADDyAAAAUBBARABQcEABQN"
            + "CCQeQAAAAAAAACRAFQQZfEgEcm9vdBUMABUEJQIYCW9wZW5fdGltZQAVCiUCGARvcGVuABUKJQIYBGhpZ2gAFQolAhgDbG93ABUK"
            + "JQIYBWNsb3NlABUKJQIYBnZvbHVtZQAWCBkcGWwmCBwVBBkVABkYCW9wZW5fdGltZRUCFggWbhZuJggAACZ2HBUKGRUAGRgEb3Bl"
            + "bhUCFggWbhZiJnYAACbYARwVChkVABkYBGhpZ2gVAhYIFm4WZibYAQAAJr4CHBUKGRUAGRgDbG93FQIWCBZuFmgmvgIAACamAxwV"
            + "ChkVABkYBWNsb3NlFQIWCBZuFmgmpgMAACaOBBwVChkVABkYBnZvbHVtZRUCFggWbhZiJo4EAAAWlAUWCDboBAAoCWh5cGFycXVl"
            + "dBlsHAAAHAAAHAAAHAAAHAAAHAAAADYBAABQQVIx";

    @TempDir
    private Path dir;

    private Bars load(byte[] content) throws IOException {
        Path file = Files.write(dir.resolve("bars.parquet"), content);
        return new DataCatalog(dir.resolve("home"))
                .load(file.toString(), dir, "BTC/USDT", GapPolicy.FAIL)
                .bars();
    }

    @ParameterizedTest
    @ValueSource(strings = {UNCOMPRESSED, SNAPPY})
    void readsBarsByTheNamesOfTheColumns(String file) throws IOException {
        Bars bars = load(Base64.getDecoder().decode(file));

        assertThat(bars.timeframe()).isEqualTo(Timeframe.M1);
        assertThat(bars.size()).isEqualTo(4);
        assertThat(bars.openTimeMs(0)).isEqualTo(1_704_067_200_000L);
        assertThat(bars.openTimeMs(3)).isEqualTo(1_704_067_380_000L);
        assertThat(bars.open(3)).isEqualTo(103);
        assertThat(bars.high(3)).isEqualTo(104.5);
        assertThat(bars.low(3)).isEqualTo(102.25);
        assertThat(bars.close(3)).isEqualTo(103.5);
        assertThat(bars.volume(3)).isEqualTo(10);
    }

    @Test
    void refusesAFileThatIsCut() {
        byte[] whole = Base64.getDecoder().decode(UNCOMPRESSED);

        assertThatThrownBy(() -> load(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("bars.parquet: not readable as Parquet");
    }
}
