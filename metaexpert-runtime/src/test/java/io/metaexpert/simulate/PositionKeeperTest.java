package io.metaexpert.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.data.FundingFiles;
import io.metaexpert.event.Transaction;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.Contract;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.OptionKind;
import io.metaexpert.market.OptionSettlement;
import io.metaexpert.market.Price;
import io.metaexpert.market.Quantity;
import io.metaexpert.market.TimedValues;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.Side;
import io.metaexpert.order.TimeInForce;
import io.metaexpert.portfolio.contract.MarginTiers;
import io.metaexpert.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PositionKeeperTest {
    private static final long HOUR = 3_600_000L;
    private static final MarginTiers BINANCE_FIRST_TIER = MarginTiers.flat(new BigDecimal("0.004"));

    private final List<Transaction> told = new ArrayList<>();
    private final BarArray bars = new BarArray(Timeframe.H1);
    private int sent;

    private static Instrument instrument(Contract contract, String quote) {
        return new Instrument(
                new InstrumentId("test", "BTC/X"),
                contract,
                "BTC",
                quote,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    private SimulatedVenue venue(VenueMarket market, String capital, String currency, String leverage, boolean cross) {
        SimulatedVenue venue = new SimulatedVenue(
                new SimulationSettings(
                        Money.of(capital, currency), new BigDecimal(leverage), BigDecimal.ZERO, cross, true),
                List.of(market));
        venue.open(told::add);
        return venue;
    }

    private static VenueMarket market(Contract contract, String quote, TimedValues rates, TimedValues marks) {
        return new VenueMarket(instrument(contract, quote), BINANCE_FIRST_TIER, rates, marks, Optional.empty());
    }

    private static VenueMarket linear() {
        return market(Contract.linear(BigDecimal.ONE), "USDT", TimedValues.EMPTY, TimedValues.EMPTY);
    }

    private void order(SimulatedVenue venue, Side side, String quantity, OrderType type) {
        venue.submit(new OrderRequest(
                Integer.toString(++sent),
                new InstrumentId("test", "BTC/X"),
                side,
                Optional.empty(),
                type,
                new OrderSize.Base(Quantity.of(quantity)),
                TimeInForce.GTC,
                false,
                false,
                "",
                Instant.EPOCH));
    }

    private void bar(SimulatedVenue venue, double open, double high, double low, double close) {
        bars.add(bars.size() * HOUR, open, high, low, close, 1);
        venue.onBar(0, bars, bars.size() - 1);
    }

    private <T extends Transaction> List<T> of(Class<T> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The example of docs/concepts/margin-and-funding.md: 54,000 ÷ (1 − 0.4 %) by Binance's formula for USDⓈ-M contracts. */
    @Test
    void liquidatesAnIsolatedLongWhereBinancesFormulaSays() {
        SimulatedVenue venue = venue(linear(), "1000", "USDT", "10", false);
        order(venue, Side.BUY, "0.1", new OrderType.Market());
        order(venue, Side.BUY, "0.1", new OrderType.Limit(Price.of("50000")));

        bar(venue, 60_000, 60_000, 54_300, 55_000);
        assertThat(of(Transaction.PositionLiquidated.class)).isEmpty();
        bar(venue, 55_000, 55_000, 54_200, 55_000);

        Transaction.PositionLiquidated liquidated =
                of(Transaction.PositionLiquidated.class).getFirst();
        assertThat(liquidated.fill().price()).isEqualTo(Price.of("54216.867469879518"));
        assertThat(liquidated.insurance().amount()).isZero();
        // all that was left of the margin goes as the fee: no more than the margin is lost
        assertThat(venue.equity(0, BigDecimal.ONE)).isEqualByComparingTo("400");
        assertThat(of(Transaction.OrderExpired.class).getFirst().reason()).isEqualTo(DenialReason.POSITION_LIQUIDATED);
    }

    @Test
    void aGapBeyondBankruptcyIsPaidByTheInsuranceFund() {
        SimulatedVenue venue = venue(linear(), "1000", "USDT", "10", false);
        order(venue, Side.BUY, "0.1", new OrderType.Market());

        bar(venue, 60_000, 60_000, 60_000, 60_000);
        bar(venue, 50_000, 51_000, 49_000, 50_000);

        Transaction.PositionLiquidated liquidated =
                of(Transaction.PositionLiquidated.class).getFirst();
        assertThat(liquidated.fill().price().toDouble()).isEqualTo(50_000);
        assertThat(liquidated.insurance()).isEqualTo(Money.of("400", "USDT"));
        assertThat(venue.equity(0, BigDecimal.ONE)).isEqualByComparingTo("400");
    }

    @Test
    void theWholeWalletStandsInForACrossPosition() {
        SimulatedVenue venue = venue(linear(), "1000", "USDT", "10", true);
        order(venue, Side.SELL, "0.1", new OrderType.Market());

        bar(venue, 60_000, 69_600, 60_000, 65_000);
        assertThat(of(Transaction.PositionLiquidated.class)).isEmpty();
        bar(venue, 65_000, 70_500, 65_000, 70_000);

        // (1,000 + 0.1 × 60,000) ÷ (0.1 × (1 + 0.4 %))
        assertThat(of(Transaction.PositionLiquidated.class).getFirst().fill().price())
                .isEqualTo(Price.of("69721.115537848606"));
    }

    @Test
    void aStopThatIsNearerComesFirst() {
        SimulatedVenue venue = venue(linear(), "1000", "USDT", "10", false);
        order(venue, Side.BUY, "0.1", new OrderType.Market());
        bar(venue, 60_000, 60_000, 60_000, 60_000);
        order(venue, Side.SELL, "0.1", new OrderType.StopMarket(Price.of("57000")));

        bar(venue, 59_000, 59_000, 50_000, 50_000);

        assertThat(of(Transaction.PositionLiquidated.class)).isEmpty();
        assertThat(venue.equity(0, BigDecimal.ONE)).isEqualByComparingTo("700");
    }

    /** Real rates and marks of 88 days: funding = quantity × mark × rate, paid by the long when the rate is positive. */
    @Test
    void exchangesRealFundingAtRealMarks() throws IOException {
        TimedValues rates = FundingFiles.rates(SharedData.file("funding/BTCUSDT-binance-usdm.csv.gz"), "BTC/USDT");
        TimedValues marks = FundingFiles.marks(SharedData.file("mark/BTCUSDT-8h-binance-usdm.csv.gz"), "BTC/USDT");
        SimulatedVenue venue =
                venue(market(Contract.linear(BigDecimal.ONE), "USDT", rates, marks), "1000000", "USDT", "1", false);
        order(venue, Side.BUY, "1.5", new OrderType.Market());
        BarArray hours = new BarArray(Timeframe.H1);
        for (long time = rates.timeMs(0) - HOUR; time <= rates.timeMs(rates.size() - 1); time += HOUR) {
            hours.add(time, 90_000, 90_000, 90_000, 90_000, 1);
            venue.onBar(0, hours, hours.size() - 1);
        }

        List<Transaction.FundingPaid> paid = of(Transaction.FundingPaid.class);
        assertThat(paid).hasSize(rates.size()).hasSize(266);
        for (int i = 0; i < paid.size(); i++) {
            BigDecimal exact = new BigDecimal("1.5")
                    .multiply(BigDecimal.valueOf(marks.value(i)))
                    .multiply(BigDecimal.valueOf(rates.value(i)))
                    .negate();
            assertThat(paid.get(i).amount().amount().subtract(exact).abs()).isLessThan(new BigDecimal("1E-12"));
            assertThat(paid.get(i).time().toEpochMilli()).isEqualTo(rates.timeMs(i));
        }
    }

    @Test
    void exchangesFundingOfAnInverseContractInCoin() {
        TimedValues rates = new TimedValues(new long[] {2 * HOUR}, new double[] {0.0001});
        SimulatedVenue venue = venue(
                market(Contract.inverse(new BigDecimal(100)), "USD", rates, TimedValues.EMPTY), "1", "BTC", "1", false);
        order(venue, Side.SELL, "100", new OrderType.Market());

        bar(venue, 50_000, 50_000, 50_000, 50_000);
        bar(venue, 50_000, 50_000, 50_000, 50_000);
        bar(venue, 40_000, 40_000, 40_000, 40_000);

        // 100 contracts of 100 USD at 40,000 are 0.25 BTC, of which the short receives 0.01 %
        assertThat(of(Transaction.FundingPaid.class).getFirst().amount()).isEqualTo(Money.of("0.000025", "BTC"));
    }

    @Test
    void settlesADatedContractAtItsExpiryAndRefusesOrdersAfterIt() {
        Contract dated = new Contract.Linear(BigDecimal.ONE, Optional.of(Instant.ofEpochMilli(2 * HOUR)));
        SimulatedVenue venue =
                venue(market(dated, "USDT", TimedValues.EMPTY, TimedValues.EMPTY), "1000", "USDT", "1", false);
        order(venue, Side.BUY, "2", new OrderType.Market());

        bar(venue, 100, 101, 99, 100);
        bar(venue, 100, 111, 99, 110);
        order(venue, Side.BUY, "1", new OrderType.Market());

        assertThat(of(Transaction.PositionSettled.class).getFirst().price()).isEqualByComparingTo("110");
        assertThat(venue.equity(0, BigDecimal.ONE)).isEqualByComparingTo("1020");
        assertThat(of(Transaction.OrderRejected.class).getFirst().reason()).isEqualTo(DenialReason.INSTRUMENT_EXPIRED);
    }

    /** Deribit's rule for coin-settled options: intrinsic value ÷ settlement price. */
    @Test
    void exercisesAnOptionByItsUnderlyingAndLetsAWorthlessOneExpire() {
        assertThat(atExpiry(OptionKind.CALL)).isEqualByComparingTo("1.7");
        assertThat(atExpiry(OptionKind.PUT)).isEqualByComparingTo("0.9");
    }

    /** Equity after two units bought at 0.05 coin each, strike 100, when the underlying ends at 166.66…: 2 × 66.66… ÷ 166.66… = 0.8. */
    private BigDecimal atExpiry(OptionKind kind) {
        told.clear();
        BarArray underlying = new BarArray(Timeframe.H1);
        underlying.add(0, 100, 100, 100, 100, 1);
        underlying.add(HOUR, 100, 200, 100, 500d / 3, 1);
        Contract option = new Contract.Option(
                kind, new BigDecimal(100), Instant.ofEpochMilli(2 * HOUR), OptionSettlement.COIN, BigDecimal.ONE);
        SimulatedVenue venue = venue(
                new VenueMarket(
                        instrument(option, "USD"),
                        BINANCE_FIRST_TIER,
                        TimedValues.EMPTY,
                        TimedValues.EMPTY,
                        Optional.of(underlying)),
                "1",
                "BTC",
                "1",
                false);
        order(venue, Side.BUY, "2", new OrderType.Market());
        BarArray premiums = new BarArray(Timeframe.H1);
        premiums.add(0, 0.05, 0.05, 0.05, 0.05, 1);
        premiums.add(HOUR, 0.05, 0.5, 0.05, 0.4, 1);
        venue.onBar(0, premiums, 0);
        venue.onBar(0, premiums, 1);
        assertThat(of(Transaction.PositionSettled.class).getFirst().exercised()).isEqualTo(kind == OptionKind.CALL);
        return venue.equity(0, BigDecimal.ONE).setScale(10, RoundingMode.HALF_EVEN);
    }
}
