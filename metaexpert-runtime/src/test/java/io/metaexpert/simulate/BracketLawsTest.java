package io.metaexpert.simulate;

import static io.metaexpert.simulate.VenueStory.limit;
import static io.metaexpert.simulate.VenueStory.market;
import static io.metaexpert.simulate.VenueStory.stop;
import static io.metaexpert.simulate.VenueStory.trailing;
import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.event.Transaction;
import io.metaexpert.order.Fill;
import io.metaexpert.order.OrderType;
import io.metaexpert.order.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Laws of single trades over random bars that follow each other without gaps. */
class BracketLawsTest {
    private static final int TRADES = 4_000;

    /** Random bars of one seed, each opening where the one before closed. */
    private static double show(VenueStory story, SplittableRandom random, int bars, double volume) {
        double price = 100;
        for (int i = 0; i < bars; i++) {
            double close = round(price * Math.exp(random.nextDouble(-0.03, 0.03)));
            double high = round(Math.max(price, close) * (1 + random.nextDouble(0.03)));
            double low = round(Math.min(price, close) * (1 - random.nextDouble(0.03)));
            story.bar(price, high, low, close, volume);
            price = close;
        }
        return price;
    }

    private static double round(double price) {
        return Math.rint(price * 100) / 100;
    }

    private static String price(double estimate) {
        return BigDecimal.valueOf(round(estimate)).toPlainString();
    }

    private static List<Fill> fills(VenueStory story) {
        List<Fill> fills = new ArrayList<>();
        for (Transaction transaction : story.transactions()) {
            if (transaction instanceof Transaction.OrderFilled(var time, var fill, var complete)) {
                fills.add(fill);
            }
        }
        return fills;
    }

    /** What an entry with a stop and a target, all sent at once, has earned after some bars. */
    private static double bracket(Assumption assumption, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        VenueStory story = VenueStory.futures("1", Fills.bars(assumption));
        boolean isLong = random.nextBoolean();
        int sign = isLong ? 1 : -1;
        double entry = 100 + random.nextDouble(-3, 3);
        boolean belowOpen = isLong == entry < 100;
        OrderType type = random.nextInt(3) == 0 ? market() : belowOpen ? limit(price(entry)) : stop(price(entry));
        double at = type.equals(market()) ? 100 : entry;
        OrderType target = limit(price(at + sign * random.nextDouble(0.5, 5)));
        OrderType stop = stop(price(at - sign * random.nextDouble(0.5, 5)));
        boolean targetFirst = random.nextBoolean();
        Side exit = isLong ? Side.SELL : Side.BUY;
        boolean entryFirst = random.nextBoolean();
        if (entryFirst) {
            enter(story, isLong, type);
        }
        story.reduce(exit, "1", targetFirst ? target : stop).reduce(exit, "1", targetFirst ? stop : target);
        if (!entryFirst) {
            enter(story, isLong, type);
        }
        double close = show(story, random, 8, 1);
        return story.equity(close).doubleValue() - 1000;
    }

    private static void enter(VenueStory story, boolean isLong, OrderType type) {
        if (isLong) {
            story.buy("1", type);
        } else {
            story.sell("1", type);
        }
    }

    @Test
    void theBetterAssumptionEarnsNoLessThanThePathAndThatNoLessThanTheWorse() {
        int better = 0;
        int worse = 0;
        for (int seed = 0; seed < TRADES; seed++) {
            double optimistic = bracket(Assumption.OPTIMISTIC, seed);
            double neutral = bracket(Assumption.NEUTRAL, seed);
            double pessimistic = bracket(Assumption.PESSIMISTIC, seed);
            assertThat(optimistic).as("seed %s", seed).isGreaterThanOrEqualTo(neutral - 1e-9);
            assertThat(neutral).as("seed %s", seed).isGreaterThanOrEqualTo(pessimistic - 1e-9);
            better += optimistic > neutral + 1e-9 ? 1 : 0;
            worse += pessimistic < neutral - 1e-9 ? 1 : 0;
        }
        assertThat(better).isGreaterThan(TRADES / 100);
        assertThat(worse).isGreaterThan(TRADES / 100);
    }

    @Test
    void pairedOrdersFillNoMoreThanOneWhole() {
        int both = 0;
        for (int seed = 0; seed < TRADES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            FillSettings share = Fills.anyModel(Fills.share("0.1"), random);
            VenueStory story = VenueStory.futures("1", share)
                    .buy("3", limit(price(100 - random.nextDouble(4))))
                    .pairEntry(1, Side.BUY, "3", stop(price(100 + random.nextDouble(4))));
            show(story, random, 8, random.nextInt(5, 40));

            List<Fill> fills = fills(story);
            BigDecimal sum =
                    fills.stream().map(fill -> fill.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isLessThanOrEqualTo(new BigDecimal(3));
            both += fills.stream().map(Fill::clientOrderId).distinct().count() == 2 ? 1 : 0;
        }
        assertThat(both).isGreaterThan(TRADES / 100);
    }

    @Test
    void aTrailingStopFillsWithinItsDistanceOfTheBestPriceAndNeverBelowWhereItBegan() {
        for (int seed = 0; seed < TRADES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            FillSettings settings = Fills.anyModel(FillSettings.USUAL, random);
            double distance = round(random.nextDouble(0.5, 6));
            VenueStory story = VenueStory.futures("1", settings).sell("1", trailing(price(distance)));
            double best = 100;
            double before = 100;
            double open = 100;
            while (fills(story).isEmpty()) {
                before = best;
                double close = round(open * Math.exp(random.nextDouble(-0.03, 0.03)));
                double high = round(Math.max(open, close) * (1 + random.nextDouble(0.03)));
                best = Math.max(best, high);
                story.bar(open, high, round(Math.min(open, close) * (1 - random.nextDouble(0.03))), close);
                open = close;
            }
            double price = fills(story).getFirst().price().toDouble();
            // the trigger of the bars before is the least, that of the best price the most
            assertThat(price).as("seed %s", seed).isBetween(before - distance - 1e-9, best - distance + 1e-9);
        }
    }
}
