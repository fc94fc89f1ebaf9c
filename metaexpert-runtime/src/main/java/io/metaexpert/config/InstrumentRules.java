package io.metaexpert.config;

import io.metaexpert.market.ContractSymbol;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import java.math.BigDecimal;
import java.util.Optional;

/** Section {@code instrument}: rules that replace those of the exchange, for all symbols. Empty: the exchange's. */
public record InstrumentRules(
        Optional<BigDecimal> priceIncrement,
        Optional<BigDecimal> quantityIncrement,
        Optional<BigDecimal> minNotional,
        Optional<BigDecimal> contractSize) {

    /** Whether increments and minimum are given without help of the exchange's table. */
    boolean complete() {
        return priceIncrement.isPresent() && quantityIncrement.isPresent();
    }

    /** Whether a key is set that {@code backtest.increments: none} would leave without effect. */
    boolean rounds() {
        return priceIncrement.isPresent() || quantityIncrement.isPresent() || minNotional.isPresent();
    }

    static Instrument instrument(MetaExpertConfig config, String symbol) {
        ContractType contract = config.market().contractType();
        InstrumentRules own = config.instrument();
        Optional<InstrumentCatalog.Rules> exchange =
                config.backtest().increments() == MetaExpertConfig.Backtest.Increments.NONE
                        ? Optional.empty()
                        : InstrumentCatalog.find(config.exchange().name().toString(), contract, symbol);
        BigDecimal size = first(own.contractSize, exchange.map(InstrumentCatalog.Rules::contractSize), BigDecimal.ONE);
        return new Instrument(
                new InstrumentId(config.exchange().name().toString(), symbol),
                ContractSymbol.parse(symbol).contract(contract, size),
                Symbols.base(symbol),
                Symbols.quote(symbol),
                first(own.priceIncrement, exchange.map(InstrumentCatalog.Rules::priceIncrement), BigDecimal.ZERO),
                first(own.quantityIncrement, exchange.map(InstrumentCatalog.Rules::quantityIncrement), BigDecimal.ZERO),
                first(own.minNotional, exchange.map(InstrumentCatalog.Rules::minNotional), BigDecimal.ZERO),
                config.backtest().makerFee(),
                config.backtest().takerFee());
    }

    private static BigDecimal first(Optional<BigDecimal> own, Optional<BigDecimal> exchange, BigDecimal otherwise) {
        return own.or(() -> exchange).orElse(otherwise);
    }
}
