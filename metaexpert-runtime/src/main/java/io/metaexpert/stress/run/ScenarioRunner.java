package io.metaexpert.stress.run;

import io.metaexpert.UserException;
import io.metaexpert.api.InitResult;
import io.metaexpert.backtest.Sizing;
import io.metaexpert.bind.BoundExpert;
import io.metaexpert.bind.ExpertBinder;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.engine.Costs;
import io.metaexpert.engine.EngineSettings;
import io.metaexpert.engine.Safety;
import io.metaexpert.market.Timeframe;
import io.metaexpert.order.OrderSize;
import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.risk.FilterSettings;
import io.metaexpert.risk.RiskLimits;
import io.metaexpert.stress.expert.AlwaysMax;
import io.metaexpert.stress.expert.Martingale;
import io.metaexpert.stress.expert.RandomTrader;
import io.metaexpert.stress.market.Listings;
import io.metaexpert.stress.market.MarketData;
import io.metaexpert.stress.market.MarketMaker;
import io.metaexpert.stress.market.Schedule;
import io.metaexpert.stress.market.Traded;
import io.metaexpert.stress.scenario.Scenario;
import io.metaexpert.stress.scenario.Trader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Runs scenarios, each with the project's limits and without any. The project's strategy trades rarely: a first pass without an event tells
 * when it holds something, and the event comes then. Not thread-safe: each thread has its own.
 */
public final class ScenarioRunner {
    /** A Monday. */
    private static final long FIRST_WEEK_MS =
            Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

    private static final long WEEK_MS = Duration.ofDays(7).toMillis();
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final int HOURS_A_WEEK = 168;
    /** Calm bars before the event, at the most. */
    private static final int OWN_CALM_BARS = 60;

    private static final int CALM_BARS = 12;
    /** Enough for the filters, whose volatility has a mean of 100 bars. */
    private static final int LEAST_HISTORY = 120;

    private final MetaExpertConfig config;
    private final Optional<Class<?>> own;
    private final Timeframe base;

    /** @param own the project's strategy; needed where scenarios have it */
    public ScenarioRunner(MetaExpertConfig config, Optional<Class<?>> own) {
        this.config = config;
        this.own = own;
        this.base = own.map(expert -> finest(ExpertBinder.bind(expert, config.inputs())))
                .orElse(config.strategy().timeframe());
    }

    /** The finest bars that a handler wants. */
    private Timeframe finest(BoundExpert expert) {
        Timeframe finest = config.strategy().timeframe();
        for (BoundExpert.OnBarHandler handler : expert.onBar()) {
            Timeframe wanted = handler.timeframe().orElse(finest);
            finest = wanted.lengthMs() < finest.lengthMs() ? wanted : finest;
        }
        return finest;
    }

    /** Both runs of a scenario. */
    public Outcome run(Scenario scenario) {
        Staged staged = stage(scenario, Story.silent());
        return new Outcome(scenario, run(staged, true, Story.silent()), run(staged, false, Story.silent()));
    }

    /** The run of a scenario with, or without, the limits, told step by step. */
    public RunResult tell(Scenario scenario, boolean limited, Consumer<String> lines) {
        Story story = Story.to(lines);
        return run(stage(scenario, story), limited, story);
    }

    // --- what is on the stage

    private Staged stage(Scenario scenario, Story story) {
        boolean isOwn = scenario.trader() == Trader.OWN;
        String venue = config.exchange().name().toString();
        List<Traded> traded = isOwn ? Listings.of(config.instruments(), scenario) : Listings.builtIn(scenario, venue);
        double ownPrice = Listings.of(config.instruments(), scenario).getFirst().price();
        Account account = Account.of(config, scenario, traded, ownPrice);
        int perBar = (int) Math.max(1, config.strategy().timeframe().lengthMs() / base.lengthMs());
        int warmup = isOwn ? config.strategy().warmupBars() * perBar : 0;
        int calm = isOwn ? OWN_CALM_BARS * perBar : CALM_BARS * perBar;
        int history = Math.max(config.strategy().lookbackBars(), LEAST_HISTORY) * perBar;
        long start = start(scenario, warmup + calm, account.filters());
        Schedule schedule = Schedule.of(scenario, base, start, warmup, calm, OptionalLong.empty());
        Staged staged = new Staged(scenario, traded, account, schedule, scenario.lean() < 0 ? 1 : -1, history);
        if (!isOwn || !schedule.hasEvent()) {
            return staged;
        }
        return meet(staged, warmup, calm, start, story);
    }

