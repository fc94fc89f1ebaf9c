package io.metaexpert.config;

import io.metaexpert.config.MetaExpertConfig.Backtest.Model;
import io.metaexpert.config.MetaExpertConfig.Exchange.Name;
import io.metaexpert.config.MetaExpertConfig.Market;
import io.metaexpert.market.ContractSymbol;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Whether type, contract and symbols fit together, and whether every key that is set has an effect in that market. */
final class MarketChecks {
    private final Values values;
    private final List<Problem> problems = new ArrayList<>();

    private MarketChecks(Values values) {
        this.values = values;
    }

    static List<Problem> run(Values values) {
        MarketChecks checks = new MarketChecks(values);
        if (!values.usable(Keys.MARKET_TYPE) || !values.usable(Keys.CONTRACT)) {
            return List.of();
        }
        checks.when(checks::exchange, Keys.EXCHANGE);
        checks.when(checks::positionMode, Keys.EXCHANGE, Keys.POSITION_MODE);
        checks.when(checks::symbols, Keys.SYMBOL);
        checks.when(checks::leverage, TradingKeys.LEVERAGE);
        checks.futuresOnly(Keys.CONTRACT, Keys.POSITION_MODE, Keys.MARGIN_MODE);
        checks.perpetualsOnly(RunKeys.FUNDING, RunKeys.FUNDING_RATE, RunKeys.FUNDING_DATA, RunKeys.MARK_DATA);
        checks.notOnSpot(RunKeys.CONTRACT_SIZE, RunKeys.LIQUIDATION);
        checks.when(checks::underlying, RunKeys.UNDERLYING);
        checks.optionsOnly(RunKeys.UNDERLYING, RunKeys.VOLATILITY);
        checks.onlyWith(RunKeys.FUNDING, RunKeys.FUNDING_RATE, RunKeys.FUNDING_DATA, RunKeys.MARK_DATA);
        checks.onlyWith(RunKeys.PARTIAL_FILLS, RunKeys.VOLUME_SHARE);
        checks.when(checks::ticks, RunKeys.MODEL, RunKeys.ASSUME, Keys.SYMBOL);
        return checks.problems;
    }

    private void when(Runnable check, Key<?>... keys) {
        if (values.usable(keys)) {
            check.run();
        }
    }

    private void exchange() {
        Name exchange = values.get(Keys.EXCHANGE);
        if (isOptions() && (exchange == Name.BITGET || exchange == Name.KUCOIN)) {
            problem(
                    exchange + " has no options that MetaExpert trades",
                    "use binance, bybit or okx, or another market.type",
                    Keys.MARKET_TYPE,
                    Keys.EXCHANGE);
        }
    }

    /** What is recorded between bars needs no assumption, and is of one symbol. */
    private void ticks() {
        boolean recorded = values.get(RunKeys.MODEL).filter(Model::isRecorded).isPresent();
        if (!recorded) {
            return;
        }
        if (isOther(RunKeys.ASSUME)) {
            problem(
                    "has no effect with backtest.model `" + values.text(RunKeys.MODEL)
                            + "`, where the order of prices is known",
                    "remove it",
                    RunKeys.ASSUME,
                    RunKeys.MODEL);
        }
        if (values.get(Keys.SYMBOL).size() > 1) {
            problem(
                    "must be one symbol with backtest.model `" + values.text(RunKeys.MODEL)
                            + "`, as a dataset of ticks is of one",
                    "name one, or use a model of bars",
                    Keys.SYMBOL,
                    RunKeys.MODEL);
        }
        if (isOptions()) {
            problem("is not for options, which need bars", "use a model of bars", RunKeys.MODEL, Keys.MARKET_TYPE);
        }
    }

    /** Source: KuCoin futures have one position a symbol. */
    private void positionMode() {
        if (values.get(Keys.POSITION_MODE) == Market.PositionMode.HEDGE && values.get(Keys.EXCHANGE) == Name.KUCOIN) {
            problem(
                    "kucoin has no hedge mode that MetaExpert trades",
                    "remove it, or use another exchange",
                    Keys.POSITION_MODE,
                    Keys.EXCHANGE);
        }
    }

    private void underlying() {
        if (isOptions() && values.get(RunKeys.UNDERLYING).isEmpty()) {
            problem(
                    "options need the data of their underlying, which decide whether they are exercised",
                    "set backtest.underlying, for instance to `sample`",
                    RunKeys.UNDERLYING,
                    Keys.MARKET_TYPE);
        }
    }

