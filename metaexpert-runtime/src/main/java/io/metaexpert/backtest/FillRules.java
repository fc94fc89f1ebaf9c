package io.metaexpert.backtest;

import io.metaexpert.config.LatencySpec;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.simulate.Assumption;
import io.metaexpert.simulate.FillModel;
import io.metaexpert.simulate.FillSettings;
import io.metaexpert.simulate.Latency;
import java.math.BigDecimal;
import java.util.Optional;

/** How orders fill, as the configuration says. */
final class FillRules {
    private FillRules() {}

    /** @param quoted whether the data hold quotes, so that the spread is known */
    static FillSettings of(
            MetaExpertConfig.Backtest backtest, MetaExpertConfig.Backtest.Assumption assumption, boolean quoted) {
        return new FillSettings(
                model(backtest.model()),
                Assumption.valueOf(assumption.name()),
                latency(backtest.latency()),
                backtest.partialFills() ? Optional.of(backtest.volumeShare()) : Optional.empty(),
                quoted ? BigDecimal.ZERO : backtest.spread(),
                backtest.seed());
    }

    private static FillModel model(Optional<MetaExpertConfig.Backtest.Model> model) {
        if (model.isEmpty()) {
            return FillModel.BARS;
        }
        return switch (model.get()) {
            case TICKS -> FillModel.TICKS;
            case BOOK -> FillModel.BOOK;
            case OHLC_PATH -> FillModel.OHLC_PATH;
            case BARS, BARS_1M -> FillModel.BARS;
        };
    }

    private static Latency latency(LatencySpec spec) {
        return switch (spec) {
            case LatencySpec.Fixed(var length) -> new Latency.Fixed(length);
            case LatencySpec.Uniform(var least, var most) -> new Latency.Uniform(least, most);
            case LatencySpec.LogNormal(var median, var sigma) -> new Latency.LogNormal(median, sigma);
            case LatencySpec.Normal(var mean, var deviation) -> new Latency.Normal(mean, deviation);
        };
    }
}
