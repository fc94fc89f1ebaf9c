package io.metaexpert.simulate;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.Price;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.Side;
import io.metaexpert.order.TimeInForce;
import io.metaexpert.order.Trail;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Random orders, changes and cancels on random minutes, at a venue that never lacks money; what the venue told about them. */
final class FillStream {
    static final BigDecimal SLIPPAGE = new BigDecimal("0.001");
    static final double INCREMENT = 0.01;
    private static final int BARS = 40;
    private static final long MINUTE = 60_000;
    private static final List<TimeInForce> LIFETIMES = List.of(TimeInForce.values());

    final BarArray bars = new BarArray(Timeframe.M1);
    private final List<OrderRequest> requests = new ArrayList<>();
    /** The most that an order was for at any time. */
    final Map<String, BigDecimal> most = new HashMap<>();

    final List<Transaction> told = new ArrayList<>();
    private final SplittableRandom random;
    private final SimulatedVenue venue;
    private final Instrument instrument = new Instrument(
            new InstrumentId("test", "BTC/USDT"),
            ContractType.LINEAR,
            "BTC",
            "USDT",
            new BigDecimal("0.01"),
            new BigDecimal("0.001"),
            BigDecimal.ZERO,
            BigDecimal.ONE,
            BigDecimal.ZERO,
            BigDecimal.ZERO);
    private final double moreVolume;
    private Instant now = Instant.EPOCH;

    FillStream(FillSettings fills, int seed) {
        this(fills, seed, 0);
    }

    /** With so much more volume in every bar. */
    FillStream(FillSettings fills, int seed, double moreVolume) {
        this.moreVolume = moreVolume;
        this.random = new SplittableRandom(seed);
        this.venue = new SimulatedVenue(
                new SimulationSettings(
                        Money.of("100000000", "USDT"), BigDecimal.ONE, SLIPPAGE, false, true, false, fills),
                List.of(VenueMarket.of(instrument)));
        venue.open(told::add);
    }

    /** An order as it was sent. */
    OrderRequest request(String id) {
        return requests.get(Integer.parseInt(id));
    }

    int size() {
        return requests.size();
    }

    FillStream run() {
        double price = 100;
        for (int i = 0; i < BARS; i++) {
            for (int n = i == 0 ? 0 : random.nextInt(4); n > 0; n--) {
                act(price);
            }
            price = addBar(i, price);
            now = Instant.ofEpochMilli((i + 1) * MINUTE);
            venue.onBar(0, bars, i);
        }
        venue.close();
        return this;
    }

    private double addBar(int i, double before) {
        double open = before * (1 + (random.nextInt(6) == 0 ? random.nextDouble(-0.03, 0.03) : 0));
        double close = open * Math.exp(random.nextDouble(-0.02, 0.02));
        double high = Math.max(open, close) * (1 + random.nextDouble(0.01));
        double low = Math.min(open, close) * (1 - random.nextDouble(0.01));
        bars.add(i * MINUTE, round(open), round(high), round(low), round(close), random.nextInt(60) + moreVolume);
        return round(close);
    }

    private static double round(double price) {
        return Math.rint(price * 100) / 100;
    }

    private void act(double price) {
        int choice = requests.isEmpty() ? 0 : random.nextInt(8);
        if (choice == 7) {
            venue.cancel(earlier(), now);
        } else if (choice == 6) {
            modify(earlier());
        } else {
            submit(price);
        }
    }

    private String earlier() {
        return Integer.toString(requests.size() - 1 - random.nextInt(Math.min(4, requests.size())));
    }

    private void modify(String id) {
        BigDecimal quantity = quantity();
        most.merge(id, quantity, BigDecimal::max);
        venue.modify(id, request(id).type(), new OrderSize.Base(instrument.quantity(quantity)), now);
    }

    private BigDecimal quantity() {
        return BigDecimal.valueOf(random.nextInt(1, 8000), 3);
    }

    private void submit(double price) {
        BigDecimal quantity = quantity();
        TimeInForce lasts = LIFETIMES.get(random.nextInt(LIFETIMES.size()));
        OrderType type = type(price);
        Optional<Instant> end = lasts == TimeInForce.GTD
                ? Optional.of(now.plusMillis(random.nextLong(1, 5 * MINUTE)))
                : Optional.empty();
        boolean postOnly = type instanceof OrderType.Limit
                && (lasts == TimeInForce.GTC || lasts == TimeInForce.GTD)
                && random.nextInt(4) == 0;
        OrderRequest request = new OrderRequest(
                Integer.toString(requests.size()),
                instrument.id(),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                Optional.empty(),
                type,
                new OrderSize.Base(instrument.quantity(quantity)),
                lasts,
                end,
                random.nextInt(3) == 0,
                postOnly,
                requests.isEmpty() || random.nextInt(4) > 0 ? Optional.empty() : Optional.of(earlier()),
                "",
                now);
        requests.add(request);
        most.put(request.clientOrderId(), quantity);
        venue.submit(request);
    }

    private OrderType type(double price) {
        double away = price * (1 + random.nextDouble(-0.02, 0.02));
        return switch (random.nextInt(6)) {
            case 0 -> new OrderType.Market();
            case 1 -> new OrderType.StopMarket(price(away));
            case 2 -> new OrderType.StopLimit(price(away), price(away * (1 + random.nextDouble(-0.01, 0.01))));
            case 3 ->
                new OrderType.TrailingStop(
                        Trail.fraction(random.nextDouble(0.002, 0.02)),
                        random.nextBoolean() ? Optional.empty() : Optional.of(price(away)));
            default -> new OrderType.Limit(price(away));
        };
    }

    private Price price(double estimate) {
        return instrument.price(estimate);
    }
}