    private void symbols() {
        int before = problems.size();
        values.get(Keys.SYMBOL).forEach(this::symbol);
        if (problems.size() == before && values.usable(RunKeys.INITIAL_CAPITAL)) {
            settlement();
        }
    }

    private void symbol(String symbol) {
        ContractSymbol parts = ContractSymbol.parse(symbol);
        if (isOptions() && !parts.isOption()) {
            problem(
                    symbol + " is not an option: expiry, strike and kind are missing",
                    "write it like `" + parts.base() + "/USD-260327-100000-C`, or change market.type",
                    Keys.SYMBOL);
        } else if (!isOptions() && parts.isOption()) {
            problem(symbol + " is an option", "set market.type to `options`", Keys.SYMBOL);
        } else if (isSpot() && (parts.expiry().isPresent() || parts.settlement().isPresent())) {
            problem(
                    symbol + " is a futures contract",
                    "set market.type to `futures`, or write `" + parts.pair() + "`",
                    Keys.SYMBOL);
        }
    }

    private void settlement() {
        ContractType type = values.contractType();
        List<String> currencies = values.get(Keys.SYMBOL).stream()
                .map(symbol -> Symbols.settlement(type, symbol))
                .distinct()
                .toList();
        if (currencies.size() > 1) {
            problem(
                    "mixes the currencies of settlement " + String.join(" and ", currencies),
                    "an account has one currency",
                    Keys.SYMBOL);
            return;
        }
        Money capital = values.get(RunKeys.INITIAL_CAPITAL);
        if (values.isSet(RunKeys.INITIAL_CAPITAL) && !capital.currency().equals(currencies.get(0))) {
            problem(
                    "must be in " + currencies.get(0) + ", in which " + values.text(Keys.SYMBOL) + " is settled",
                    "write `" + capital.amount().toPlainString() + " " + currencies.get(0) + "`",
                    RunKeys.INITIAL_CAPITAL);
        }
    }

    private void leverage() {
        if (values.get(TradingKeys.LEVERAGE).compareTo(BigDecimal.ONE) <= 0) {
            return;
        }
        if (isSpot()) {
            problem(
                    "must be 1x on the spot market",
                    "remove it, or set market.type to `futures`",
                    TradingKeys.LEVERAGE);
        } else if (isOptions()) {
            problem("must be 1x for options, whose premium is paid in full", "remove it", TradingKeys.LEVERAGE);
        }
    }

    /** A key whose default is neutral has no effect elsewhere, so setting it to anything else is a mistake. */
    private void futuresOnly(Key<?>... keys) {
        for (Key<?> key : keys) {
            if (values.get(Keys.MARKET_TYPE) != Market.Type.FUTURES && isOther(key)) {
                problem(
                        "is for futures only, not for market.type `" + values.text(Keys.MARKET_TYPE) + "`",
                        "remove it, or set market.type to `futures`",
                        key);
            }
        }
    }

    private void perpetualsOnly(Key<?>... keys) {
        boolean perpetual = values.get(Keys.MARKET_TYPE) == Market.Type.FUTURES;
        for (Key<?> key : keys) {
            if (!perpetual && isOther(key) && !values.text(key).equals("false")) {
                problem("is for perpetual futures only", "remove it", key);
            }
        }
    }

    private void notOnSpot(Key<?>... keys) {
        for (Key<?> key : keys) {
            if (isSpot() && isOther(key) && !values.text(key).equals("false")) {
                problem("is for futures and options only", "remove it", key);
            }
        }
    }

    private void optionsOnly(Key<?>... keys) {
        for (Key<?> key : keys) {
            if (!isOptions() && isOther(key)) {
                problem("is for options only", "remove it, or set market.type to `options`", key);
            }
        }
    }

    /** A detail of something that is switched off has no effect. */
    private void onlyWith(Key<Boolean> whole, Key<?>... details) {
        if (!values.usable(whole) || values.get(whole)) {
            return;
        }
        for (Key<?> detail : details) {
            if (isOther(detail)) {
                problem("has no effect without " + whole.path() + ": true", "remove it, or set that key", detail);
            }
        }
    }

    private boolean isOther(Key<?> key) {
        return values.usable(key) && values.isSet(key) && !values.text(key).equals(key.defaultText());
    }

    private boolean isSpot() {
        return values.get(Keys.MARKET_TYPE) == Market.Type.SPOT;
    }

    private boolean isOptions() {
        return values.get(Keys.MARKET_TYPE) == Market.Type.OPTIONS;
    }

    private void problem(String message, String hint, Key<?>... keys) {
        problems.add(values.problem(message, hint, keys));
    }
}
