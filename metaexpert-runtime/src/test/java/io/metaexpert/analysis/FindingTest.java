package io.metaexpert.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.analysis.Finding.Kind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Every doubt is raised by a run with one fault, and not by one that just misses it. */
class FindingTest {
    private final SoundRun run = new SoundRun();

    @Test
    void nothingLooksWrongWithASoundRun() {
        assertThat(run.findings()).isEmpty();
    }

    @Test
    void namesSyntheticData() {
        run.synthetic = true;

        raises(Kind.SYNTHETIC_DATA, "The data of BTC/USDT are synthetic");
    }

    @Test
    void namesAGapOfMoreThanADay() {
        run.missing = 2;
        run.longestGap = 2;

        raises(Kind.DATA_GAPS, "a gap of 2 days (1.6 % of all bars are missing)");

        run.longestGap = 1;
        isSound();
    }

    @Test
    void namesManyMissingOrFilledBars() {
        run.missing = 7;
        run.longestGap = 1;

        raises(Kind.DATA_GAPS, "5.5 % of the bars of BTC/USDT are missing or filled");

        run.missing = 0;
        run.longestGap = 0;
        run.filled = 6;
        isSound();
        run.filled = 7;
        assertThat(run.kinds()).containsExactly(Kind.DATA_GAPS);
    }

    @Test
    void gapsAtWeekendsAreNoFaultOfDataThatHaveNone() {
        for (int i = 0; i < SoundRun.DAYS; i++) {
            // 2024-01-01 was a Monday.
            run.absent[i] = i % 7 >= 5;
        }
        run.missing = 34;
        run.longestGap = 2;

        assertThat(run.kinds()).doesNotContain(Kind.DATA_GAPS);
    }

    @Test
    void namesFillsWhereNobodyTraded() {
        run.volumes[3] = 0;
        isSound();

        run.volumes[6] = 0;
        raises(Kind.STALE_FILLS, "2 fills of 80 (2.5 %) happened in bars without volume or after a gap");
    }

    @Test
    void aFillAtTheCloseBelongsToTheBarThatCloses() {
        run.fillsAtCloses = true;
        run.volumes[3] = 0;
        run.volumes[6] = 0;
        isSound();

        run.volumes[2] = 0;
        run.volumes[5] = 0;
        raises(Kind.STALE_FILLS, "2 fills of 80");
    }

    @Test
    void slippageDoesNotHideThatAFillWasAtTheOpen() {
        run.slippage = 0.3;
        run.volumes[3] = 0;
        run.volumes[6] = 0;

        raises(Kind.STALE_FILLS, "2 fills of 80");
    }

    @Test
    void namesFillsAfterAGap() {
        run.absent[2] = true;
        run.missing = 2;
        run.longestGap = 1;
        isSound();

        run.absent[5] = true;
        raises(Kind.STALE_FILLS, "2 fills of 80 (2.5 %) happened in bars");
    }

    @Test
    void dataWithoutAnyVolumeSayNothingAboutFills() {
        Arrays.fill(run.volumes, 0);

        isSound();
    }

    @Test
    void namesFillsThatTookMoreThanTheMarketHad() {
        // Fills at the opens of days 3, 5, 6, 8 and 9, each of which is the close of the day before.
        for (int day = 2; day <= 8; day++) {
            run.volumes[day] = 9;
        }
        isSound();

        run.volumes[8] = 0.5;
        run.volumes[9] = 0.4;
        raises(Kind.THIN_VOLUME, "5 fills of 80 took more than a tenth of their bar's volume, the largest 2.0 times");
    }

    @Test
    void namesTooFewRoundTrips() {
        run.trips = 29;

        raises(Kind.FEW_ROUND_TRIPS, "With 29 round trips, fewer than 30,");

        run.trips = 30;
        isSound();
    }

    @Test
    void namesARunWithoutARoundTrip() {
        run.trips = 0;

        raises(Kind.FEW_ROUND_TRIPS, "There is no round trip");
    }

    @Test
    void namesARoundTripThatCarriesMoreThanHalfOfTheProfit() {
        run.profits[10] = 370;
        isSound();

        run.profits[10] = 380;
        raises(Kind.ONE_ROUND_TRIP, "One round trip, of 2024-01-31, brought 380.00 of the profit of 750.00");
    }

