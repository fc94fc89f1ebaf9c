package io.metaexpert.stress.market;

import io.metaexpert.market.BarArray;
import io.metaexpert.market.TickArray;
import io.metaexpert.market.Timeframe;
import io.metaexpert.stress.scenario.Episode;
import io.metaexpert.stress.scenario.Family;
import io.metaexpert.stress.scenario.Ranges;
import io.metaexpert.stress.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes the quotes, trades and bars of a scenario: a random walk, and what the event does to it. Equal arguments give equal markets. What is
 * before the event is the same wherever the event is.
 */
public final class MarketMaker {
    private static final double YEAR_MS = 365.0 * 86_400_000;
    /** In the event and after it, by the deviation before. */
    private static final double WILD = 2;
    /** In the event, by the spread before. */
    private static final double WIDER = 3;
    /** What is left of the depth in a cascade. */
    private static final double CASCADE_DEPTH = 0.2;
    /** Traded in an hour, in units of quote currency. */
    private static final double HOURLY_VOLUME = 5e7;

    private static final double HOUR_MS = 3_600_000;

    private final Scenario scenario;
    private final Schedule schedule;
    private final EventPath event;
    private final double capital;
    private final int history;
    private final long[] times;

    /**
     * @param sign of the event: 1 when prices rise
     * @param capital in quote currency, by which the depth is measured
     * @param history bars before the run
     */
    public MarketMaker(Scenario scenario, Schedule schedule, int sign, double capital, int history) {
        this.scenario = scenario;
        this.schedule = schedule;
        this.event = new EventPath(schedule.hasEvent() ? scenario.episodes() : List.of(), sign);
        this.capital = capital;
        this.history = history;
        this.times = Grid.of(schedule);
    }

