package io.metaexpert.data.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiedBarsTest {
    private static final int BARS = 500;

    @TempDir
    private Path folder;

    @Test
    void equalTheMappedOnesInWhateverOrderColumnsAreAskedFor() throws Exception {
        Path written = folder.resolve("bars");
        try (ColumnSpool rows = rows();
                ColumnWriter writer = new ColumnWriter(rows, folder)) {
            writer.written();
            writer.finish("", written, false);
        }
        ColumnFile file = ColumnFile.open(written);
        Bars mapped = new MappedBars(Timeframe.M1, file);
        Bars copied = MappedBars.of(Timeframe.M1, file);

        assertThat(copied).isInstanceOf(CopiedBars.class);
        assertThat(copied.size()).isEqualTo(BARS);
        assertThat(copied.timeframe()).isEqualTo(Timeframe.M1);
        Random random = new Random(1);
        for (int k = 0; k < 10_000; k++) {
            int i = random.nextInt(BARS);
            switch (random.nextInt(6)) {
                case 0 -> assertThat(copied.openTimeMs(i)).isEqualTo(mapped.openTimeMs(i));
                case 1 -> assertThat(copied.open(i)).isEqualTo(mapped.open(i));
                case 2 -> assertThat(copied.high(i)).isEqualTo(mapped.high(i));
                case 3 -> assertThat(copied.low(i)).isEqualTo(mapped.low(i));
                case 4 -> assertThat(copied.close(i)).isEqualTo(mapped.close(i));
                default -> assertThat(copied.volume(i)).isEqualTo(mapped.volume(i));
            }
        }
    }

    private ColumnSpool rows() throws Exception {
        ColumnSpool rows = new ColumnSpool(MappedBars.COLUMNS, folder);
        Random random = new Random(2);
        for (int i = 0; i < BARS; i++) {
            rows.set(0, 60_000L * i);
            for (int column = 1; column < MappedBars.COLUMNS; column++) {
                rows.set(column, random.nextDouble());
            }
            rows.endRow();
        }
        return rows;
    }
}
