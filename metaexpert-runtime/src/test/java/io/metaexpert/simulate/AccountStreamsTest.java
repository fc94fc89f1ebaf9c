package io.metaexpert.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.AccountTransaction;
import io.metaexpert.market.BarArray;
import io.metaexpert.market.Contract;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.OptionKind;
import io.metaexpert.market.OptionSettlement;
import io.metaexpert.market.Price;
import io.metaexpert.market.Quantity;
import io.metaexpert.market.TimedValues;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.Fill;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.order.TimeInForce;
import io.metaexpert.order.Trail;
import io.metaexpert.portfolio.Ledger;
import io.metaexpert.portfolio.contract.ContractMath;
import io.metaexpert.portfolio.contract.MarginTiers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Laws of the account over random orders on random bars: 10,000 streams for each kind of market, of which every other one has settings of
 * fills of its own. A second ledger is fed with what the venue tells, and computes equity from nothing but cash and marks.
 */
class AccountStreamsTest {
    private static final long HOUR = 3_600_000L;
    private static final int STREAMS = 10_000;
    private static final int BARS = 24;
    private static final List<TimeInForce> LIFETIMES = List.of(TimeInForce.values());
    private static final BigDecimal SLIPPAGE = new BigDecimal("0.001");

    @SuppressWarnings("ImmutableEnumChecker") // contracts are records of immutable values
    enum Kind {
        SPOT(Contract.spot(), "USDT", "1000", "1", false),
        LINEAR(Contract.linear(BigDecimal.ONE), "USDT", "1000", "5", false),
        LINEAR_CROSS(Contract.linear(BigDecimal.ONE), "USDT", "1000", "20", true),
        INVERSE(Contract.inverse(BigDecimal.TEN), "BTC", "10", "5", false),
        INVERSE_CROSS(Contract.inverse(BigDecimal.TEN), "BTC", "10", "20", true),
        DATED_LINEAR(new Contract.Linear(BigDecimal.ONE, Optional.of(at(20))), "USDT", "1000", "3", false),
        DATED_INVERSE(new Contract.Inverse(BigDecimal.TEN, Optional.of(at(20))), "BTC", "10", "3", false),
        CALL(option(OptionKind.CALL, OptionSettlement.LINEAR), "USDT", "1000", "1", true),
        PUT_IN_COIN(option(OptionKind.PUT, OptionSettlement.COIN), "BTC", "10", "1", true),
        LINEAR_HEDGE(Contract.linear(BigDecimal.ONE), "USDT", "1000", "5", false),
        INVERSE_CROSS_HEDGE(Contract.inverse(BigDecimal.TEN), "BTC", "10", "20", true),
        DATED_HEDGE(new Contract.Linear(BigDecimal.ONE, Optional.of(at(20))), "USDT", "1000", "3", false);

        final Contract contract;
        final String currency;
        final BigDecimal capital;
        final BigDecimal leverage;
        final boolean cross;

        Kind(Contract contract, String currency, String capital, String leverage, boolean cross) {
            this.contract = contract;
            this.currency = currency;
            this.capital = new BigDecimal(capital);
            this.leverage = new BigDecimal(leverage);
            this.cross = cross;
        }

        boolean isHedge() {
            return name().endsWith("HEDGE");
        }

        private static Instant at(int hour) {
            return Instant.ofEpochMilli(hour * HOUR);
        }