    @Test
    void namesProfitThatIsNotEarnedYet() {
        run.lastIsOpen = true;
        run.profits[SoundRun.TRIPS - 1] = 400;
        isSound();

        run.profits[SoundRun.TRIPS - 1] = 500;
        raises(Kind.OPEN_AT_END, "still open at the end hold 500.00 of the profit of 910.00");
    }

    @Test
    void namesAMonthWithoutWhichThereIsNoProfit() {
        // The first ten end in January.
        for (int i = 0; i < SoundRun.TRIPS; i++) {
            run.profits[i] = i < 10 ? i % 2 == 0 ? 60 : -10 : i % 2 == 0 ? 10 : -9;
        }
        isSound();

        for (int i = 10; i < SoundRun.TRIPS; i++) {
            run.profits[i] = i % 2 == 0 ? 9 : -10;
        }
        raises(Kind.ONE_MONTH, "2024-01 alone brought 250.00, the whole profit is 235.00");
    }

    @Test
    void namesALongTimeWithoutAPosition() {
        run.trips = 30;
        isSound();

        run.trips = 19;
        assertThat(run.findings())
                .anySatisfy(finding -> assertThat(finding.text())
                        .startsWith("No position was held for 64 days from 2024-02-26 on, 53.3 % of the run"));
    }

    @Test
    void namesARunWithLittleTimeInTheMarket() {
        run.everyDays = 59;
        run.firstTrip = 1;
        run.trips = 1;

        assertThat(run.findings())
                .anySatisfy(finding ->
                        assertThat(finding.text()).startsWith("A position was held in only 2.5 % of the bars"));
    }

    @Test
    void namesCostsThatEatTheProfit() {
        run.fee = 4.9;
        isSound();

        run.fee = 5.1;
        raises(Kind.COSTS_EAT_PROFIT, "Fees and slippage of 408.00 are 50.5 % of the profit before costs");
    }

    @Test
    void namesARunThatPaidNoFees() {
        run.fee = 0;

        raises(Kind.NO_FEES, "No fee was paid for 80 fills");
    }

    @Test
    void namesADeepDrawdown() {
        for (int i = 0; i < SoundRun.DAYS; i++) {
            run.closes[i] = 100 - i * 0.2;
        }
        run.startEquity = 1_000;
        run.profits[1] = -510;
        isSound();

        run.profits[1] = -520;
        raises(Kind.DEEP_DRAWDOWN, "Equity fell by 50.5 % from its peak");
    }

    @Test
    void namesARunThatNeverLoses() {
        Arrays.fill(run.profits, 5);
        run.profits[7] = -5;
        isSound();

        run.profits[7] = 5;
        raises(Kind.NO_LOSSES, "Not one of 40 round trips lost");
    }

    @Test
    void namesRareButLargeLosses() {
        Arrays.fill(run.profits, 10);
        run.profits[8] = -50;
        run.profits[18] = -50;
        isSound();

        run.profits[8] = -60;
        raises(Kind.RARE_LARGE_LOSSES, "95.0 % of the round trips win, but a loss is 5.5 times a win");
    }

    @Test
    void namesMoreRefusedOrdersThanFilledOnesWarmUpAside() {
        run.refused = 80;
        run.warmingUp = 50;
        isSound();

        run.refused = 81;
        raises(
                Kind.MORE_REFUSED_THAN_FILLED,
                "More orders were refused (81) than filled (80), most often for \"not enough balance for the order and its"
                        + " fee\"");
    }

    @Test
    void namesARunThatHoldingBeatsWithLessRisk() {
        for (int i = 0; i < SoundRun.DAYS; i++) {
            run.closes[i] = 100 + i * 0.03;
        }
        isSound();

        for (int i = 0; i < SoundRun.DAYS; i++) {
            run.closes[i] = 100 + i * 0.05;
        }
        raises(
                Kind.WORSE_THAN_HOLDING,
                "Buy and hold of BTC/USDT returned 5.9 % with a drawdown of 0.0 %, the run 4.0 %");
    }

    @Test
    void saysWhatToDoInEverySentence() {
        run.synthetic = true;
        run.trips = 3;
        run.fee = 0;
        run.refused = 10;

        assertThat(run.findings())
                .hasSizeGreaterThan(3)
                .allSatisfy(finding -> assertThat(finding.text()).endsWith(".").containsPattern(": [a-z]"));
        assertThat(run.kinds()).isSorted();
    }

    private void raises(Kind kind, String text) {
        assertThat(run.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.text()).contains(text);
        });
    }

    private void isSound() {
        assertThat(run.findings()).isEmpty();
    }
}