    /** All instruments of the scenario. */
    public List<MarketData> make(List<Traded> all) {
        List<MarketData> data = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            data.add(make(all.get(i), i));
        }
        return data;
    }

    private MarketData make(Traded traded, int number) {
        SplittableRandom random = new SplittableRandom(scenario.noise() + 1_000_003L * number);
        BarArray bars = new BarArray(schedule.bars(), history + 512);
        double start = pastBars(bars, traded, random);
        TickArray real = new TickArray(2 * times.length + 2);
        boolean blind = schedule.hasEvent() && scenario.blindness().isPresent();
        TickArray shown = blind ? new TickArray(2 * times.length + 2) : real;
        Recorder recorder = new Recorder(traded, bars, real, shown, blind ? blindUntilMs() : Long.MIN_VALUE);
        double calm = Math.log(start);
        long last = schedule.startMs();
        for (long time : times) {
            double deviation = scenario.calmVolatility() * factor(time, Family.VOLATILITY, WILD, true);
            calm += deviation * Math.sqrt((time - last) / YEAR_MS) * gaussian(random);
            double seconds = (time - schedule.eventMs()) / 1_000.0;
            double moved = time < schedule.eventMs() ? 0 : event.at(seconds, traded.major(), traded.share());
            recorder.tick(time, last, Math.exp(calm + moved), random.nextDouble());
            last = time;
        }
        recorder.end();
        return new MarketData(traded, real, shown, bars, history);
    }

    private long blindUntilMs() {
        return schedule.eventMs()
                + (long) (scenario.blindness().map(Episode::seconds).orElse(0.0) * 1_000);
    }

    /** Bars before the run; answers the price at which they end. */
    private double pastBars(BarArray bars, Traded traded, SplittableRandom random) {
        long open = schedule.startMs();
        Timeframe frame = schedule.bars();
        long[] opens = new long[history];
        for (int i = history - 1; i >= 0; i--) {
            open = frame.openMs(open - 1);
            opens[i] = open;
        }
        double price = traded.price();
        for (long at : opens) {
            long length = frame.closeMs(at) - at;
            double deviation = scenario.calmVolatility() * Math.sqrt(length / YEAR_MS);
            double close = price * Math.exp(deviation * gaussian(random));
            double wick = deviation * random.nextDouble() / 2;
            bars.add(
                    at,
                    price,
                    Math.max(price, close) * (1 + wick),
                    Math.min(price, close) * (1 - wick),
                    close,
                    HOURLY_VOLUME * length / HOUR_MS / price);
            price = close;
        }
        return price;
    }

    /**
     * By how much something is multiplied at an instant.
     *
     * @param otherwise while an event of other families goes on
     * @param lasting whether that stays so after the event
     */
    private double factor(long time, Family family, double otherwise, boolean lasting) {
        if (time < schedule.eventMs()) {
            return 1;
        }
        for (Episode episode : scenario.episodes()) {
            if (episode.family() == family && time < schedule.eventMs() + episode.seconds() * 1_000) {
                return episode.factor();
            }
        }
        return lasting || time < schedule.eventEndMs() ? otherwise : 1;
    }

    private static double gaussian(SplittableRandom random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    /** Writes ticks and bars of one instrument. */
    private final class Recorder {
        private final BarArray bars;
        private final TickArray real;
        private final TickArray shown;
        private final long blindUntilMs;
        private final double increment;
        private final double spread;
        private boolean begun;
        private long openMs;
        private double open;
        private double high;
        private double low;
        private double close;
        private double volume;

        Recorder(Traded traded, BarArray bars, TickArray real, TickArray shown, long blindUntilMs) {
            this.bars = bars;
            this.real = real;
            this.shown = shown;
            this.blindUntilMs = blindUntilMs;
            this.increment = traded.instrument().priceIncrement().doubleValue();
            this.spread = traded.major() ? Ranges.MAJOR_SPREAD : Ranges.ALT_SPREAD;
        }

        void tick(long time, long lastMs, double middle, double chance) {
            double half = spread / 2 * factor(time, Family.SPREAD, WIDER, false);
            double bid = Math.max(increment, round(middle * (1 - half), false));
            double ask = Math.max(bid + increment, round(middle * (1 + half), true));
            double depth = scenario.usualDepth()
                    * capital
                    * (0.5 + chance)
                    * factor(
                            time,
                            Family.LIQUIDITY,
                            scenario.episode(Family.CASCADE).isPresent() ? CASCADE_DEPTH : 1,
                            false)
                    / middle;
            boolean seller = begun ? middle < close : chance < 0.5;
            double price = seller ? bid : ask;
            double size = HOURLY_VOLUME * Math.max(1, time - lastMs) / HOUR_MS / middle;
            write(real, time, bid, ask, depth, price, size, seller);
            boolean hidden = time >= schedule.eventMs() && time < blindUntilMs;
            if (shown != real && !hidden) {
                write(shown, time, bid, ask, depth, price, size, seller);
            }
            bar(time, price, size);
        }

        private static void write(
                TickArray to,
                long time,
                double bid,
                double ask,
                double depth,
                double price,
                double size,
                boolean sold) {
            to.quote(time, bid, depth, ask, depth);
            to.trade(time, price, size, sold ? -1 : 1);
        }

        private void bar(long time, double price, double size) {
            long period = schedule.bars().openMs(time);
            if (!begun || period != openMs) {
                end();
                begun = true;
                openMs = period;
                open = price;
                high = price;
                low = price;
                volume = 0;
            }
            high = Math.max(high, price);
            low = Math.min(low, price);
            close = price;
            volume += size;
        }

        /** A bar that closes while nothing is shown is never shown. */
        void end() {
            if (!begun) {
                return;
            }
            long closeMs = schedule.bars().closeMs(openMs);
            if (closeMs < schedule.eventMs() || closeMs >= blindUntilMs) {
                bars.add(openMs, open, high, low, close, volume);
            }
        }

        private double round(double price, boolean up) {
            if (increment == 0) {
                return price;
            }
            double steps = price / increment;
            double whole = up ? Math.ceil(steps) : Math.floor(steps);
            return increment >= 1 ? whole * increment : whole / Math.rint(1 / increment);
        }
    }
}
