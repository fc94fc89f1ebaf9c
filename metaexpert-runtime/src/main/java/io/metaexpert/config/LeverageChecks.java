package io.metaexpert.config;

import io.metaexpert.config.MetaExpertConfig.Market;
import io.metaexpert.market.ContractSymbol;
import io.metaexpert.market.ContractType;
import io.metaexpert.portfolio.contract.MarginTierCatalog;
import io.metaexpert.protection.Distance;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the leverage leaves the liquidation of an isolated position twice as far away as its stop.
 *
 * <p>With leverage L and maintenance rate m, what is left of a linear short at entry · (1 + d) is entry · (1/L − d), and it is liquidated where
 * that is m · entry · (1 + d); so d = (1/L − m) / (1 + m), nearer than that of a long. Of an inverse long it is d = (1 − L · m) / (L + 1), nearer
 * than that of a short. The rate is that of the smallest positions, so that what is refused here is refused at any size.
 */
final class LeverageChecks {
    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal TWICE = BigDecimal.TWO;

    /** A nearer stop is no advice. */
    private static final BigDecimal NEAREST = new BigDecimal("0.0001");

    /** Where no rates are bundled. */
    private static final BigDecimal USUAL_RATE = new BigDecimal("0.01");

    private final Values values;
    private final boolean inverse;

    private LeverageChecks(Values values) {
        this.values = values;
        this.inverse = values.contractType() == ContractType.INVERSE;
    }

    static List<Problem> run(Values values) {
        boolean known = values.usable(
                Keys.SYMBOL,
                Keys.EXCHANGE,
                Keys.MARKET_TYPE,
                Keys.CONTRACT,
                Keys.MARGIN_MODE,
                TradingKeys.LEVERAGE,
                ProtectionKeys.STOP_LOSS);
        boolean isolated = known
                && values.get(Keys.MARKET_TYPE) == Market.Type.FUTURES
                && values.get(Keys.MARGIN_MODE) == Market.MarginMode.ISOLATED;
        return isolated
                        && values.get(ProtectionKeys.STOP_LOSS).orElse(null)
                                instanceof Distance.Fraction(BigDecimal stop)
                ? new LeverageChecks(values).problem(stop).stream().toList()
                : List.of();
    }

    private Optional<Problem> problem(BigDecimal stop) {
        BigDecimal leverage = values.get(TradingKeys.LEVERAGE);
        BigDecimal rate = rate();
        BigDecimal distance = distance(leverage, rate);
        if (distance.compareTo(stop.multiply(TWICE)) >= 0) {
            return Optional.empty();
        }
        return Optional.of(values.problem(
                "with `%s` the liquidation is %s from the entry, less than twice the stop-loss of `%s`"
                        .formatted(
                                values.text(TradingKeys.LEVERAGE),
                                percent(distance),
                                values.text(ProtectionKeys.STOP_LOSS)),
                hint(mostLeverage(stop.multiply(TWICE), rate), distance.divide(TWICE), rate),
                TradingKeys.LEVERAGE,
                ProtectionKeys.STOP_LOSS));
    }

    private static String hint(BigDecimal leverage, BigDecimal stop, BigDecimal rate) {
        List<String> ways = new ArrayList<>();
        if (leverage.signum() > 0) {
            ways.add("sizing.leverage to at most `" + leverage + "x`");
        }
        if (stop.compareTo(NEAREST) >= 0) {
            ways.add("protection.stop-loss to at most `" + percent(stop) + "`");
        }
        return "set " + String.join(", or ", ways) + " (reckoned with a maintenance margin of "
                + ValueTypes.percentText(rate) + ")";
    }

    /** From the entry to the nearer of the two liquidation prices. */
    private BigDecimal distance(BigDecimal leverage, BigDecimal rate) {
        BigDecimal left = BigDecimal.ONE.subtract(leverage.multiply(rate));
        BigDecimal parts = inverse ? leverage.add(BigDecimal.ONE) : leverage.multiply(rate.add(BigDecimal.ONE));
        return left.divide(parts, PRECISION).max(BigDecimal.ZERO);
    }

    /** The same equations solved for L, in whole steps; 0 when not even 1x is little enough. */
    private BigDecimal mostLeverage(BigDecimal distance, BigDecimal rate) {
        BigDecimal most = inverse
                ? BigDecimal.ONE.subtract(distance).divide(distance.add(rate), PRECISION)
                : BigDecimal.ONE.divide(
                        distance.multiply(rate.add(BigDecimal.ONE)).add(rate), PRECISION);
        return most.setScale(0, RoundingMode.DOWN).max(BigDecimal.ZERO);
    }

    /** The highest of the symbols' rates. */
    private BigDecimal rate() {
        return values.get(Keys.SYMBOL).stream()
                .map(this::rate)
                .max(BigDecimal::compareTo)
                .orElse(USUAL_RATE);
    }

    private BigDecimal rate(String symbol) {
        return MarginTierCatalog.find(
                        values.text(Keys.EXCHANGE),
                        values.contractType(),
                        ContractSymbol.parse(symbol).pair())
                .map(tiers -> tiers.tiers().getFirst().rate())
                .orElse(USUAL_RATE);
    }

    private static String percent(BigDecimal fraction) {
        return ValueTypes.percentText(fraction.setScale(4, RoundingMode.DOWN));
    }
}
