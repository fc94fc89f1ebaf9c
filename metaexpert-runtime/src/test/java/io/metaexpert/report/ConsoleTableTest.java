package io.metaexpert.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ConsoleTableTest {
    @Test
    void fitsIntoEightyColumnsAndNamesWhatWasRefused() {
        String table = table(SampleRun.of(2_000, 100));

        assertThat(table.lines()).allMatch(line -> line.length() <= 80);
        assertThat(table)
                .contains("Round trips                       20")
                .contains("orders: 3 x INSUFFICIENT_BALANCE")
                .contains("synthetic");
    }

    @Test
    void printsADashForWhatIsNotDefined() {
        String table = table(SampleRun.of(30, 1_000));

        assertThat(table).containsPattern("Sharpe +- ").doesNotContain("NaN", "Infinity");
    }

    private static String table(RunRecord run) {
        var out = new StringWriter();
        ConsoleTable.print(run, new PrintWriter(out));
        return out.toString();
    }
}