        private static Contract option(OptionKind kind, OptionSettlement settlement) {
            return new Contract.Option(kind, new BigDecimal(100), at(20), settlement, BigDecimal.ONE);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void keepTheirLaws(Kind kind) {
        Map<String, Integer> seen = new TreeMap<>();
        for (int seed = 0; seed < STREAMS; seed++) {
            new Stream(kind, seed, seen).run();
        }

        assertThat(seen.get("OrderFilled")).isGreaterThan(STREAMS);
        if (kind.contract.isPerpetual()) {
            assertThat(seen).containsKeys("FundingPaid", "PositionLiquidated");
        }
        if (kind.contract.expiry().isPresent()) {
            assertThat(seen).containsKey("PositionSettled");
        }
    }

    /** One account over a day of hours. */
    private static final class Stream {
        private final Kind kind;
        private final SplittableRandom random;
        private final FillSettings fills;
        private final Map<String, Integer> seen;
        private final Instrument instrument;
        private final ContractMath math;
        private final BarArray bars = new BarArray(Timeframe.H1);
        private final SimulatedVenue venue;
        private final Ledger books;
        private final Set<String> reduceOnly = new HashSet<>();
        private final List<Transaction> told = new ArrayList<>();
        private Optional<String> last = Optional.empty();
        private int bar;

        Stream(Kind kind, int seed, Map<String, Integer> seen) {
            this.kind = kind;
            this.random = new SplittableRandom(seed);
            this.fills = seed % 2 == 0 ? FillSettings.USUAL : Fills.any(seed, Duration.ofMinutes(1));
            this.seen = seen;
            this.instrument = new Instrument(
                    new InstrumentId("test", "BTC/X"),
                    kind.contract,
                    "BTC",
                    kind.currency.equals("BTC") ? "USD" : "USDT",
                    new BigDecimal("0.01"),
                    kind.contract.type() == ContractType.INVERSE ? BigDecimal.ONE : new BigDecimal("0.001"),
                    BigDecimal.ZERO,
                    new BigDecimal("0.0002"),
                    new BigDecimal("0.0005"));
            this.math = ContractMath.of(kind.contract);
            BarArray underlying = walk(100, 0.03);
            boolean isOption = kind.contract.type() == ContractType.OPTION;
            double unit = kind == Kind.PUT_IN_COIN ? 0.1 : 10;
            fill(isOption ? walk(unit, 0.1) : underlying);
            this.venue = new SimulatedVenue(
                    new SimulationSettings(
                            new Money(kind.capital, kind.currency),
                            kind.leverage,
                            SLIPPAGE,
                            kind.cross,
                            true,
                            kind.isHedge(),
                            fills),
                    List.of(new VenueMarket(
                            instrument,
                            MarginTiers.flat(new BigDecimal("0.01")),
                            kind.contract.isPerpetual()
                                    ? TimedValues.every(8 * HOUR, random.nextDouble(-0.01, 0.01), 0, BARS * HOUR)
                                    : TimedValues.EMPTY,
                            TimedValues.EMPTY,
                            isOption ? Optional.of(underlying) : Optional.empty())));
            this.books = new Ledger(kind.currency, kind.capital, List.of(instrument));
            venue.open(told::add);
        }

        private BarArray walk(double start, double step) {
            BarArray made = new BarArray(Timeframe.H1);
            double price = start;
            for (int i = 0; i < BARS; i++) {
                double open = price * (1 + (random.nextInt(6) == 0 ? random.nextDouble(-step, step) : 0));
                double close = open * Math.exp(random.nextDouble(-step, step));
                double high = Math.max(open, close) * (1 + random.nextDouble(step / 2));
                double low = Math.min(open, close) * (1 - random.nextDouble(step / 2));
                made.add(i * HOUR, round(open), round(high), round(low), round(close), 10);
                price = close;
            }
            return made;
        }

        private static double round(double price) {
            return Math.max(1, Math.rint(price * 100)) / 100;
        }

        private void fill(BarArray made) {
            for (int i = 0; i < made.size(); i++) {
                bars.add(made.openTimeMs(i), made.open(i), made.high(i), made.low(i), made.close(i), made.volume(i));
            }
        }

        void run() {
            for (bar = 0; bar < BARS; bar++) {
                venue.onBar(0, bars, bar);
                drain();
                check();
                for (int n = random.nextInt(3); n > 0; n--) {
                    venue.submit(request());
                }
                drain();
            }
            venue.close();
        }

        private OrderRequest request() {
            double close = bars.close(bar);
            double away = close * (1 + random.nextDouble(-0.03, 0.03));
            OrderType type = switch (random.nextInt(5)) {
                case 0 -> new OrderType.Limit(price(away));
                case 1 -> new OrderType.StopMarket(price(away));
                case 2 -> new OrderType.StopLimit(price(away), price(away * (1 + random.nextDouble(-0.01, 0.01))));
                case 3 -> new OrderType.TrailingStop(Trail.fraction(random.nextDouble(0.002, 0.03)), Optional.empty());
                default -> new OrderType.Market();
            };
            OrderSize size = random.nextBoolean()
                    ? OrderSize.equity(
                            BigDecimal.valueOf(1 + random.nextInt(100), 2).toPlainString())
                    : new OrderSize.Base(new Quantity(instrument
                            .quantity(random.nextDouble(kind.contract.type() == ContractType.INVERSE ? 300 : 20))
                            .value()));
            boolean reduce = random.nextInt(3) == 0;
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            String id = bar + "-" + random.nextLong();
            Optional<String> lastId = last;
            last = Optional.of(id);
            if (reduce) {
                reduceOnly.add(id);
            }
            TimeInForce lasts = LIFETIMES.get(random.nextInt(LIFETIMES.size()));
            long end = bars.closeTimeMs(bar) + random.nextLong(1, 5 * HOUR);
            return new OrderRequest(
                    id,
                    instrument.id(),
                    side,
                    kind.isHedge()
                            ? Optional.of((side == Side.BUY) != reduce ? PositionSide.LONG : PositionSide.SHORT)
                            : Optional.empty(),
                    type,
                    size,
                    lasts,
                    lasts == TimeInForce.GTD ? Optional.of(Instant.ofEpochMilli(end)) : Optional.empty(),
                    reduce,
                    false,
                    random.nextBoolean() ? Optional.empty() : lastId,
                    "",
                    Instant.ofEpochMilli(bars.closeTimeMs(bar)));
        }

        private Price price(double estimate) {
            return instrument.price(Math.max(0.01, estimate));
        }

        private void drain() {
            for (Transaction transaction : told) {
                seen.merge(transaction.getClass().getSimpleName(), 1, Integer::sum);
                if (transaction instanceof Transaction.OrderFilled(var time, var fill, var complete)) {
                    checkFill(fill);
                    book(fill, reduceOnly.contains(fill.clientOrderId()));
                } else if (transaction instanceof AccountTransaction account) {
                    book(account);
                }
            }
            told.clear();
        }

        private void book(AccountTransaction transaction) {
            switch (transaction) {
                case Transaction.FundingPaid funding -> books.credit(funding.amount());
                case Transaction.PositionLiquidated(var time, var fill, var insurance) -> {
                    book(fill, true);
                    books.credit(insurance);
                    assertThat(insurance.amount().signum()).isNotNegative();
                    assertThat(books.signedQuantity(instrument.id(), fill.positionSide()))
                            .isZero();
                }
                case Transaction.PositionSettled settled -> {
                    assertThat(settled.signedQuantity())
                            .isEqualByComparingTo(books.signedQuantity(instrument.id(), settled.positionSide()));
                    books.settle(
                            settled.instrument(),
                            settled.positionSide(),
                            settled.price(),
                            settled.fee().amount());
                }
            }
        }

        private void book(Fill fill, boolean reduces) {
            BigDecimal before = books.signedQuantity(instrument.id(), fill.positionSide());
            BigDecimal cash = books.cash();
            books.apply(fill);
            BigDecimal after = books.signedQuantity(instrument.id(), fill.positionSide());
            BigDecimal signed = fill.side() == Side.BUY
                    ? fill.quantity().value()
                    : fill.quantity().value().negate();
            // cash and the value of what was traded, at its price: nothing but the fee is gone
            assertThat(books.cash()
                            .add(math.value(signed, fill.price().value()))
                            .add(fill.fee().amount()))
                    .isBetween(cash.subtract(new BigDecimal("1E-11")), cash);
            if (reduces) {
                assertThat(after.abs()).isLessThan(before.abs());
                assertThat(after.signum() * before.signum()).isNotNegative();
            }
        }

        private void checkFill(Fill fill) {
            double price = fill.price().toDouble();
            double slippage = SLIPPAGE.doubleValue() + fills.spread().doubleValue() / 2;
            double step = 0.011;
            assertThat(price).isBetween(bars.low(bar) * (1 - slippage) - step, bars.high(bar) * (1 + slippage) + step);
        }

        /** The venue's books and ours, to the last decimal. */
        private void check() {
            BigDecimal close = BigDecimal.valueOf(bars.close(bar));
            BigDecimal held = books.signedQuantity(instrument.id());
            BigDecimal value = books.positions().stream()
                    .map(position -> math.value(
                            position.isLong()
                                    ? position.quantity().value()
                                    : position.quantity().value().negate(),
                            close))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal equity = books.cash().add(value);
            assertThat(venue.equity(0, close)).isEqualByComparingTo(equity);
            if (kind.isHedge()) {
                assertThat(books.signedQuantity(instrument.id(), Optional.of(PositionSide.LONG)))
                        .isNotNegative();
                assertThat(books.signedQuantity(instrument.id(), Optional.of(PositionSide.SHORT)))
                        .isNotPositive();
            }
            boolean flat = books.positions().isEmpty();
            if (kind == Kind.SPOT) {
                assertThat(books.cash()).isNotNegative();
                assertThat(held).isNotNegative();
            } else if (kind.contract.type() != ContractType.OPTION && flat) {
                assertThat(equity).as("insurance keeps an account from debt").isGreaterThan(new BigDecimal("-1E-9"));
            }
        }
    }
}
