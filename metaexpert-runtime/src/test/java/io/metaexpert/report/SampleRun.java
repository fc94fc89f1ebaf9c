package io.metaexpert.report;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.AccountTransaction;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.DataQuality;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.Price;
import io.metaexpert.market.Quantity;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Liquidity;
import io.metaexpert.order.Order;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderStatus;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.order.TimeInForce;
import io.metaexpert.order.Trail;
import io.metaexpert.performance.EquityCurve;
import io.metaexpert.performance.MetricsCalculator;
import io.metaexpert.performance.MetricsInput;
import io.metaexpert.performance.RoundTrip;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A run over a seeded random walk that buys and sells every so many bars, for tests of reports. */
final class SampleRun {
    private static final InstrumentId ID = new InstrumentId("binance", "BTC/USDT");
    private static final long START_MS = Instant.parse("2018-01-01T00:00:00Z").toEpochMilli();

    private final BarArray bars = new BarArray(Timeframe.M1);
    private final List<RoundTrip> trips = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final Random random = new Random(7);
    private String reason = "cross";
    private long seed = 1;
    private boolean hedge;

    static RunRecord of(int bars, int barsPerTrade) {
        return new SampleRun().run("EmaCross", bars, barsPerTrade);
    }

    static RunRecord named(String expert) {
        var sample = new SampleRun();
        sample.reason = expert;
        return sample.run(expert, 2_000, 100);
    }

    /** Futures in hedge mode, with trailing stops. */
    static RunRecord hedged() {
        var sample = new SampleRun();
        sample.hedge = true;
        return sample.run("EmaCross", 2_000, 100);
    }

    static RunRecord seeded(long seed) {
        var sample = new SampleRun();
        sample.seed = seed;
        return sample.run("EmaCross", 2_000, seed == 1 ? 100 : 90);
    }

    static void write(RunRecord run, Path folder, ReportOptions options) {
        RunWriter.write(run, RunAnalysis.of(run), folder, options);
    }

    private RunRecord run(String expert, int size, int barsPerTrade) {
        double price = 10_000;
        for (int i = 0; i < size; i++) {
            double open = price;
            price *= 1 + random.nextGaussian() * 0.001;
            bars.add(START_MS + i * 60_000L, open, Math.max(open, price), Math.min(open, price), price, 1);
        }
        EquityCurve curve = trade(size, barsPerTrade);
        var refusals = new TreeMap<DenialReason, Integer>(new EnumMap<>(DenialReason.class));
        refusals.put(DenialReason.INSUFFICIENT_BALANCE, 3);
        refusals.put(DenialReason.END_OF_DATA, 1);
        var metrics = MetricsCalculator.compute(MetricsInput.of(10_000, bars, curve, trips, fills));
        var result = new BacktestResult("USDT", metrics, curve, trips, fills, orders, refusals, accountEvents());
        var config = new TreeMap<String, String>();
        config.put("market.symbols", "BTC/USDT");
        config.put("inputs.fast", "12");
        config.put("expert.note", expert);
        var versions = new TreeMap<String, String>();
        versions.put("metaexpert", "0.1.0");
        versions.put("ta4j", "0.22.2");
        return new RunRecord(
                expert,
                result,
                List.of(new RunRecord.MarketData(instrument(), bars, bars, 0, quality(expert, size))),
                new Intrabar(3, List.of(new Intrabar.Assumed("pessimistic", result.metrics()))),
                new LimitUse(
                        List.of("drawdown: at most 20% = 2000.00 USDT below the peak, else all is closed"),
                        List.of(
                                new LimitUse.Reached(
                                        Instant.parse("2024-01-02T00:00:00Z"),
                                        "max-drawdown",
                                        "20.1%",
                                        "20%",
                                        "risk.max-drawdown",
                                        "equity of 7990.00 USDT is 20.1% below its peak of 10000.00 USDT, 20% is allowed (risk.max-drawdown)")),
                        2,
                        1),
                config,
                new RunRecord.Manifest("backtest", "c0de", "da7a", "c0f1", seed, versions),
                List.of("Fills happen at the next open.", expert),
                false);
    }

