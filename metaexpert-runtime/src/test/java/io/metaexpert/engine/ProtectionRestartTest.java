package io.metaexpert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.event.Transaction;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.Price;
import io.metaexpert.market.Quantity;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Liquidity;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.Side;
import io.metaexpert.portfolio.Ledger;
import io.metaexpert.portfolio.contract.MarginTiers;
import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.protection.Protections;
import io.metaexpert.risk.FilterSettings;
import io.metaexpert.risk.RiskLimits;
import io.metaexpert.spi.ExecutionVenue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a new process does with a position that an earlier one has protected. */
class ProtectionRestartTest {
    private static final ProtectionSettings SETTINGS = Protections.of("2%", "3R", "1%", "1%", "0.5%");
    private static final Instrument INSTRUMENT = new Instrument(
            new InstrumentId("test", "BTC/USD"),
            ContractType.LINEAR,
            "BTC",
            "USD",
            new BigDecimal("0.1"),
            new BigDecimal("0.001"),
            BigDecimal.ZERO,
            BigDecimal.ONE,
            BigDecimal.ZERO,
            BigDecimal.ZERO);

    /** Writes down what it is asked for, and does nothing. */
    private static final class Exchange implements ExecutionVenue {
        final List<String> asked = new ArrayList<>();
        final List<String> ids = new ArrayList<>();
        boolean holdsStops = true;

        @Override
        public void open(Consumer<Transaction> sink) {}

        @Override
        public void submit(OrderRequest request) {
            ids.add(request.clientOrderId());
            asked.add(request.side() + " " + text(request.type(), request.size()));
        }

        private static String text(OrderType type, OrderSize size) {
            String price = type instanceof OrderType.StopMarket(Price trigger)
                    ? "stop " + trigger
                    : type instanceof OrderType.Limit(Price limit) ? "limit " + limit : "market";
            return price + " x " + ((OrderSize.Base) size).quantity();
        }

        @Override
        public void cancel(String clientOrderId, Instant time) {
            asked.add("cancel " + clientOrderId);
        }

        @Override
        public void modify(String clientOrderId, OrderType type, OrderSize size, Instant time) {
            asked.add("now " + text(type, size));
        }

        @Override
        public boolean holdsStops(Instrument instrument) {
            return holdsStops;
        }

        @Override
        public void close() {}
    }

    private final Exchange exchange = new Exchange();
    private final MapStore store = new MapStore();
    private final BarArray bars = new BarArray(Timeframe.M1);

    private Protector process(ProtectionSettings settings) {
        Market market = new Market(INSTRUMENT, bars, MarginTiers.flat(new BigDecimal("0.01")), List.of());
        EngineSettings engine = new EngineSettings(
                "9",
                Timeframe.M1,
                0,
                OrderSize.base("1"),
                Money.of("1000", "USD"),
                BigDecimal.ONE,
                true,
                false,
                false,
                new Safety(RiskLimits.NONE, settings, FilterSettings.NONE, store),
                Costs.NONE);
        return new Protector(
                engine,
                List.of(market),
                new OrderManager(exchange),
                exchange,
                new EntryRanges(new TreeSet<>(), new SeriesState[0]));
    }

    private static Ledger flat() {
        return new Ledger("USD", BigDecimal.TEN, List.of(INSTRUMENT));
    }

    private static Fill entry() {
        return new Fill(
                "F1",
                "9-1",
                INSTRUMENT.id(),
                Side.BUY,
                Optional.empty(),
                Price.of("100"),
                Quantity.of("2"),
                Money.of("0", "USD"),
                Liquidity.TAKER,
                new BigDecimal("200"),
                BigDecimal.ZERO,
                Instant.EPOCH);
    }

    private static Ledger held() {
        Ledger ledger = flat();
        ledger.apply(entry());
        return ledger;
    }

    private Protector opened(ProtectionSettings settings) {
        Protector process = process(settings);
        process.start(flat(), Instant.EPOCH);
        process.told(new Transaction.OrderFilled(Instant.EPOCH, entry(), true));
        return process;
    }

    private void bar(Protector process, double open, double high, double low, double close) {
        bars.add(bars.size() * 60_000L, open, high, low, close, 1);
        process.onBar(0, bars, bars.size() - 1);
    }

    @Test
    void aProcessThatWasKilledGoesOnAsOneThatWasNot() {
        int moved = 0;
        for (int seed = 0; seed < 100; seed++) {
            ProtectionRestartTest whole = new ProtectionRestartTest();
            ProtectionRestartTest killed = new ProtectionRestartTest();
            Protector one = whole.opened(SETTINGS);
            Protector other = killed.opened(SETTINGS);
            SplittableRandom random = new SplittableRandom(seed);
            double price = 100;
            for (int i = 0; i < 30; i++) {
                double open = price;
                price = Math.rint(1_000 * price * (1 + random.nextDouble(-0.004, 0.006))) / 1_000;
                double high = Math.max(open, price) + 0.25;
                double low = Math.min(open, price) - 0.25;
                if (random.nextInt(4) == 0) {
                    other = killed.process(SETTINGS);
                    other.start(held(), Instant.ofEpochMilli(killed.bars.size() * 60_000L));
                }
                whole.bar(one, open, high, low, price);
                killed.bar(other, open, high, low, price);
                assertThat(other.stopLevel(INSTRUMENT.id(), Optional.empty()))
                        .isEqualTo(one.stopLevel(INSTRUMENT.id(), Optional.empty()));
                assertThat(killed.state()).isEqualTo(whole.state());
            }
            moved += one.stopLevel(INSTRUMENT.id(), Optional.empty())
                                    .orElseThrow()
                                    .intValue()
                            > 98
                    ? 1
                    : 0;
        }
        assertThat(moved).isGreaterThan(50);
    }

