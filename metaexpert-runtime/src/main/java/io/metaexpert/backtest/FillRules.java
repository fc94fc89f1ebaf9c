package io.metaexpert.backtest;

import io.metaexpert.config.LatencySpec;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.config.MetaExpertConfig.Backtest.Model;
import io.metaexpert.simulate.Assumption;
import io.metaexpert.simulate.FillModel;
import io.metaexpert.simulate.FillSettings;
import io.metaexpert.simulate.Latency;
import java.util.Optional;

/** How orders fill, as the configuration says. */
final class FillRules {
    private FillRules() {}

    static FillSettings of(MetaExpertConfig.Backtest backtest, MetaExpertConfig.Backtest.Assumption assumption) {
        boolean path = backtest.model().filter(Model.OHLC_PATH::equals).isPresent();
        return new FillSettings(
                path ? FillModel.OHLC_PATH : FillModel.BARS,
                Assumption.valueOf(assumption.name()),
                latency(backtest.latency()),
                backtest.partialFills() ? Optional.of(backtest.volumeShare()) : Optional.empty(),
                backtest.spread(),
                backtest.seed());
    }

    private static Latency latency(LatencySpec spec) {
        return switch (spec) {
            case LatencySpec.Fixed(var length) -> new Latency.Fixed(length);
            case LatencySpec.Uniform(var least, var most) -> new Latency.Uniform(least, most);
            case LatencySpec.Normal(var mean, var deviation) -> new Latency.Normal(mean, deviation);
        };
    }
}
