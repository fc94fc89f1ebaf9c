package io.metaexpert.backtest;

import io.metaexpert.UserException;
import io.metaexpert.api.BacktestResult;
import io.metaexpert.api.DeinitReason;
import io.metaexpert.api.InitResult;
import io.metaexpert.backtest.MarketLoader.LoadedMarket;
import io.metaexpert.bind.BoundExpert;
import io.metaexpert.bind.ExpertBinder;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.config.MetaExpertConfig.Backtest.Assumption;
import io.metaexpert.config.MetaExpertConfig.Backtest.Model;
import io.metaexpert.engine.Costs;
import io.metaexpert.engine.EngineSettings;
import io.metaexpert.engine.ExpertFailure;
import io.metaexpert.engine.MarketFeed;
import io.metaexpert.engine.MetaProcess;
import io.metaexpert.engine.RunObserver;
import io.metaexpert.engine.RunOutcome;
import io.metaexpert.engine.Safety;
import io.metaexpert.engine.TapeFeed;
import io.metaexpert.market.Bars;
import io.metaexpert.market.BarsSlice;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.Timeframe;
import io.metaexpert.performance.MetricsCalculator;
import io.metaexpert.performance.MetricsInput;
import io.metaexpert.report.Intrabar;
import io.metaexpert.report.LimitUse;
import io.metaexpert.report.RunRecord;
import io.metaexpert.report.RunRecord.MarketData;
import io.metaexpert.simulate.SimulatedVenue;
import io.metaexpert.simulate.SimulationSettings;
import io.metaexpert.simulate.VenueMarket;
import io.metaexpert.spi.StateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Runs one strategy over recorded bars. */
public final class Backtest {
    private final BacktestPlan plan;
    private final MetaExpertConfig config;
    private final BoundExpert expert;
    private final List<LoadedMarket> markets;
    private final Assumption assumption;
    private final SimulatedVenue venue;
    private final MetaProcess process;

    private Backtest(BacktestPlan plan, List<LoadedMarket> markets, Assumption assumption) {
        this.plan = plan;
        this.config = plan.config();
        this.expert = ExpertBinder.bind(plan.expert(), config.inputs());
        this.markets = markets;
        this.assumption = assumption;
        checkTimeframes();
        this.venue = venue();
        this.process = process();
    }

    private static Backtest of(BacktestPlan plan, BarChange change) {
        return new Backtest(
                plan,
                new MarketLoader(plan, change).load(),
                plan.config().backtest().assume().get(0));
    }

    /**
     * Runs to the end of the data, or until {@code stop} answers true.
     *
     * @throws UserException when the configuration, the inputs and the data do not fit together
     * @throws InitFailure when {@code @OnInit} does not succeed
     */
    public static BacktestRun run(BacktestPlan plan, ProgressListener progress, BooleanSupplier stop) {
        return of(plan, BarChange.NONE).run(progress, stop);
    }

    /** The same, and lets {@code observer} know of all that the strategy is told and asks for. */
    public static BacktestRun run(
            BacktestPlan plan, RunObserver observer, ProgressListener progress, BooleanSupplier stop) {
        return run(plan, BarChange.NONE, observer, progress, stop);
    }

    /** The same over other bars than those of the data. */
    public static BacktestRun run(
            BacktestPlan plan,
            BarChange change,
            RunObserver observer,
            ProgressListener progress,
            BooleanSupplier stop) {
        Backtest backtest = of(plan, change);
        backtest.process.observe(observer);
        return backtest.run(progress, stop);
    }

