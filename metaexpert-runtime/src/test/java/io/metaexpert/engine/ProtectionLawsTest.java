package io.metaexpert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OrderBuilder;
import io.metaexpert.event.Transaction;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Order;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.portfolio.Position;
import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.protection.Protections;
import io.metaexpert.simulate.Assumption;
import io.metaexpert.simulate.FillModel;
import io.metaexpert.simulate.FillSettings;
import io.metaexpert.simulate.Latency;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds of every protected position, whatever the strategy and the market do. */
class ProtectionLawsTest {
    private static final int STREAMS = 300;
    private static final int BARS = 60;
    private static final List<Assumption> ASSUMPTIONS = List.of(Assumption.values());
    private static final List<ProtectionSettings> SETTINGS = List.of(
            Protections.stopLoss("1%"),
            Protections.bracket("1%", "2%"),
            Protections.bracket("atr5*2", "2R"),
            Protections.of("2%", "", "1%", "1%", ""),
            Protections.of("", "", "1.5%", "", ""),
            Protections.of("2%", "3R", "1R", "1%", "0.5%"));

    /** A random strategy on random minutes. */
    private static final class Stream {
        private final SplittableRandom random;
        private final boolean hedge;
        private final boolean latent;
        final ProtectionStory story;
        /** By side: the stops that a position has had, one after the other. */
        private final Map<PositionSide, List<BigDecimal>> levels = new HashMap<>();

        int stopsSeen;
        int protectiveFills;
        private int seen;
        private double price = 100;

        Stream(int seed, boolean latent) {
            this.random = new SplittableRandom(seed);
            this.latent = latent;
            this.hedge = random.nextInt(3) == 0;
            Latency latency =
                    latent ? new Latency.Uniform(Duration.ofMillis(50), Duration.ofSeconds(20)) : Latency.none();
            Optional<BigDecimal> share = random.nextInt(3) == 0 ? Optional.of(new BigDecimal("0.1")) : Optional.empty();
            FillModel model = random.nextBoolean() ? FillModel.BARS : FillModel.OHLC_PATH;
            Assumption assumption = ASSUMPTIONS.get(random.nextInt(3));
            FillSettings fills =
                    new FillSettings(model, assumption, latency, share, BigDecimal.ZERO, random.nextInt(100));
            ProtectionStory.Builder builder = ProtectionStory.with(SETTINGS.get(seed % SETTINGS.size()))
                    .fee("0.001")
                    .slippage("0.001")
                    .priceIncrement("0.01")
                    .noLiquidation()
                    .fills(fills);
            this.story = (hedge ? builder.hedge() : random.nextInt(4) == 0 ? builder.spot() : builder).begin();
        }

        Stream run() {
            for (int i = 0; i < BARS; i++) {
                story.then(this::act);
                bar();
                fillsNeverTurnAPosition();
                if (!latent) {
                    everyPositionHasItsStop();
                }
            }
            return this;
        }

        private void bar() {
            double open = round(price * (1 + (random.nextInt(6) == 0 ? random.nextDouble(-0.02, 0.02) : 0)));
            double close = round(open * Math.exp(random.nextDouble(-0.01, 0.01)));
            double high = round(Math.max(open, close) * (1 + random.nextDouble(0.01)));
            double low = round(Math.min(open, close) * (1 - random.nextDouble(0.01)));
            story.bar(
                    open,
                    Math.max(high, Math.max(open, close)),
                    Math.min(low, Math.min(open, close)),
                    close,
                    20 + random.nextInt(60));
            price = close;
        }

        private static double round(double exact) {
            return Math.rint(exact * 100) / 100;
        }

        private void act(ExpertContext ctx) {
            switch (random.nextInt(8)) {
                case 0 -> ctx.close("own");
                case 1 -> ctx.cancelAll();
                case 2, 3 -> {}
                default -> order(ctx);
            }
        }

        private void order(ExpertContext ctx) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            OrderBuilder builder =
                    ctx.order(side).size(new OrderSize.Base(story.instrument().quantity(random.nextDouble(0.5, 4))));
            double away = price * (1 + random.nextDouble(-0.01, 0.01));
            switch (random.nextInt(4)) {
                case 0 -> builder.limit(away);
                case 1 -> builder.stopMarket(away);
                default -> {}
            }
            if (random.nextInt(3) == 0) {
                builder.reduceOnly();
            } else if (random.nextInt(4) == 0) {
                builder.stopLoss(away * (side == Side.BUY ? 0.985 : 1.015));
            }
            builder.submit();
        }

        private List<Optional<PositionSide>> sides() {
            return hedge
                    ? List.of(Optional.of(PositionSide.LONG), Optional.of(PositionSide.SHORT))
                    : List.of(Optional.empty());
        }

