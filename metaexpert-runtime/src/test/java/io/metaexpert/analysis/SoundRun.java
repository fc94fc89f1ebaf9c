package io.metaexpert.analysis;

import io.metaexpert.api.BacktestResult;
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
import io.metaexpert.performance.EquityCurve;
import io.metaexpert.performance.MetricsCalculator;
import io.metaexpert.performance.MetricsInput;
import io.metaexpert.performance.RoundTrip;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A run in which nothing looks wrong, to be spoilt in one place by each test: 120 days of daily bars from 2024-01-01, of which a round trip
 * of two days takes place in every three; the odd ones win 30, the even ones lose 10, each pays a fee of 1.
 */
final class SoundRun {
    static final int DAYS = 120;
    static final int TRIPS = DAYS / 3;
    private static final long DAY_MS = 86_400_000L;
    private static final long START_MS = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final InstrumentId ID = new InstrumentId("test", "BTC/USDT");

    final double[] closes = new double[DAYS];
    final double[] volumes = new double[DAYS];
    final double[] profits = new double[TRIPS];
    /** Days of which there is no bar. */
    final boolean[] absent = new boolean[DAYS];

    int trips = TRIPS;
    int firstTrip;
    int everyDays = 3;
    double fee = 0.5;
    double slippage;
    double startEquity = 10_000;
    boolean lastIsOpen;
    boolean synthetic;
    long missing;
    long longestGap;
    long filled;
    int refused;
    int warmingUp;
    double quantity = 1;
    /** Where in its day an order fills: at the open, or at the close of the day before, which is the same instant. */
    boolean fillsAtCloses;

    SoundRun() {
        Arrays.fill(volumes, 1_000);
        for (int i = 0; i < DAYS; i++) {
            closes[i] = 100 - i * 0.01 + (i % 2) * 0.1;
        }
        for (int i = 0; i < TRIPS; i++) {
            profits[i] = i % 2 == 0 ? 30 : -10;
        }
    }

    List<Finding> findings() {
        return analysis().findings();
    }

    List<Finding.Kind> kinds() {
        return findings().stream().map(Finding::kind).toList();
    }

    Analysis analysis() {
        BarArray bars = bars();
        List<RoundTrip> roundTrips = new ArrayList<>();
        List<Fill> fills = new ArrayList<>();
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < trips; i++) {
            RoundTrip trip = trip(i);
            roundTrips.add(trip);
            fills.add(fill(Side.BUY, trip.entryTime(), dayOf(trip.entryTime())));
            fills.add(fill(Side.SELL, trip.exitTime(), dayOf(trip.exitTime())));
        }
        for (Fill fill : fills) {
            orders.add(order(fill.time(), OrderStatus.FILLED, fill.quantity()));
        }
        for (int i = 0; i < refused + warmingUp; i++) {
            orders.add(order(Instant.ofEpochMilli(START_MS), OrderStatus.DENIED, Quantity.ZERO));
        }
        EquityCurve curve = curve(roundTrips);
        var refusals = new TreeMap<DenialReason, Integer>();
        refusals.put(DenialReason.INSUFFICIENT_BALANCE, refused);
        refusals.put(DenialReason.WARMING_UP, warmingUp);
        refusals.put(DenialReason.CANCELED_BY_EXPERT, 1_000);
        var metrics = MetricsCalculator.compute(MetricsInput.of(startEquity, bars, curve, roundTrips, fills));
        var result = new BacktestResult("USDT", metrics, curve, roundTrips, fills, orders, refusals, List.of());
        return Analysis.of(result, List.of(new AnalysedMarket(instrument(), bars, 0, quality(bars))));
    }

    private BarArray bars() {
        BarArray bars = new BarArray(Timeframe.D1);
        double before = 100;
        for (int i = 0; i < DAYS; i++) {
            if (!absent[i]) {
                // Open apart from the close before it, so that a fill at one cannot be one at the other.
                double open = before + 0.05;
                bars.add(day(i), open, Math.max(open, closes[i]), Math.min(open, closes[i]), closes[i], volumes[i]);
            }
            before = closes[i];
        }
        return bars;
    }

    private double open(int day) {
        return (day == 0 ? 100 : closes[day - 1]) + 0.05;
    }

    private RoundTrip trip(int i) {
        int entry = (firstTrip + i) * everyDays;
        boolean last = lastIsOpen && i == trips - 1;
        return new RoundTrip(
                ID,
                PositionSide.LONG,
                Instant.ofEpochMilli(day(entry)),
                Instant.ofEpochMilli(day(Math.min(DAYS, entry + 2))),
                BigDecimal.valueOf(100),
                BigDecimal.valueOf(100),
                BigDecimal.ONE,
                BigDecimal.valueOf(2 * fee),
                BigDecimal.valueOf(profits[i]),
                BigDecimal.valueOf(2 * slippage),
                "entry",
                "exit",
                last);
    }

    private Fill fill(Side side, Instant time, int day) {
        double reference = fillsAtCloses && day > 0 ? closes[day - 1] : open(day);
        double price = reference + (side == Side.BUY ? slippage : -slippage) / quantity;
        return new Fill(
                "f",
                "o",
                ID,
                side,
                Optional.empty(),
                new Price(BigDecimal.valueOf(price)),
                new Quantity(BigDecimal.valueOf(quantity)),
                new Money(BigDecimal.valueOf(fee), "USDT"),
                Liquidity.TAKER,
                BigDecimal.valueOf(price * quantity),
                BigDecimal.valueOf(slippage),
                time);
    }

    private static Order order(Instant time, OrderStatus status, Quantity filled) {
        var request = new OrderRequest(
                "o",
                ID,
                Side.BUY,
                Optional.empty(),
                new OrderType.Market(),
                new OrderSize.Base(Quantity.of("1")),
                TimeInForce.GTC,
                false,
                false,
                "",
                time);
        return new Order(request, status, Optional.empty(), filled, BigDecimal.ZERO, BigDecimal.ZERO, "", time);
    }

    private EquityCurve curve(List<RoundTrip> roundTrips) {
        long[] times = new long[DAYS];
        double[] equity = new double[DAYS];
        int size = 0;
        double cash = startEquity;
        int next = 0;
        for (int i = 0; i < DAYS; i++) {
            while (next < roundTrips.size() && roundTrips.get(next).exitTime().toEpochMilli() <= day(i)) {
                cash += roundTrips.get(next++).profit().doubleValue();
            }
            if (!absent[i]) {
                times[size] = day(i + 1);
                equity[size++] = cash;
            }
        }
        while (next < roundTrips.size()) {
            equity[size - 1] += roundTrips.get(next++).profit().doubleValue();
        }
        return new EquityCurve(times, equity, size);
    }

    private DataQuality quality(BarArray bars) {
        return new DataQuality(
                "made.csv",
                "0",
                synthetic,
                Timeframe.D1,
                bars.size(),
                Instant.ofEpochMilli(START_MS),
                Instant.ofEpochMilli(day(DAYS)),
                missing,
                missing == 0 ? 0 : 1,
                longestGap,
                filled,
                0,
                0,
                0,
                0,
                List.of());
    }

    private static Instrument instrument() {
        var zero = BigDecimal.ZERO;
        return new Instrument(ID, ContractType.SPOT, "BTC", "USDT", zero, zero, zero, BigDecimal.ONE, zero, zero);
    }

    private static long day(int i) {
        return START_MS + i * DAY_MS;
    }

    private static int dayOf(Instant time) {
        return (int) ((time.toEpochMilli() - START_MS) / DAY_MS);
    }
}
