package io.metaexpert.backtest;

import io.metaexpert.UserException;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.config.MetaExpertConfig.Backtest.Model;
import io.metaexpert.data.DataCatalog;
import io.metaexpert.data.GapPolicy;
import io.metaexpert.market.BarResampler;
import io.metaexpert.market.Bars;
import io.metaexpert.market.BarsSlice;
import io.metaexpert.market.Contract;
import io.metaexpert.market.ContractSymbol;
import io.metaexpert.market.DataQuality;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loads the bars of every symbol and cuts them to the period of the run. */
final class MarketLoader {
    private final BacktestPlan plan;
    private final MetaExpertConfig config;
    private final Timeframe timeframe;
    private final BarChange change;

    MarketLoader(BacktestPlan plan, BarChange change) {
        this.plan = plan;
        this.change = change;
        this.config = plan.config();
        this.timeframe = config.strategy().timeframe();
    }

    /**
     * Bars of one symbol, of which the first {@code history} precede the run.
     *
     * @param underlying of an option: the bars that decide its exercise; else empty
     * @param ticks what was recorded between the bars; empty where fills come from bars
     */
    record LoadedMarket(
            Instrument instrument,
            Bars bars,
            int history,
            DataQuality quality,
            FundingLoader.Funding funding,
            Optional<Bars> underlying,
            Optional<DataCatalog.LoadedTicks> ticks) {
        /** Whether best bid and ask are known. */
        boolean isQuoted() {
            return ticks.filter(found -> found.quality().quotes() > 0
                            || found.quality().depth().snapshots() > 0)
                    .isPresent();
        }
    }

    List<LoadedMarket> load() {
        List<LoadedMarket> markets = new ArrayList<>();
        for (Instrument instrument : config.instruments()) {
            markets.add(load(instrument));
        }
        return markets;
    }

    private LoadedMarket load(Instrument instrument) {
        String symbol = instrument.id().symbol();
        Optional<DataCatalog.LoadedBars> underlying = underlying(symbol);
        DataCatalog.LoadedBars loaded = underlying
                .filter(bars -> config.backtest().data().equals(DataCatalog.SAMPLE))
                .map(bars -> priced(instrument, bars))
                .orElseGet(() -> bars(config.backtest().data(), symbol));
        Bars base = base(change.apply(instrument, loaded.bars()), symbol);
        int from = config.backtest()
                .from()
                .map(t -> base.indexAtOrAfter(t.toEpochMilli()))
                .orElse(0);
        int to = config.backtest()
                .to()
                .map(t -> base.indexAtOrAfter(t.toEpochMilli()))
                .orElse(base.size());
        if (from >= to) {
            throw noBars(loaded.bars(), symbol);
        }
        int start = config.backtest().from().map(t -> historyStart(base, t)).orElse(0);
        Bars cut = start == 0 && to == base.size() ? base : new BarsSlice(base, start, to);
        refuseShorterThanWarmup(symbol, base.openTimeMs(from), base.closeTimeMs(to - 1));
        FundingLoader.Funding funding = new FundingLoader(config.backtest(), plan.projectDir())
                .load(instrument, base.openTimeMs(from) - 1, base.closeTimeMs(to - 1));
        return new LoadedMarket(
                instrument,
                cut,
                from - start,
                loaded.quality(),
                funding,
                underlying.map(DataCatalog.LoadedBars::bars),
                ticks());
    }

    /** A run that ends before its warm-up does would trade nothing and say nothing about it. */
    private void refuseShorterThanWarmup(String symbol, long fromMs, long toMs) {
        int warmup = config.strategy().warmupBars();
        long bars = (toMs - fromMs) / timeframe.lengthMs();
        if (warmup > 0 && bars <= warmup) {
            throw new UserException(
                    "the data of %s have %d bars of %s, and strategy.warmup-bars asks for %d"
                            .formatted(symbol, bars, timeframe, warmup),
                    "lower strategy.warmup-bars, or use more data");
        }
    }

    private DataCatalog.LoadedBars bars(String data, String symbol) {
        return plan.catalog().load(data, plan.projectDir(), symbol, gaps());
    }

    /** The underlying of an option. */
    private Optional<DataCatalog.LoadedBars> underlying(String symbol) {
        return config.backtest()
                .underlying()
                .map(data -> bars(data, ContractSymbol.parse(symbol).pair()));
    }

    private DataCatalog.LoadedBars priced(Instrument instrument, DataCatalog.LoadedBars underlying) {
        Contract.Option option = (Contract.Option) instrument.contract();
        double volatility = config.backtest().volatility().doubleValue();
        return new DataCatalog.LoadedBars(OptionBars.of(option, volatility, underlying.bars()), underlying.quality());
    }

    private Optional<DataCatalog.LoadedTicks> ticks() {
        Optional<Model> model = config.backtest().model().filter(Model::isRecorded);
        if (model.isEmpty()) {
            return Optional.empty();
        }
        String data = config.backtest().data();
        DataCatalog.LoadedTicks loaded = plan.catalog().loadTicks(data, plan.projectDir());
        if (model.get() == Model.BOOK && loaded.quality().depth().snapshots() == 0) {
            throw new UserException(
                    "backtest.model book needs depth, and the dataset \"" + data + "\" has none",
                    "use backtest.model: ticks, or import a recording with depth and a snapshot");
        }
        return Optional.of(loaded);
    }

    private GapPolicy gaps() {
        return GapPolicy.valueOf(config.backtest().gaps().name());
    }

    /** The lookback before {@code from}, in whole bars of the strategy's timeframe. */
    private int historyStart(Bars base, Instant from) {
        long first = timeframe.openMs(from.toEpochMilli()) - config.strategy().lookbackBars() * timeframe.lengthMs();
        return base.indexAtOrAfter(first);
    }

    private Bars base(Bars data, String symbol) {
        if (!timeframe.isBuiltFrom(data.timeframe())) {
            throw new UserException(
                    "strategy.timeframe " + timeframe + " cannot be built from the data of " + symbol + ", which are "
                            + data.timeframe() + " bars",
                    "use a multiple of " + data.timeframe() + ", or finer data");
        }
        Model model = config.backtest().model().orElse(null);
        if (model == Model.BARS_1M && data.timeframe() != Timeframe.M1) {
            throw new UserException(
                    "backtest.model bars-1m needs 1m data, but those of " + symbol + " are " + data.timeframe()
                            + " bars",
                    "leave backtest.model out to use the data as they are");
        }
        return model == Model.BARS ? BarResampler.resample(data, timeframe) : data;
    }

    private UserException noBars(Bars data, String symbol) {
        String span = data.size() == 0
                ? "there are none"
                : "they reach from " + Instant.ofEpochMilli(data.openTimeMs(0)) + " to "
                        + Instant.ofEpochMilli(data.closeTimeMs(data.size() - 1));
        return new UserException(
                "no bars of " + symbol + " between backtest.from and backtest.to; " + span,
                "change backtest.from and backtest.to (--from, --to), or leave them out");
    }
}