    private BacktestRun run(ProgressListener progress, BooleanSupplier stop) {
        RunOutcome outcome = outcome(progress, stop);
        BacktestResult result = result(outcome);
        List<String> notes = new ArrayList<>(new RunNotes(expert, config, markets).of(outcome, result.metrics()));
        expert.onBacktest().ifPresent(handler -> score(handler, result, notes));
        expert.onBacktestDeinit().ifPresent(h -> process.call(h.name(), h.handler(), result));
        process.deinit(outcome.reason());
        boolean partial = outcome.reason() != DeinitReason.BACKTEST_END;
        Intrabar intrabar = intrabar(result, partial, progress, stop);
        return new BacktestRun(
                record(result, intrabar, RunLimits.of(outcome.risk()), notes, partial),
                outcome.reason(),
                process.failure());
    }

    private RunOutcome outcome(ProgressListener progress, BooleanSupplier stop) {
        init();
        long bars = 0;
        for (LoadedMarket market : markets) {
            bars = Math.max(bars, market.bars().size() - market.history());
        }
        return process.outcome(new BacktestLoop(process, progress, stop, bars).run());
    }

    /** Runs again under the other assumptions that were asked for; not after a run that was ended early. */
    private Intrabar intrabar(BacktestResult result, boolean partial, ProgressListener progress, BooleanSupplier stop) {
        List<Intrabar.Assumed> assumed = new ArrayList<>();
        assumed.add(assumed(assumption, result));
        for (Assumption other : config.backtest().assume()) {
            if (other == assumption || partial || stop.getAsBoolean()) {
                continue;
            }
            Backtest again = new Backtest(plan, markets, other);
            RunOutcome outcome = again.outcome(progress, stop);
            again.process.deinit(outcome.reason());
            if (outcome.reason() == DeinitReason.BACKTEST_END) {
                assumed.add(assumed(other, again.result(outcome)));
            }
        }
        List<Instrument> instruments =
                markets.stream().map(LoadedMarket::instrument).toList();
        return new Intrabar(IntrabarCount.of(result, instruments, venue.intrabarOrders()), assumed);
    }

    private static Intrabar.Assumed assumed(Assumption assumption, BacktestResult result) {
        return new Intrabar.Assumed(assumption.name().toLowerCase(Locale.ROOT), result.metrics());
    }

    private void checkTimeframes() {
        for (LoadedMarket market : markets) {
            for (BoundExpert.OnBarHandler handler : expert.onBar()) {
                Timeframe wanted = handler.timeframe().orElse(config.strategy().timeframe());
                Timeframe data = market.bars().timeframe();
                if (!wanted.isBuiltFrom(data)) {
                    throw new UserException(
                            handler.name() + " wants " + wanted + " bars, which cannot be built from the " + data
                                    + " bars of " + market.instrument().id().symbol(),
                            "use a multiple of " + data + ", or finer data");
                }
            }
        }
    }

    private SimulatedVenue venue() {
        return new SimulatedVenue(
                new SimulationSettings(
                        config.backtest().initialCapital(),
                        config.sizing().leverage(),
                        config.execution().slippage(),
                        isCross(),
                        config.backtest().liquidation(),
                        isHedge(),
                        FillRules.of(
                                config.backtest(), assumption, markets.stream().allMatch(LoadedMarket::isQuoted))),
                markets.stream().map(this::venueMarket).toList());
    }

    private MetaProcess process() {
        EngineSettings settings = new EngineSettings(
                Long.toString(config.strategy().id()),
                config.strategy().timeframe(),
                config.strategy().warmupBars(),
                Sizing.of(config.sizing()),
                config.backtest().initialCapital(),
                config.sizing().leverage(),
                config.strategy().onError() == MetaExpertConfig.Strategy.OnError.HALT,
                isHedge(),
                isCross(),
                safety(),
                new Costs(config.execution().slippage(), config.backtest().spread()));
        List<MarketFeed> feeds = new ArrayList<>();
        int steps = 0;
        for (LoadedMarket market : markets) {
            feeds.add(new MarketFeed(
                    market.instrument(),
                    market.bars(),
                    market.history(),
                    tape(market),
                    VenueMarket.bundledTiers(market.instrument())));
            steps = Math.max(steps, market.bars().size() - market.history());
        }
        return new MetaProcess(settings, expert, feeds, venue, venue, List.of(), steps);
    }

