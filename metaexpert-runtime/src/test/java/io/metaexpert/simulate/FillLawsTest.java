package io.metaexpert.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.event.Transaction;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Liquidity;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.Side;
import io.metaexpert.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds for every order under all settings of fills. */
class FillLawsTest {
    private static final int STREAMS = 500;
    private static final long MINUTE = 60_000;

    private static FillSettings settings(int seed) {
        return Fills.any(seed, Duration.ofSeconds(1));
    }

    private static void eachFill(FillStream stream, Consumer<Transaction.OrderFilled> law) {
        for (Transaction transaction : stream.told) {
            if (transaction instanceof Transaction.OrderFilled filled) {
                law.accept(filled);
            }
        }
    }

    private static String id(Transaction.OrderFilled filled) {
        return filled.fill().clientOrderId();
    }

    @Test
    void fillsAreWithinTheirBarButForSlippageAndHalfOfTheSpread() {
        for (int seed = 0; seed < STREAMS; seed++) {
            FillSettings settings = settings(seed);
            FillStream stream = new FillStream(settings, seed).run();
            double cost = FillStream.SLIPPAGE.doubleValue() + settings.spread().doubleValue() / 2;
            eachFill(stream, filled -> {
                Fill fill = filled.fill();
                double high = 0;
                double low = Double.MAX_VALUE;
                // a fill at the instant between two bars may be of either
                for (long ms : new long[] {
                    filled.time().toEpochMilli() - 1, filled.time().toEpochMilli()
                }) {
                    int bar = (int) Math.max(0, Math.min(stream.bars.size() - 1, ms / MINUTE));
                    high = Math.max(high, stream.bars.high(bar));
                    low = Math.min(low, stream.bars.low(bar));
                }
                boolean maker = fill.liquidity() == Liquidity.MAKER;
                double up = maker || fill.side() == Side.SELL ? 0 : high * cost + FillStream.INCREMENT * 1.01;
                double down = maker || fill.side() == Side.BUY ? 0 : low * cost + FillStream.INCREMENT * 1.01;
                assertThat(fill.price().toDouble()).isBetween(low - down, high + up);
            });
        }
    }

    @Test
    void noLimitIsExceeded() {
        for (int seed = 0; seed < STREAMS; seed++) {
            FillStream stream = new FillStream(settings(seed), seed).run();
            eachFill(stream, filled -> {
                BigDecimal price = filled.fill().price().value();
                Optional<BigDecimal> limit = limit(stream.request(id(filled)));
                boolean buys = filled.fill().side() == Side.BUY;
                limit.ifPresent(most -> assertThat(buys ? price.compareTo(most) : most.compareTo(price))
                        .isNotPositive());
            });
        }
    }

    private static Optional<BigDecimal> limit(OrderRequest request) {
        return switch (request.type()) {
            case OrderType.Limit(var price) -> Optional.of(price.value());
            case OrderType.StopLimit(var trigger, var price) -> Optional.of(price.value());
            case OrderType.Market market -> Optional.empty();
            case OrderType.StopMarket stop -> Optional.empty();
            case OrderType.TrailingStop trailing -> Optional.empty();
        };
    }

