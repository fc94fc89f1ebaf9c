package io.metaexpert.stress.run;

import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.Money;
import io.metaexpert.risk.FilterSettings;
import io.metaexpert.risk.LossLimit;
import io.metaexpert.risk.RiskLimits;
import io.metaexpert.stress.market.Traded;
import io.metaexpert.stress.scenario.Scenario;
import io.metaexpert.stress.scenario.Trader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * The account of a scenario: the project's, in the currency in which the scenario's instruments are settled. Limits that are amounts keep
 * their share of the capital.
 *
 * @param quoteCapital what the capital is worth in quote currency at the first prices
 */
record Account(
        Money capital,
        double quoteCapital,
        BigDecimal leverage,
        boolean hedge,
        boolean cross,
        RiskLimits limits,
        FilterSettings filters) {

    static Account of(MetaExpertConfig config, Scenario scenario, List<Traded> traded, double ownPrice) {
        Money own = config.backtest().initialCapital();
        Instrument first = traded.get(0).instrument();
        boolean ownCoin = config.market().contractType() == ContractType.INVERSE;
        double quote = own.toDouble() * (ownCoin ? ownPrice : 1);
        boolean isOwn = scenario.trader() == Trader.OWN;
        boolean cross = config.market().marginMode() == MetaExpertConfig.Market.MarginMode.CROSS;
        if (isOwn) {
            boolean hedge = config.market().positionMode() == MetaExpertConfig.Market.PositionMode.HEDGE;
            return new Account(own, quote, config.sizing().leverage(), hedge, cross, config.risk(), config.filters());
        }
        boolean coin = first.contractType() == ContractType.INVERSE;
        BigDecimal amount = new BigDecimal(quote / (coin ? traded.get(0).price() : 1), new MathContext(8));
        Money capital = new Money(amount, first.settlementCurrency());
        RiskLimits limits = limits(config.risk(), own, capital, first.quoteCurrency(), scenario.hedge());
        FilterSettings filters = filters(config.filters(), first.quoteCurrency());
        return new Account(
                capital, quote, BigDecimal.valueOf(scenario.leverage()), scenario.hedge(), cross, limits, filters);
    }

    private static RiskLimits limits(RiskLimits of, Money own, Money capital, String quote, boolean hedge) {
        Optional<Integer> perSymbol =
                hedge ? of.maxPositionsPerSymbol().map(most -> Math.max(2, most)) : of.maxPositionsPerSymbol();
        return new RiskLimits(
                of.maxDrawdown(),
                of.dailyLoss().map(limit -> scaled(limit, own, capital)),
                of.onBreach(),
                of.peakBasis(),
                of.stress(),
                of.maxPosition().map(money -> new Money(money.amount(), quote)),
                of.maxOpenPositions(),
                perSymbol,
                of.maxOrdersPerMinute(),
                of.maxSpread(),
                of.maxQuoteAge(),
                of.collar());
    }

    private static LossLimit scaled(LossLimit limit, Money own, Money capital) {
        if (!(limit instanceof LossLimit.Amount(var money))) {
            return limit;
        }
        BigDecimal amount = money.amount().multiply(capital.amount()).divide(own.amount(), new MathContext(8));
        return new LossLimit.Amount(new Money(amount, capital.currency()));
    }

    private static FilterSettings filters(FilterSettings of, String quote) {
        return new FilterSettings(
                of.hours(),
                of.days(),
                of.minVolume().map(money -> new Money(money.amount(), quote)),
                of.volatility(),
                of.band(),
                of.trend(),
                of.trendPeriod());
    }
}
