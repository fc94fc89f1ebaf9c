package io.metaexpert.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.api.Expert;
import io.metaexpert.api.OnBar;
import io.metaexpert.risk.RiskLimits;
import org.junit.jupiter.api.Test;

class TesterSetupTest {
    @Expert
    static final class Idle {
        @OnBar
        void bar() {}
    }

    private static TesterSetup setup() {
        return ExpertTester.of(Idle.class);
    }

    @Test
    void takesLimitsByTheirKeysOneAfterTheOther() {
        assertThatCode(() -> setup().set("risk.max-drawdown", "20%")
                        .set("filters.trade-hours", "9, 10")
                        .set("risk.max-drawdown", "off")
                        .start())
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWhatAConfigurationRefuses() {
        assertThatThrownBy(() -> setup().set("risk.max-drawdown", "20"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("risk.max-drawdown: needs a unit (was `20`)")
                .hasMessageContaining("hint: write `20%`");
        assertThatThrownBy(() -> setup().set("protection.stoploss", "2%"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean `protection.stop-loss`?");
    }

    @Test
    void doesNotForgetLimitsThatWereGivenAsAWhole() {
        RiskLimits limits = new RiskLimits(
                RiskLimits.NONE.maxDrawdown(),
                RiskLimits.NONE.dailyLoss(),
                RiskLimits.NONE.onBreach(),
                RiskLimits.NONE.peakBasis(),
                RiskLimits.NONE.stress(),
                RiskLimits.NONE.maxPosition(),
                java.util.Optional.of(1),
                RiskLimits.NONE.maxPositionsPerSymbol(),
                RiskLimits.NONE.maxOrdersPerMinute(),
                RiskLimits.NONE.maxSpread(),
                RiskLimits.NONE.maxQuoteAge(),
                RiskLimits.NONE.collar());

        assertThatThrownBy(() -> setup().limits(limits).set("risk.max-drawdown", "20%"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not go with limits()");
    }
}
