package io.metaexpert.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.Contract;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.LimitHit;
import io.metaexpert.order.Side;
import io.metaexpert.portfolio.contract.MarginTiers;
import io.metaexpert.risk.FilterSettings;
import io.metaexpert.risk.FilterSettings.Band;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What refuses an entry. */
class EntryFiltersTest {
    private static final FilterSettings NONE = FilterSettings.NONE;
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private final BarArray bars = new BarArray(Timeframe.H1);
    private Contract contract = Contract.spot();

    private static FilterSettings hours(Integer... hours) {
        return new FilterSettings(Set.of(hours), NONE.days(), Optional.empty(), false, NONE.band(), false, 50);
    }

    private static FilterSettings days(DayOfWeek first, DayOfWeek... more) {
        return new FilterSettings(
                NONE.hours(), EnumSet.of(first, more), Optional.empty(), false, NONE.band(), false, 50);
    }

    private static FilterSettings volume(String amount) {
        return new FilterSettings(
                NONE.hours(), NONE.days(), Optional.of(Money.of(amount, "USDT")), false, NONE.band(), false, 50);
    }

    private static FilterSettings volatility(double low, double high) {
        return new FilterSettings(NONE.hours(), NONE.days(), Optional.empty(), true, new Band(low, high), false, 50);
    }

    private static FilterSettings trend(int period) {
        return new FilterSettings(NONE.hours(), NONE.days(), Optional.empty(), false, NONE.band(), true, period);
    }

    private Market market() {
        Instrument instrument = new Instrument(
                new InstrumentId("test", "BTC/USDT"), contract, "BTC", "USDT", ZERO, ZERO, ZERO, ZERO, ZERO);
        return new Market(instrument, bars, MarginTiers.flat(ZERO), List.of());
    }

    /** A bar of a true range of {@code range}. */
    private void bar(double close, double range, double volume) {
        long time = bars.size() == 0 ? 0 : bars.closeTimeMs(bars.size() - 1);
        bars.add(time, close, close + range / 2, close - range / 2, close, volume);
    }

    private Optional<Refusal> check(FilterSettings settings, Side side) {
        return check(settings, side, "2026-03-04T12:00:00Z");
    }

    private Optional<Refusal> check(FilterSettings settings, Side side, String now) {
        Market market = market();
        var filters = new EntryFilters(settings, Timeframe.H1, List.of(market));
        market.readHistory(bars.size());
        return filters.check(market, side, Instant.parse(now).toEpochMilli());
    }

    @Test
    void nothingIsRefusedWithoutFilters() {
        assertThat(check(NONE, Side.BUY)).isEmpty();
    }

    @Test
    void anHourBeginsAtItsFullHourAndEndsBeforeTheNext() {
        FilterSettings nine = hours(9, 15);

        assertThat(check(nine, Side.BUY, "2026-03-04T08:59:59.999Z")).isPresent();
        assertThat(check(nine, Side.BUY, "2026-03-04T09:00:00Z")).isEmpty();
        assertThat(check(nine, Side.BUY, "2026-03-04T09:59:59.999Z")).isEmpty();
        assertThat(check(nine, Side.SELL, "2026-03-04T10:00:00Z"))
                .contains(new Refusal(
                        DenialReason.OUTSIDE_TRADE_HOURS,
                        "it is hour 10 UTC, hours 9, 15 are allowed",
                        new LimitHit("hour 10", "hours 9, 15", "filters.trade-hours")));
    }