        private void everyPositionHasItsStop() {
            int count = 0;
            for (Optional<PositionSide> side : sides()) {
                Position held =
                        story.process.ledger().position(story.instrument().id(), side);
                if (held.isFlat()) {
                    continue;
                }
                List<Order> stops = story.guards().stream()
                        .filter(order -> order.request().type() instanceof OrderType.StopMarket
                                && order.request().positionSide().equals(side))
                        .toList();
                assertThat(stops).as("%s", held).hasSize(1);
                Order stop = stops.getFirst();
                assertThat(story.leftOf(stop))
                        .as("of %s", held)
                        .isEqualByComparingTo(held.quantity().value());
                assertThat(stop.request().reduceOnly()).isTrue();
                assertThat(stop.request().side()).isEqualTo(held.isLong() ? Side.SELL : Side.BUY);
                count++;
                stopsSeen++;
            }
            assertThat(story.stops()).as("no stop without a position").hasSize(count);
            assertThat(story.targets().size()).isLessThanOrEqualTo(count);
        }

        /** Goes through what has happened in its order: positions by side, and the stops that they had. */
        private void fillsNeverTurnAPosition() {
            for (; seen < story.transactions.size(); seen++) {
                switch (story.transactions.get(seen)) {
                    case Transaction.OrderFilled filled -> filled(filled.fill());
                    case Transaction.OrderAccepted it -> level(it.clientOrderId());
                    case Transaction.OrderModified it -> moved(it.clientOrderId(), it.type());
                    default -> {}
                }
            }
        }

        private final Map<Optional<PositionSide>, BigDecimal> held = new HashMap<>();

        private void filled(Fill fill) {
            BigDecimal before = held.getOrDefault(fill.positionSide(), BigDecimal.ZERO);
            BigDecimal signed = fill.side() == Side.BUY
                    ? fill.quantity().value()
                    : fill.quantity().value().negate();
            BigDecimal after = before.add(signed);
            held.put(fill.positionSide(), after);
            if (isProtecting(fill.clientOrderId())) {
                protectiveFills++;
                assertThat(after.abs()).isLessThan(before.abs());
                assertThat(after.signum() * before.signum()).isNotNegative();
            }
            if (after.signum() != before.signum()) {
                levels.remove(before.signum() > 0 ? PositionSide.LONG : PositionSide.SHORT);
            }
        }

        private boolean isProtecting(String id) {
            return story.protecting.stream()
                    .anyMatch(request -> request.clientOrderId().equals(id));
        }

        private void level(String id) {
            story.protecting.stream()
                    .filter(request -> request.clientOrderId().equals(id))
                    .forEach(request -> moved(id, request.type()));
        }

        private void moved(String id, OrderType type) {
            if (!(type instanceof OrderType.StopMarket stop) || !isProtecting(id) || latent) {
                return;
            }
            boolean isLong = story.protecting.stream()
                    .anyMatch(request -> request.clientOrderId().equals(id) && request.side() == Side.SELL);
            List<BigDecimal> had =
                    levels.computeIfAbsent(isLong ? PositionSide.LONG : PositionSide.SHORT, any -> new ArrayList<>());
            BigDecimal now = stop.trigger().value();
            if (!had.isEmpty()) {
                assertThat(isLong ? now.compareTo(had.getLast()) : had.getLast().compareTo(now))
                        .as("%s after %s", now, had)
                        .isNotNegative();
            }
            had.add(now);
        }
    }

    @Test
    void atEveryBarsEndAPositionHasAStopOfItsSizeThatNeverLoosenedAndNoExitTurnsIt() {
        int stops = 0;
        int exits = 0;
        for (int seed = 0; seed < STREAMS; seed++) {
            Stream stream = new Stream(seed, false).run();
            stops += stream.stopsSeen;
            exits += stream.protectiveFills;
        }
        assertThat(stops).isGreaterThan(10 * STREAMS);
        assertThat(exits).isGreaterThan(3 * STREAMS);
    }

    @Test
    void withLatencyNoExitTurnsAPositionEither() {
        int exits = 0;
        for (int seed = 0; seed < STREAMS; seed++) {
            exits += new Stream(seed, true).run().protectiveFills;
        }
        assertThat(exits).isGreaterThan(STREAMS);
    }

    @Test
    void cashIsWhatTheFillsSay() {
        for (int seed = 0; seed < STREAMS / 3; seed++) {
            ProtectionStory story = new Stream(seed, seed % 2 == 0).run().story;
            BigDecimal cash = new BigDecimal("1000000");
            for (Fill fill : story.fills()) {
                BigDecimal notional = fill.side() == Side.BUY ? fill.notional().negate() : fill.notional();
                cash = cash.add(notional).subtract(fill.fee().amount());
            }
            assertThat(story.cash()).isEqualByComparingTo(cash);
        }
    }

    @Test
    void theSameSeedTellsTheSame() {
        for (int seed = 0; seed < 20; seed++) {
            String once =
                    new Stream(seed, seed % 2 == 0).run().story.transactions.toString();
            assertThat(new Stream(seed, seed % 2 == 0).run().story.transactions.toString())
                    .isEqualTo(once);
        }
    }
}