    private EquityCurve trade(int size, int barsPerTrade) {
        long[] times = new long[size];
        double[] equity = new double[size];
        double cash = 10_000;
        for (int i = 0; i < size; i++) {
            int phase = i % barsPerTrade;
            int entry = i - phase + 1;
            boolean held = entry >= 1 && i >= entry && phase < barsPerTrade / 2;
            boolean shorting = i / barsPerTrade % 3 == 2;
            double sign = shorting ? -1 : 1;
            if (entry < size && phase == barsPerTrade / 2) {
                var trip = trip(entry, i, shorting);
                cash += trip.profit().doubleValue();
                trips.add(trip);
            }
            times[i] = bars.closeTimeMs(i);
            equity[i] = cash + (held ? sign * 0.5 * (bars.close(i) - bars.open(entry)) : 0);
        }
        return new EquityCurve(times, equity, size);
    }

    private RoundTrip trip(int entry, int exit, boolean shorting) {
        var in = decimal(bars.open(entry));
        var out = decimal(bars.open(exit));
        var quantity = new BigDecimal("0.5");
        var fee = new BigDecimal("0.75");
        var gross = out.subtract(in).multiply(quantity);
        Side side = shorting ? Side.SELL : Side.BUY;
        fill(entry, side, in);
        fill(exit, side.opposite(), out);
        return new RoundTrip(
                ID,
                shorting ? PositionSide.SHORT : PositionSide.LONG,
                Instant.ofEpochMilli(bars.openTimeMs(entry)),
                Instant.ofEpochMilli(bars.openTimeMs(exit)),
                in,
                out,
                quantity,
                fee.add(fee),
                (shorting ? gross.negate() : gross).subtract(fee.add(fee)),
                BigDecimal.ZERO,
                reason,
                reason,
                false);
    }

    private void fill(int bar, Side side, BigDecimal price) {
        String id = "o" + orders.size();
        var time = Instant.ofEpochMilli(bars.openTimeMs(bar));
        var quantity = Quantity.of("0.5");
        var request = new OrderRequest(
                id,
                ID,
                side,
                positionSide(),
                hedge
                        ? new OrderType.TrailingStop(Trail.fraction("0.02"), Optional.of(Price.of("1")))
                        : new OrderType.Market(),
                new OrderSize.Base(quantity),
                TimeInForce.GTC,
                false,
                false,
                reason,
                time);
        orders.add(new Order(
                request, OrderStatus.FILLED, Optional.of(quantity), quantity, price, new BigDecimal("0.75"), "", time));
        fills.add(new Fill(
                "f" + fills.size(),
                id,
                ID,
                side,
                positionSide(),
                new Price(price),
                quantity,
                Money.of("0.75", "USDT"),
                Liquidity.TAKER,
                price.multiply(quantity.value()),
                BigDecimal.ZERO,
                time));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    }

    private Optional<PositionSide> positionSide() {
        return hedge ? Optional.of(PositionSide.LONG) : Optional.empty();
    }

    private Instrument instrument() {
        var zero = BigDecimal.ZERO;
        ContractType type = hedge ? ContractType.LINEAR : ContractType.SPOT;
        return new Instrument(ID, type, "BTC", "USDT", zero, zero, zero, BigDecimal.ONE, zero, zero);
    }

    private DataQuality quality(String name, int size) {
        return new DataQuality(
                name + ".csv",
                "da7a",
                true,
                Timeframe.M1,
                size,
                Instant.ofEpochMilli(START_MS),
                Instant.ofEpochMilli(bars.closeTimeMs(size - 1)),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                List.of("Made for a test."));
    }

    /** One of each kind. */
    private static List<AccountTransaction> accountEvents() {
        Instant time = Instant.parse("2024-01-01T08:00:00Z");
        Money fee = Money.of("0.25", "USDT");
        Fill close = new Fill(
                "L1",
                "liquidation-1",
                ID,
                Side.SELL,
                Optional.empty(),
                Price.of("90"),
                Quantity.of("2"),
                fee,
                Liquidity.TAKER,
                new BigDecimal("180"),
                BigDecimal.ZERO,
                time);
        return List.of(
                new Transaction.FundingPaid(
                        time,
                        ID,
                        Optional.empty(),
                        new BigDecimal("2"),
                        new BigDecimal("100"),
                        new BigDecimal("0.0001"),
                        Money.of("-0.02", "USDT")),
                new Transaction.PositionLiquidated(time, close, Money.of("1", "USDT")),
                new Transaction.PositionSettled(
                        time, ID, Optional.empty(), BigDecimal.TEN, BigDecimal.ZERO, fee, false));
    }
}
