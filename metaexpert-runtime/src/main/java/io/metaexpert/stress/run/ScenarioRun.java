package io.metaexpert.stress.run;

import io.metaexpert.UserException;
import io.metaexpert.bind.BoundExpert;
import io.metaexpert.engine.EngineSettings;
import io.metaexpert.engine.MarketFeed;
import io.metaexpert.engine.MetaProcess;
import io.metaexpert.engine.Opening;
import io.metaexpert.engine.TapeFeed;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.Money;
import io.metaexpert.market.Price;
import io.metaexpert.market.TickArray;
import io.metaexpert.market.TickKind;
import io.metaexpert.market.Ticks;
import io.metaexpert.market.book.DepthArray;
import io.metaexpert.market.book.SequenceRule;
import io.metaexpert.market.book.Tape;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Liquidity;
import io.metaexpert.order.PositionSide;
import io.metaexpert.order.Side;
import io.metaexpert.portfolio.Position;
import io.metaexpert.portfolio.contract.ContractMath;
import io.metaexpert.risk.FilterSettings;
import io.metaexpert.risk.RiskLimits;
import io.metaexpert.simulate.Assumption;
import io.metaexpert.simulate.FillModel;
import io.metaexpert.simulate.FillSettings;
import io.metaexpert.simulate.Latency;
import io.metaexpert.simulate.SimulatedVenue;
import io.metaexpert.simulate.SimulationSettings;
import io.metaexpert.simulate.VenueMarket;
import io.metaexpert.stress.market.MarketData;
import io.metaexpert.stress.market.Schedule;
import io.metaexpert.stress.scenario.Scenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One run through a scenario, restart included. Used once. */
final class ScenarioRun {
    /** Of the logarithm of the latency: one request in twenty takes more than 3.7 times the median. */
    private static final double LATENCY_SIGMA = 0.8;
    /** The calm time before sizes are measured, in which they are built up: a quarter of it. */
    private static final int BUILD_UP = 4;

    private final Parts parts;
    private final Story story;
    private final Judge judge;
    private final CapCheck caps;
    private final StressVenue venue;
    private final Timeline timeline;

    /** What a run is put together from. */
    record Parts(
            Scenario scenario,
            Schedule schedule,
            List<MarketData> markets,
            Supplier<BoundExpert> expert,
            EngineSettings settings,
            RiskLimits judged,
            FilterSettings filters,
            BigDecimal slippage,
            boolean limited) {
        List<Instrument> instruments() {
            return markets.stream().map(data -> data.traded().instrument()).toList();
        }
    }

    ScenarioRun(Parts parts, Story story) {
        this.parts = parts;
        this.story = story;
        Schedule schedule = parts.schedule();
        List<Instrument> instruments = parts.instruments();
        this.timeline = Timeline.of(parts.scenario(), schedule);
        this.judge = new Judge(
                parts.judged(),
                parts.settings().capital(),
                parts.settings().leverage(),
                instruments,
                schedule.startMs());
        this.caps = new CapCheck(
                parts.judged(),
                parts.filters(),
                instruments,
                judge,
                parts.settings().hedge());
        this.venue = new StressVenue(simulated(instruments), parts.markets(), timeline, judge, caps, story);
        if (parts.scenario().episodes().isEmpty()) {
            venue.measureFrom(schedule.startMs() + (schedule.endMs() - schedule.startMs()) / BUILD_UP);
        }
    }

    private SimulatedVenue simulated(List<Instrument> instruments) {
        Scenario scenario = parts.scenario();
        EngineSettings settings = parts.settings();
        FillSettings fills = new FillSettings(
                FillModel.TICKS,
                Assumption.PESSIMISTIC,
                new Latency.LogNormal(Duration.ofMillis((long) scenario.latencyMs()), LATENCY_SIGMA),
                scenario.partial() ? Optional.of(BigDecimal.ONE) : Optional.empty(),
                BigDecimal.ZERO,
                scenario.noise());
        return new SimulatedVenue(
                new SimulationSettings(
                        settings.capital(),
                        settings.leverage(),
                        parts.slippage(),
                        settings.cross(),
                        true,
                        settings.hedge(),
                        fills),
                instruments.stream().map(VenueMarket::of).toList());
    }