    @Test
    void nothingFillsMoreThanItsQuantityOrAfterItsEndOrBeforeItArrived() {
        int fills = 0;
        int parts = 0;
        for (int seed = 0; seed < STREAMS; seed++) {
            FillSettings settings = settings(seed);
            FillStream stream = new FillStream(settings, seed).run();
            Map<String, BigDecimal> total = new HashMap<>();
            Map<String, Instant> accepted = new HashMap<>();
            Set<String> ended = new HashSet<>();
            for (Transaction transaction : stream.told) {
                if (!(transaction instanceof Transaction.OrderTransaction order)) {
                    continue;
                }
                String id = order.clientOrderId();
                assertThat(ended).as("ends once").doesNotContain(id);
                OrderRequest request = stream.request(id);
                if (order instanceof Transaction.OrderAccepted) {
                    accepted.put(id, order.time());
                    assertThat(order.time()).isAfterOrEqualTo(request.time().plus(least(settings.latency())));
                } else if (order instanceof Transaction.OrderFilled(var time, var fill, var complete)) {
                    fills++;
                    parts += complete ? 0 : 1;
                    assertThat(time).isAfterOrEqualTo(accepted.get(id));
                    request.goodTill().ifPresent(end -> assertThat(time).isBeforeOrEqualTo(end));
                    total.merge(id, fill.quantity().value(), BigDecimal::add);
                    assertThat(total.get(id)).isLessThanOrEqualTo(stream.most.get(id));
                    if (complete) {
                        ended.add(id);
                    }
                    if (request.timeInForce() == TimeInForce.FOK) {
                        assertThat(complete).isTrue();
                    }
                    if (request.postOnly()) {
                        assertThat(fill.liquidity()).isEqualTo(Liquidity.MAKER);
                    }
                } else if (!(order instanceof Transaction.OrderModified)) {
                    ended.add(id);
                }
            }
            assertThat(ended).as("every order ends").hasSize(stream.size());
        }
        assertThat(fills).isGreaterThan(10 * STREAMS);
        assertThat(parts).isGreaterThan(STREAMS);
    }

    private static Duration least(Latency latency) {
        return switch (latency) {
            case Latency.Fixed(var length) -> length;
            case Latency.Uniform(var least, var most) -> least;
            case Latency.Normal normal -> Duration.ZERO;
            case Latency.LogNormal logNormal -> Duration.ZERO;
        };
    }

    @Test
    void requestsArriveInTheOrderInWhichTheyWereSent() {
        for (int seed = 0; seed < STREAMS; seed++) {
            FillStream stream = new FillStream(settings(seed), seed).run();
            List<Integer> order = stream.told.stream()
                    .filter(Transaction.OrderAccepted.class::isInstance)
                    .map(told -> Integer.valueOf(((Transaction.OrderAccepted) told).clientOrderId()))
                    .toList();
            assertThat(order).isSorted();
        }
    }

    @Test
    void theSharesOfABarsVolumeAddUpToNoMore() {
        for (int seed = 0; seed < STREAMS; seed++) {
            FillSettings settings = settings(seed);
            if (settings.volumeShare().isEmpty()) {
                continue;
            }
            FillStream stream = new FillStream(settings, seed).run();
            Map<Long, BigDecimal> within = new HashMap<>();
            Map<Long, BigDecimal> between = new HashMap<>();
            eachFill(stream, filled -> {
                long ms = filled.time().toEpochMilli();
                BigDecimal quantity = filled.fill().quantity().value();
                (ms % MINUTE == 0 ? between : within).merge(ms / MINUTE, quantity, BigDecimal::add);
            });
            within.forEach(
                    (bar, sum) -> assertThat(sum.doubleValue()).isLessThanOrEqualTo(0.1 * volume(stream, bar) + 1e-9));
            between.forEach((bar, sum) -> assertThat(sum.doubleValue())
                    .isLessThanOrEqualTo(0.1 * (volume(stream, bar - 1) + volume(stream, bar)) + 1e-9));
        }
    }

    private static double volume(FillStream stream, long bar) {
        return bar < 0 || bar >= stream.bars.size() ? 0 : stream.bars.volume((int) bar);
    }

    @Test
    void theSameSeedTellsTheSameByteForByte() {
        for (int seed = 0; seed < STREAMS / 4; seed++) {
            String once = new FillStream(settings(seed), seed).run().told.toString();
            String again = new FillStream(settings(seed), seed).run().told.toString();
            assertThat(again).isEqualTo(once);
        }
    }

    @Test
    void featuresWithoutEffectChangeNothing() {
        FillSettings idle = new FillSettings(
                FillModel.BARS,
                Assumption.PESSIMISTIC,
                new Latency.Uniform(Duration.ZERO, Duration.ZERO),
                Optional.of(BigDecimal.ONE),
                new BigDecimal("0.00"),
                7);
        for (int seed = 0; seed < STREAMS; seed++) {
            FillStream usual = new FillStream(FillSettings.USUAL, seed, 1000).run();
            FillStream other = new FillStream(idle, seed, 1000).run();
            assertThat(other.told.toString()).isEqualTo(usual.told.toString());
        }
    }
}