    /** A backtest begins with nothing known and keeps nothing. */
    private Safety safety() {
        return new Safety(config.risk(), config.protection(), config.filters(), StateStore.none());
    }

    private boolean isHedge() {
        return config.market().positionMode() == MetaExpertConfig.Market.PositionMode.HEDGE;
    }

    private boolean isCross() {
        return config.market().marginMode() == MetaExpertConfig.Market.MarginMode.CROSS;
    }

    private Optional<TapeFeed> tape(LoadedMarket market) {
        boolean book = expert.onBook().isPresent()
                || config.backtest().model().filter(Model.BOOK::equals).isPresent();
        return market.ticks()
                .map(loaded -> new TapeFeed(loaded.tape(), market.bars().openTimeMs(market.history()), book));
    }

    private VenueMarket venueMarket(LoadedMarket market) {
        return new VenueMarket(
                market.instrument(),
                VenueMarket.bundledTiers(market.instrument()),
                market.funding().rates(),
                market.funding().marks(),
                market.underlying());
    }

    private void init() {
        InitResult result = process.start(true);
        if (result == InitResult.SUCCEEDED) {
            return;
        }
        process.deinit(DeinitReason.INIT_FAILED);
        if (process.failure().isPresent()) {
            ExpertFailure failure = process.failure().get();
            throw new InitFailure(result, failure.where() + " failed: " + failure.getCause(), failure);
        }
        throw new InitFailure(
                result,
                switch (result) {
                    case PARAMETERS_INCORRECT ->
                        expert.name() + " refused its inputs (PARAMETERS_INCORRECT): " + expert.inputs();
                    case AGENT_NOT_SUITABLE -> expert.name() + " cannot run here (AGENT_NOT_SUITABLE)";
                    case FAILED, SUCCEEDED -> expert.name() + " could not start: @OnInit answered FAILED";
                });
    }

    private BacktestResult result(RunOutcome outcome) {
        LoadedMarket first = markets.get(0);
        int seen = process.barsRead(0);
        Bars run = new BarsSlice(first.bars(), Math.min(first.history(), seen), seen);
        double capital = config.backtest().initialCapital().toDouble();
        return new BacktestResult(
                config.backtest().initialCapital().currency(),
                MetricsCalculator.compute(
                        MetricsInput.of(capital, run, outcome.equity(), outcome.roundTrips(), outcome.fills())),
                outcome.equity(),
                outcome.roundTrips(),
                outcome.fills(),
                outcome.orders(),
                outcome.refusals(),
                outcome.accountTransactions());
    }

    private void score(BoundExpert.BacktestHandler handler, BacktestResult result, List<String> notes) {
        try {
            process.announce(handler.name(), result);
            double score = handler.call().score(result, process.context());
            notes.add("Custom score of @OnBacktest: " + score);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError problem) {
            process.failed(handler.name(), problem);
        }
    }

    private RunRecord record(
            BacktestResult result, Intrabar intrabar, LimitUse limits, List<String> notes, boolean partial) {
        List<MarketData> data = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < markets.size(); i++) {
            LoadedMarket market = markets.get(i);
            int seen = process.barsRead(i);
            data.add(new MarketData(
                    market.instrument(),
                    process.closedBars(i),
                    new BarsSlice(market.bars(), 0, seen),
                    Math.min(market.history(), seen),
                    market.quality()));
            hashes.add(market.quality().contentHash());
        }
        SortedMap<String, String> effective = new TreeMap<>(config.effective());
        expert.inputs().forEach((field, value) -> effective.put("inputs." + field, value));
        return new RunRecord(
                config.strategy().name().orElse(expert.name()),
                result,
                data,
                intrabar,
                limits,
                effective,
                Manifests.of(plan, effective, hashes),
                notes,
                partial);
    }
}