    /** All but the number of orders, of which a restart sends more. */
    private List<String> state() {
        return store.read("protection").entrySet().stream()
                .filter(entry -> !entry.getKey().equals("orders-sent"))
                .map(Object::toString)
                .toList();
    }

    @Test
    void aNewProcessUsesNoIdTwice() {
        opened(SETTINGS);
        process(SETTINGS).start(held(), Instant.EPOCH);

        assertThat(exchange.ids).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void aPositionThatNobodyProtectedGetsItsStopAtTheStart() {
        process(Protections.bracket("2%", "4%")).start(held(), Instant.EPOCH);

        assertThat(exchange.asked).containsExactly("SELL stop 98 x 2", "SELL limit 104 x 2");
    }

    @Test
    void whatIsWrittenDownGoesWithThePosition() {
        Protector process = opened(SETTINGS);
        assertThat(store.read("protection")).containsKey("BTC/USD LONG level");

        Fill exit = new Fill(
                "F2",
                "9-2",
                INSTRUMENT.id(),
                Side.SELL,
                Optional.empty(),
                Price.of("101"),
                Quantity.of("2"),
                Money.of("0", "USD"),
                Liquidity.TAKER,
                new BigDecimal("202"),
                BigDecimal.ZERO,
                Instant.EPOCH);
        process.told(new Transaction.OrderFilled(Instant.EPOCH, exit, true));
        assertThat(store.read("protection")).containsOnlyKeys("orders-sent");
        assertThat(exchange.asked).contains("cancel 9-S1", "cancel 9-T2");
    }

    @Test
    void nothingIsWrittenWhereNothingChanges() {
        Protector process = opened(SETTINGS);
        int writes = store.writes;
        bar(process, 100, 100, 99, 99.5);

        assertThat(store.writes).isEqualTo(writes);
    }

    @Test
    void whereTheExchangeHoldsNoStopsTheProcessDoes() {
        exchange.holdsStops = false;
        Protector process = opened(Protections.bracket("2%", "4%"));
        assertThat(exchange.asked).containsExactly("SELL limit 104 x 2");

        bar(process, 100, 100, 98.1, 99);
        assertThat(exchange.asked).hasSize(1);
        bar(process, 99, 99, 98, 99);
        assertThat(exchange.asked).containsExactly("SELL limit 104 x 2", "SELL market x 2");
        bar(process, 99, 99, 98, 99);
        assertThat(exchange.asked).as("one is on its way").hasSize(2);
    }

    @Test
    void aStopThatTheExchangeRefusesBecomesAnExitAtOnce() {
        Protector process = opened(Protections.stopLoss("2%"));
        process.told(new Transaction.OrderRejected(Instant.EPOCH, "9-S1", DenialReason.WOULD_TAKE_LIQUIDITY, "no"));

        assertThat(exchange.asked).containsExactly("SELL stop 98 x 2", "SELL market x 2");
    }

    @Test
    void aStopThatSomebodyCanceledIsSentAgain() {
        Protector process = opened(Protections.stopLoss("2%"));
        process.told(new Transaction.OrderCanceled(Instant.EPOCH, "9-S1", DenialReason.CANCELED_BY_EXPERT));

        assertThat(exchange.asked).containsExactly("SELL stop 98 x 2", "SELL stop 98 x 2");
        assertThat(exchange.ids).containsExactly("9-S1", "9-S2");
    }

    @Test
    void anExchangeThatEndsEveryStopIsNotAskedForEver() {
        Protector process = opened(Protections.stopLoss("2%"));
        for (int i = 0; i < 50 && i < exchange.ids.size(); i++) {
            process.told(
                    new Transaction.OrderCanceled(Instant.EPOCH, exchange.ids.get(i), DenialReason.CANCELED_BY_EXPERT));
        }
        assertThat(exchange.ids).hasSize(8);

        bar(process, 100, 100, 99, 99);
        assertThat(exchange.ids).as("the next bar asks again").hasSize(9);
    }

    @Test
    void whereTheExchangeDoesNotActOnItsStopTheProcessDoes() {
        Protector process = opened(Protections.stopLoss("2%"));
        process.told(new Transaction.OrderAccepted(Instant.EPOCH, "9-S1", "V1"));

        bar(process, 100, 100, 97.9, 97.9);
        assertThat(exchange.asked).as("by an increment").hasSize(1);
        bar(process, 98, 98, 97, 97);
        assertThat(exchange.asked).containsExactly("SELL stop 98 x 2", "SELL market x 2");
    }

    @Test
    void aStopThatIsOnItsWayIsWaitedFor() {
        Protector process = opened(Protections.stopLoss("2%"));

        bar(process, 98, 98, 97, 97);
        assertThat(exchange.asked).hasSize(1);
    }
}