    /** Lets the event begin while the strategy holds something, if it ever does, and go against that. */
    private Staged meet(Staged staged, int warmup, int calm, long start, Story story) {
        Staged quiet = staged.with(staged.schedule().calm(calm), staged.sign());
        List<Judge.Held> holding = pass(quiet, true).holding();
        long end = quiet.schedule().endMs();
        long from = staged.schedule().warmupMs();
        long total = 0;
        for (Judge.Held held : holding) {
            total += Math.max(0, Math.min(end, held.toMs()) - Math.max(from, held.fromMs()));
        }
        long left = (long) (staged.scenario().eventAt() * total);
        for (Judge.Held held : holding) {
            long begin = Math.max(from, held.fromMs());
            long length = Math.max(0, Math.min(end, held.toMs()) - begin);
            if (left < length) {
                long event = begin + Math.max(1_000, left);
                story.say(event, "the event is put where the strategy holds a position");
                Schedule at = Schedule.of(staged.scenario(), base, start, warmup, calm, OptionalLong.of(event));
                return staged.with(at, -held.sign());
            }
            left -= length;
        }
        return staged;
    }

    /** The start of a bar in a week, at which the calm time ends at an hour at which entries are allowed. */
    private long start(Scenario scenario, int barsBefore, FilterSettings filters) {
        long at = base.openMs(FIRST_WEEK_MS + WEEK_MS + (long) (scenario.startAt() * WEEK_MS));
        long step = Math.max(HOUR_MS, base.lengthMs());
        for (int i = 0; i < HOURS_A_WEEK; i++) {
            var entry =
                    Instant.ofEpochMilli(at + barsBefore * base.lengthMs() / 2).atZone(ZoneOffset.UTC);
            if (filters.hours().contains(entry.getHour()) && filters.days().contains(entry.getDayOfWeek())) {
                break;
            }
            at = base.openMs(at + step);
        }
        return at;
    }

    // --- one run

    private Judge pass(Staged staged, boolean limited) {
        ScenarioRun run = new ScenarioRun(parts(staged, limited), Story.silent());
        run.run();
        return run.judge();
    }

    private RunResult run(Staged staged, boolean limited, Story story) {
        ScenarioRun run = new ScenarioRun(parts(staged, limited), story);
        run.run();
        return run.result();
    }

    private ScenarioRun.Parts parts(Staged staged, boolean limited) {
        Scenario scenario = staged.scenario();
        Account account = staged.account();
        List<MarketData> markets = new MarketMaker(
                        scenario, staged.schedule(), staged.sign(), account.quoteCapital(), staged.history())
                .make(staged.traded());
        Class<?> expert = expert(scenario.trader());
        Map<String, String> inputs = inputs(scenario);
        boolean isOwn = scenario.trader() == Trader.OWN;
        Safety safety = limited
                ? new Safety(account.limits(), config.protection(), account.filters(), new MemoryStore())
                : new Safety(RiskLimits.NONE, ProtectionSettings.NONE, FilterSettings.NONE, new MemoryStore());
        EngineSettings settings = new EngineSettings(
                Long.toString(config.strategy().id()),
                isOwn ? config.strategy().timeframe() : base,
                isOwn ? config.strategy().warmupBars() : 0,
                isOwn ? Sizing.of(config.sizing()) : OrderSize.equity("1"),
                account.capital(),
                account.leverage(),
                config.strategy().onError() == MetaExpertConfig.Strategy.OnError.HALT,
                account.hedge(),
                account.cross(),
                safety,
                new Costs(config.execution().slippage(), BigDecimal.ZERO));
        return new ScenarioRun.Parts(
                scenario,
                staged.schedule(),
                markets,
                () -> ExpertBinder.bind(expert, inputs),
                settings,
                account.limits(),
                account.filters(),
                config.execution().slippage(),
                limited);
    }

    private Class<?> expert(Trader trader) {
        return switch (trader) {
            case OWN -> own.orElseThrow(() -> new IllegalStateException("no strategy was given"));
            case RANDOM -> RandomTrader.class;
            case MARTINGALE -> Martingale.class;
            case ALWAYS_MAX -> AlwaysMax.class;
        };
    }

    private Map<String, String> inputs(Scenario scenario) {
        String sells = Boolean.toString(scenario.lean() < 0);
        return switch (scenario.trader()) {
            case OWN -> config.inputs();
            case RANDOM -> Map.of("sells", sells, "seed", Long.toString(scenario.noise()));
            case MARTINGALE, ALWAYS_MAX -> Map.of("sells", sells);
        };
    }

    /** Refuses what cannot start: the same in every scenario. */
    static void check(InitResult result, String expert) {
        if (result != InitResult.SUCCEEDED) {
            throw new UserException(
                    expert + " could not start: @OnInit answered " + result, "try it with `metaexpert run` first");
        }
    }

    /** A scenario and all that follows from it. */
    private record Staged(
            Scenario scenario, List<Traded> traded, Account account, Schedule schedule, int sign, int history) {
        Staged with(Schedule other, int otherSign) {
            return new Staged(scenario, traded, account, other, otherSign, history);
        }
    }
}
