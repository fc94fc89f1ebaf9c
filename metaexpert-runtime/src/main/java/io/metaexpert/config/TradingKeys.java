package io.metaexpert.config;

import static io.metaexpert.config.ValueTypes.PERCENTAGE;

import java.math.BigDecimal;
import java.util.stream.Stream;

/** The keys of how much is traded and what it costs, and those of what may stop it. */
final class TradingKeys {
    static final Key<MetaExpertConfig.Sizing.Rule> SIZING_TYPE = Key.of(
            "sizing.type",
            ValueTypes.choice(MetaExpertConfig.Sizing.Rule.class),
            "percent-equity",
            "How large `size()` makes an order: a quantity (`fixed-base`), an amount (`fixed-quote`), a share of equity times the leverage (`percent-equity`), or so much that the way from the entry to the stop costs a share of equity (`risk-based`).");
    static final Key<SizingValue> SIZING_VALUE = Key.of(
            "sizing.value",
            SizingTypes.VALUE,
            "10%",
            "The size. Its unit must match `sizing.type`: `0.01 BTC`, `1000 USDT` or `10%`; with `risk-based` the share of equity that is lost at the stop, such as `1%`.");
    static final Key<BigDecimal> LEVERAGE = Key.of(
            "sizing.leverage",
            ValueTypes.LEVERAGE,
            "1x",
            "Position value per equity; more than `1x` on futures only, and no more than leaves the liquidation twice as far away as the stop.");

    static final Key<BigDecimal> SLIPPAGE = Key.of(
            "execution.slippage",
            PERCENTAGE.where(
                    value -> value.compareTo(BigDecimal.ONE) < 0,
                    "must be below 100%",
                    "a percentage below 100%, such as `0.1%`"),
            "0.1%",
            "What a market or stop order pays beyond the price at which it meets the market.");

    private TradingKeys() {}

    /** In the order in which the reference shows them. */
    static Stream<Key<?>> all() {
        return Stream.of(
                        Stream.<Key<?>>of(SIZING_TYPE, SIZING_VALUE, LEVERAGE, LimitKeys.MAX_POSITION),
                        LimitKeys.risk(),
                        ProtectionKeys.all(),
                        Stream.<Key<?>>of(SLIPPAGE),
                        LimitKeys.execution(),
                        LimitKeys.portfolio(),
                        FilterKeys.all())
                .flatMap(keys -> keys);
    }
}