    @Test
    void aDayIsOneOfUtc() {
        FilterSettings workdays = days(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

        assertThat(check(workdays, Side.BUY, "2026-03-06T23:59:59.999Z")).isEmpty();
        assertThat(check(workdays, Side.BUY, "2026-03-07T00:00:00Z"))
                .contains(new Refusal(
                        DenialReason.DAY_NOT_ALLOWED,
                        "it is Saturday UTC, Monday, Friday are allowed",
                        new LimitHit("Saturday", "Monday, Friday", "filters.allowed-days")));
    }

    /** The calendar of java.time against arithmetic: 1970-01-01 was a Thursday. */
    @Test
    void hoursAndDaysAreThoseOfTheCalendarAtAnyInstant() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 2_000; i++) {
            long now = random.nextLong(0, 4_000_000_000_000L);
            int hour = random.nextInt(24);
            DayOfWeek day = DayOfWeek.of(1 + random.nextInt(7));
            String time = Instant.ofEpochMilli(now).atOffset(ZoneOffset.UTC).toString();

            boolean inHour = now / 3_600_000 % 24 == hour;
            boolean onDay = (now / 86_400_000 + 3) % 7 + 1 == day.getValue();
            assertThat(check(hours(hour), Side.BUY, time).isEmpty()).as(time).isEqualTo(inHour);
            assertThat(check(days(day), Side.BUY, time).isEmpty()).as(time).isEqualTo(onDay);
        }
    }

    @Test
    void volumeIsThatOfTheLastClosedBarInQuoteCurrency() {
        bar(100, 1, 50);
        bar(200, 1, 5);

        assertThat(check(volume("1000"), Side.BUY)).isEmpty();
        assertThat(check(volume("1000.01"), Side.BUY))
                .contains(new Refusal(
                        DenialReason.VOLUME_TOO_LOW,
                        "the last bar traded 1000 USDT, at least 1000.01 USDT is asked for",
                        new LimitHit("1000 USDT", "at least 1000.01 USDT", "filters.min-volume")));
    }

    @Test
    void volumeOfInverseContractsIsCountedInContracts() {
        contract = Contract.inverse(new BigDecimal("100"));
        bar(20_000, 1, 7);

        assertThat(check(volume("700"), Side.BUY)).isEmpty();
        assertThat(check(volume("701"), Side.BUY)).isPresent();
    }

    @Test
    void entriesWaitForTheFirstBarWhenVolumeIsAskedFor() {
        assertThat(check(volume("1"), Side.BUY)).map(Refusal::detail).contains("no volume yet, as it needs 1 bar");
    }

    @Test
    void volatilityNeedsItsBars() {
        for (int i = 0; i < 113; i++) {
            bar(100, 2, 1);
        }
        assertThat(check(volatility(0.5, 3), Side.BUY))
                .map(Refusal::detail)
                .contains("ATR(14) by its mean needs 114 bars, there are 113");

        bar(100, 2, 1);
        assertThat(check(volatility(0.5, 3), Side.BUY)).isEmpty();
    }

    /** 200 bars of range 2, then one of range 30: ATR = 2 + 28 / 14 = 4, its mean over 100 bars 2 + 2 / 100 = 2.02. */
    @Test
    void aWildBarPutsVolatilityOutOfItsBand() {
        for (int i = 0; i < 200; i++) {
            bar(100, 2, 1);
        }
        bar(100, 30, 1);

        assertThat(check(volatility(0.5, 1.99), Side.SELL)).isEmpty();
        assertThat(check(volatility(0.5, 1.9), Side.SELL))
                .contains(new Refusal(
                        DenialReason.VOLATILITY_OUT_OF_BAND,
                        "ATR(14) is 1.98x its mean over 100 bars, from 0.5x to 1.9x is allowed",
                        new LimitHit("1.98x", "from 0.5x to 1.9x", "filters.volatility-band")));
        assertThat(check(volatility(2, 3), Side.SELL)).isPresent();
    }

    @Test
    void aMarketThatDoesNotMoveIsOutOfTheBand() {
        for (int i = 0; i < 200; i++) {
            bar(100, 0, 1);
        }
        assertThat(check(volatility(0, 3), Side.BUY))
                .map(Refusal::limit)
                .map(LimitHit::value)
                .contains("no movement");
    }

    @Test
    void aRisingEmaAllowsLongsAloneAndAFallingOneShorts() {
        for (int i = 0; i < 10; i++) {
            bar(100 + i, 1, 1);
        }
        assertThat(check(trend(5), Side.BUY)).isEmpty();
        assertThat(check(trend(5), Side.SELL))
                .contains(new Refusal(
                        DenialReason.AGAINST_TREND,
                        "EMA(5) is rising, a short needs it falling",
                        new LimitHit("rising", "falling", "filters.trend")));

        bar(50, 1, 1);
        assertThat(check(trend(5), Side.SELL)).isEmpty();
        assertThat(check(trend(5), Side.BUY)).map(r -> r.limit().value()).contains("falling");
    }

    @Test
    void aFlatEmaAllowsNeither() {
        for (int i = 0; i < 10; i++) {
            bar(100, 1, 1);
        }
        assertThat(check(trend(5), Side.BUY)).isPresent();
        assertThat(check(trend(5), Side.SELL)).isPresent();
    }

    @Test
    void aSlopeNeedsOneBarMoreThanItsAverage() {
        for (int i = 0; i < 5; i++) {
            bar(100 + i, 1, 1);
        }
        assertThat(check(trend(5), Side.BUY))
                .map(Refusal::detail)
                .contains("the slope of EMA(5) needs 6 bars, there are 5");

        bar(110, 1, 1);
        assertThat(check(trend(5), Side.BUY)).isEmpty();
    }

    @Test
    void aSeriesThatWasNotMadeIsAnError() {
        Market market = market();
        var filters = new EntryFilters(trend(5), Timeframe.H1, List.of(market));

        assertThatThrownBy(() -> new EntryFilters(trend(5), Timeframe.H4, List.of(market)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(filters.of(market)).isSameAs(filters.of(market));
    }
}