    void run() {
        Schedule schedule = parts.schedule();
        if (schedule.hasEvent()) {
            story.say(schedule.eventMs(), "(here the event begins)");
        }
        MetaProcess process = process(schedule.startMs(), parts.settings());
        try {
            go(process);
        } catch (StressVenue.Killed killed) {
            story.say(timeline.killMs(), "the process is killed");
            venue.forsake(timeline.upMs());
            story.say(timeline.upMs(), "it starts again");
            go(restarted());
        }
    }

    private void go(MetaProcess process) {
        ScenarioRunner.check(process.start(false), parts.scenario().trader().key());
        while (process.step()) {
            // Each step is a bar and what happens before it closes.
        }
        if (process.failure().isPresent()) {
            var failure = process.failure().get();
            throw new UserException(
                    "scenario " + parts.scenario().id() + ": " + failure.where() + " failed: " + failure.getCause(),
                    "try it with `metaexpert run` first");
        }
    }

    private MetaProcess process(long fromMs, EngineSettings settings) {
        List<MarketFeed> feeds = new ArrayList<>();
        for (MarketData data : parts.markets()) {
            Tape tape =
                    new Tape(shownFrom(data, fromMs, timeline.isBlind(fromMs)), new DepthArray(), SequenceRule.RANGES);
            int history = data.history();
            while (history < data.bars().size() && data.bars().closeTimeMs(history) <= fromMs) {
                history++;
            }
            feeds.add(new MarketFeed(
                    data.traded().instrument(),
                    data.bars(),
                    history,
                    Optional.of(new TapeFeed(tape, fromMs, false)),
                    VenueMarket.bundledTiers(data.traded().instrument())));
        }
        return new MetaProcess(settings, parts.expert().get(), feeds, venue, venue, List.of(), 1_024);
    }

    /** What is shown from an instant on, after a first look at how the market is then. */
    private static Ticks shownFrom(MarketData data, long fromMs, boolean blind) {
        Ticks all = data.shown();
        int first = all.indexAtOrAfter(fromMs + 1);
        int last = data.real().indexAtOrAfter(fromMs + 1) - 1;
        if (last < 0 || blind) {
            return all;
        }
        TickArray ticks = new TickArray(all.size() - first + 2);
        Ticks real = data.real();
        ticks.quote(fromMs, real.bid(last), real.bidSize(last), real.ask(last), real.askSize(last));
        ticks.trade(
                fromMs, real.last(last), real.lastSize(last), real.kind(last).aggressor());
        for (int i = first; i < all.size(); i++) {
            if (all.kind(i) == TickKind.QUOTE) {
                ticks.quote(all.timeMs(i), all.bid(i), all.bidSize(i), all.ask(i), all.askSize(i));
            } else {
                ticks.trade(
                        all.timeMs(i), all.last(i), all.lastSize(i), all.kind(i).aggressor());
            }
        }
        return ticks;
    }

    // --- restart

    /** A process that finds the account as it is. */
    private MetaProcess restarted() {
        EngineSettings before = parts.settings();
        Money wallet =
                new Money(judge.ledger().walletBalance(), before.capital().currency());
        EngineSettings settings = new EngineSettings(
                before.expertId(),
                before.timeframe(),
                before.warmupBars(),
                before.size(),
                wallet,
                before.leverage(),
                before.haltOnError(),
                before.hedge(),
                before.cross(),
                before.safety(),
                before.costs());
        MetaProcess process = process(timeline.upMs(), settings);
        List<Fill> positions = new ArrayList<>();
        for (Position position : judge.ledger().positions()) {
            positions.add(opening(position, before.hedge(), before.capital().currency()));
        }
        process.adopt(new Opening(positions, venue.resting()));
        return process;
    }

    private Fill opening(Position position, boolean hedge, String currency) {
        BigDecimal price = position.averageEntryPrice();
        Optional<PositionSide> side = hedge ? Optional.of(position.side()) : Optional.empty();
        return new Fill(
                "opening",
                "opening",
                position.instrument(),
                position.isLong() ? Side.BUY : Side.SELL,
                side,
                new Price(price),
                position.quantity(),
                Money.of("0", currency),
                Liquidity.TAKER,
                ContractMath.of(position.contract())
                        .notional(position.quantity().value(), price),
                BigDecimal.ZERO,
                Instant.ofEpochMilli(timeline.upMs()));
    }

    Judge judge() {
        return judge;
    }

    RunResult result() {
        return RunResult.of(judge, caps, parts.schedule().eventMs());
    }
}
