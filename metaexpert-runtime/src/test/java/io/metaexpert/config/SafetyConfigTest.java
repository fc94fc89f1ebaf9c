package io.metaexpert.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.market.Money;
import io.metaexpert.protection.Distance;
import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.risk.FilterSettings;
import io.metaexpert.risk.LossLimit;
import io.metaexpert.risk.RiskLimits;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SafetyConfigTest {
    @Test
    void hasEverythingOffThatIsNotNamed() {
        assertThat(SafetyConfig.parse(Map.of()))
                .isEqualTo(new SafetyConfig(RiskLimits.NONE, ProtectionSettings.NONE, FilterSettings.NONE));
    }

    @Test
    void readsWhatIsNamed() {
        SafetyConfig safety = SafetyConfig.parse(Map.of(
                "risk.max-drawdown", "20%",
                "risk.daily-loss-limit", "500 USDT",
                "portfolio.max-positions-per-symbol", "1",
                "protection.stop-loss", "2%",
                "filters.trade-hours", "[9, 10]"));

        assertThat(safety.limits().maxDrawdown()).contains(new BigDecimal("0.2"));
        assertThat(safety.limits().dailyLoss()).contains(new LossLimit.Amount(Money.of("500", "USDT")));
        assertThat(safety.limits().maxPositionsPerSymbol()).contains(1);
        assertThat(safety.limits().maxSpread()).isEmpty();
        assertThat(safety.protection().stopLoss())
                .isEqualTo(Optional.of(new Distance.Fraction(new BigDecimal("0.02"))));
        assertThat(safety.filters().hours()).containsExactlyInAnyOrder(9, 10);
    }

    @Test
    void saysTheSameOfAMistakeAsTheConfigurationDoes() {
        assertThatThrownBy(() -> SafetyConfig.parse(Map.of("risk.max-drawdown", "20")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("risk.max-drawdown: needs a unit (was `20`)")
                .hasMessageContaining("write `20%`");
        assertThatThrownBy(() -> SafetyConfig.parse(Map.of("risk.max-drawdwn", "20%")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean `risk.max-drawdown`?");
        assertThatThrownBy(() -> SafetyConfig.parse(Map.of("execution.slippage", "1%")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("execution.slippage: is not a key of limits");
    }
}
