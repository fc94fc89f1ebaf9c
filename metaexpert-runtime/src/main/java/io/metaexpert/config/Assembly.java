package io.metaexpert.config;

import io.metaexpert.market.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the records from checked values. */
final class Assembly {
    private final Values values;

    private Assembly(Values values) {
        this.values = values;
    }

    static MetaExpertConfig config(Values values, Map<String, Raw> inputs) {
        return new Assembly(values).config(inputs);
    }

    private MetaExpertConfig config(Map<String, Raw> raws) {
        SortedMap<String, String> inputs = new TreeMap<>();
        raws.forEach((name, raw) -> inputs.put(name, raw.text()));
        MetaExpertConfig.Backtest backtest = backtest();
        SafetyConfig safety = SafetyConfig.of(values);
        return new MetaExpertConfig(
                exchange(),
                market(),
                strategy(),
                sizing(),
                safety.limits(),
                safety.protection(),
                new MetaExpertConfig.Execution(values.get(TradingKeys.SLIPPAGE)),
                safety.filters(),
                logging(),
                new MetaExpertConfig.State(values.get(Keys.STATE_ENABLED), values.get(Keys.STATE_PATH)),
                backtest,
                instrumentRules(values),
                new MetaExpertConfig.Paper(values.get(RunKeys.PAPER_CAPITAL)),
                inputs,
                new MetaExpertConfig.Notify(values.get(RunKeys.TELEGRAM), values.get(RunKeys.WEBHOOK)),
                new MetaExpertConfig.Dashboard(values.get(RunKeys.DASHBOARD), values.get(RunKeys.PORT)),
                effective(backtest, safety, inputs));
    }

    private SortedMap<String, String> effective(
            MetaExpertConfig.Backtest backtest, SafetyConfig safety, Map<String, String> inputs) {
        SortedMap<String, String> texts = values.texts();
        texts.put(RunKeys.MAKER_FEE.path(), ValueTypes.percentText(backtest.makerFee()));
        texts.put(RunKeys.TAKER_FEE.path(), ValueTypes.percentText(backtest.takerFee()));
        texts.put(RunKeys.INITIAL_CAPITAL.path(), backtest.initialCapital().toString());
        Key<Optional<Integer>> perSymbol = LimitKeys.POSITIONS_PER_SYMBOL;
        texts.put(
                perSymbol.path(),
                perSymbol.type().format().apply(safety.limits().maxPositionsPerSymbol()));
        inputs.forEach((name, text) -> texts.put(Keys.INPUTS + "." + name, text));
        return texts;
    }

    private MetaExpertConfig.Exchange exchange() {
        return new MetaExpertConfig.Exchange(
                values.get(Keys.EXCHANGE),
                values.get(Keys.TESTNET),
                values.get(Keys.SUBACCOUNT),
                values.get(Keys.BASE_URL),
                values.get(Keys.STREAM_URL),
                values.get(Keys.PROXY),
                values.get(Keys.RATE_LIMIT_SHARE),
                values.get(Keys.RECEIVE_WINDOW));
    }

    private MetaExpertConfig.Market market() {
        return new MetaExpertConfig.Market(
                values.get(Keys.MARKET_TYPE),
                values.get(Keys.CONTRACT),
                values.get(Keys.MARGIN_MODE),
                values.get(Keys.POSITION_MODE));
    }

    private MetaExpertConfig.Strategy strategy() {
        return new MetaExpertConfig.Strategy(
                values.get(Keys.SYMBOL),
                values.get(Keys.TIMEFRAME),
                values.get(Keys.LOOKBACK),
                values.get(Keys.WARMUP),
                values.get(Keys.ID),
                values.get(Keys.NAME),
                values.get(Keys.COMMENT),
                values.get(Keys.ON_ERROR));
    }

    private MetaExpertConfig.Sizing sizing() {
        return new MetaExpertConfig.Sizing(
                values.get(TradingKeys.SIZING_TYPE), sizingValue(), values.get(TradingKeys.LEVERAGE));
    }

    /** What only the type says: whether an amount is a quantity, and what a share is a share of. */
    private SizingValue sizingValue() {
        SizingValue value = values.get(TradingKeys.SIZING_VALUE);
        return switch (values.get(TradingKeys.SIZING_TYPE)) {
            case FIXED_BASE -> value instanceof SizingValue.Quote(Money amount) ? new SizingValue.Base(amount) : value;
            case RISK_BASED ->
                value instanceof SizingValue.EquityShare(BigDecimal fraction)
                        ? new SizingValue.RiskShare(fraction)
                        : value;
            case FIXED_QUOTE, PERCENT_EQUITY -> value;
        };
    }

    private MetaExpertConfig.Logging logging() {
        return new MetaExpertConfig.Logging(
                values.get(Keys.LEVEL),
                values.get(Keys.CONSOLE),
                values.get(Keys.LOG_FILE),
                values.get(Keys.TRADE_FILE),
                values.get(Keys.ERROR_FILE),
                values.get(Keys.JSON),
                values.get(Keys.MAX_FILE_SIZE),
                values.get(Keys.MAX_HISTORY));
    }

    private MetaExpertConfig.Backtest backtest() {
        BaseFees.Fees base = BaseFees.of(values.get(Keys.EXCHANGE), values.get(Keys.MARKET_TYPE));
        return new MetaExpertConfig.Backtest(
                values.get(RunKeys.FROM),
                values.get(RunKeys.TO),
                initialCapital(values),
                values.get(RunKeys.DATA),
                values.get(RunKeys.MODEL),
                values.get(RunKeys.ASSUME),
                values.get(RunKeys.MAKER_FEE).orElse(base.maker()),
                values.get(RunKeys.TAKER_FEE).orElse(base.taker()),
                values.get(RunKeys.INCREMENTS),
                values.get(RunKeys.LATENCY),
                values.get(RunKeys.FUNDING),
                values.get(RunKeys.FUNDING_RATE),
                values.get(RunKeys.FUNDING_DATA),
                values.get(RunKeys.MARK_DATA),
                values.get(RunKeys.LIQUIDATION),
                values.get(RunKeys.PARTIAL_FILLS),
                values.get(RunKeys.VOLUME_SHARE),
                values.get(RunKeys.SPREAD),
                values.get(RunKeys.UNDERLYING),
                values.get(RunKeys.VOLATILITY),
                values.get(RunKeys.GAPS),
                values.get(RunKeys.SEED));
    }

    /** As set, or as much of the settlement currency as makes sense. */
    static Money initialCapital(Values values) {
        Money capital = values.get(RunKeys.INITIAL_CAPITAL);
        if (values.isSet(RunKeys.INITIAL_CAPITAL)) {
            return capital;
        }
        String symbol = values.get(Keys.SYMBOL).get(0);
        String currency = Symbols.settlement(values.contractType(), symbol);
        return new Money(currency.equals(Symbols.base(symbol)) ? BigDecimal.ONE : capital.amount(), currency);
    }

    static InstrumentRules instrumentRules(Values values) {
        return new InstrumentRules(
                values.get(RunKeys.PRICE_INCREMENT),
                values.get(RunKeys.QUANTITY_INCREMENT),
                values.get(RunKeys.MIN_NOTIONAL),
                values.get(RunKeys.CONTRACT_SIZE));
    }
}
