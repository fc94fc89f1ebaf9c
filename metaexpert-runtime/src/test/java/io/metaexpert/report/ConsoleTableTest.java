package io.metaexpert.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.analysis.Analysis;
import io.metaexpert.analysis.Finding;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void comparesARunOfAMonthWithHolding() {
        assertThat(table(SampleRun.of(45_000, 100))).contains("hold: BTC/USDT ", "; excess ", ", beta ");
        assertThat(table(SampleRun.of(2_000, 100))).doesNotContain("hold: ");
    }

    @Test
    void tellsTheFirstFiveFindingsAndHowManyThereAreMore() {
        RunRecord run = SampleRun.of(2_000, 100);
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            findings.add(new Finding(Finding.Kind.NO_FEES, "Doubt " + i + ": look."));
        }
        Analysis analysis = RunAnalysis.of(run);

        var out = new StringWriter();
        ConsoleTable.print(
                run,
                new Analysis(
                        analysis.breakdown(), analysis.benchmarks(), analysis.rolling(), analysis.regimes(), findings),
                new PrintWriter(out));

        assertThat(out.toString())
                .contains("look: Doubt 5: look.", "look: 2 more in the report")
                .doesNotContain("Doubt 6");
    }

    private static String table(RunRecord run) {
        var out = new StringWriter();
        ConsoleTable.print(run, RunAnalysis.of(run), new PrintWriter(out));
        return out.toString();
    }
}
