package io.metaexpert.config;

import io.metaexpert.market.Money;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What single values cannot say: whether they are supported, and whether they fit together. */
final class Checks {
    private final Values values;
    private final List<Problem> problems = new ArrayList<>();

    private Checks(Values values) {
        this.values = values;
    }

    static List<Problem> run(Values values) {
        Checks checks = new Checks(values);
        Keys.ALL.values().forEach(checks::supported);
        checks.when(checks::period, RunKeys.FROM, RunKeys.TO);
        checks.problems.addAll(MarketChecks.run(values));
        checks.when(checks::sizing, Keys.SYMBOL, Keys.MARKET_TYPE, TradingKeys.SIZING_TYPE, TradingKeys.SIZING_VALUE);
        checks.when(
                checks::increments,
                Keys.SYMBOL,
                Keys.MARKET_TYPE,
                Keys.CONTRACT,
                RunKeys.INCREMENTS,
                RunKeys.PRICE_INCREMENT,
                RunKeys.QUANTITY_INCREMENT,
                RunKeys.MIN_NOTIONAL);
        checks.problems.addAll(LimitChecks.run(values));
        checks.problems.addAll(ProtectionChecks.run(values));
        checks.problems.addAll(LeverageChecks.run(values));
        checks.when(checks::logFiles, Keys.LOG_FILE, Keys.TRADE_FILE, Keys.ERROR_FILE);
        return checks.problems;
    }

    /** A check whose keys have a problem already would only repeat it. */
    private void when(Runnable check, Key<?>... keys) {
        if (values.usable(keys)) {
            check.run();
        }
    }

    private void supported(Key<?> key) {
        String text = values.text(key);
        if (!values.usable(key) || key.supported().isEmpty() || key.supported().contains(text)) {
            return;
        }
        values.giveUp(key);
        boolean one = key.supported().size() == 1;
        String message = one
                ? "is not supported yet, it comes with " + key.waitsFor()
                : "`" + text + "` is not supported yet, it comes with " + key.waitsFor();
        String hint = one ? "remove it or set it to `" + key.supported().get(0) + "`" : "";
        problems.add(values.place(key)
                .problem(key.path(), Credentials.shown(text), message, one ? "" : key.allowed(), hint));
    }

    private void period() {
        values.get(RunKeys.FROM)
                .ifPresent(from -> values.get(RunKeys.TO)
                        .filter(to -> !from.isBefore(to))
                        .ifPresent(
                                to -> problem("must be after backtest.from, " + from, "", RunKeys.TO, RunKeys.FROM)));
    }

    private void sizing() {
        SizingValue value = values.get(TradingKeys.SIZING_VALUE);
        switch (values.get(TradingKeys.SIZING_TYPE)) {
            case PERCENT_EQUITY, RISK_BASED -> {
                if (!(value instanceof SizingValue.EquityShare)) {
                    sizingUnit("a percentage", "`10%`");
                }
            }
            case FIXED_BASE -> currency(value, symbol -> Symbols.base(symbol), "base");
            case FIXED_QUOTE -> currency(value, symbol -> Symbols.quote(symbol), "quote");
        }
    }

    private void currency(SizingValue value, java.util.function.UnaryOperator<String> of, String role) {
        Predicate<String> fits = symbol -> value instanceof SizingValue.Quote(Money amount)
                && amount.currency().equals(of.apply(symbol));
        values.get(Keys.SYMBOL).stream()
                .filter(fits.negate())
                .findFirst()
                .ifPresent(symbol -> sizingUnit(
                        "an amount of the " + role + " currency of " + symbol, "`1 " + of.apply(symbol) + "`"));
    }

    private void sizingUnit(String unit, String example) {
        problem(
                "must be " + unit + " with sizing.type `" + values.text(TradingKeys.SIZING_TYPE) + "`",
                "write it like " + example + ", or change sizing.type",
                TradingKeys.SIZING_VALUE,
                TradingKeys.SIZING_TYPE);
    }

    private void logFiles() {
        Set<Path> seen = new HashSet<>();
        for (Key<Optional<Path>> key : List.of(Keys.LOG_FILE, Keys.TRADE_FILE, Keys.ERROR_FILE)) {
            Optional<Path> file = values.get(key).map(Path::normalize);
            if (file.isPresent() && !seen.add(file.get())) {
                problem("is the file of another logging key", "name another file", key);
            }
        }
    }

    private void increments() {
        InstrumentRules own = Assembly.instrumentRules(values);
        boolean none = values.get(RunKeys.INCREMENTS) == MetaExpertConfig.Backtest.Increments.NONE;
        if (none && own.rounds()) {
            problem(
                    "`none` leaves instrument.* without effect",
                    "remove instrument.price-increment, .quantity-increment and .min-notional, or set it to `exchange`",
                    RunKeys.INCREMENTS);
        } else if (!none && !own.complete()) {
            values.get(Keys.SYMBOL).forEach(this::inCatalog);
        }
    }

    private void inCatalog(String symbol) {
        String exchange = values.text(Keys.EXCHANGE);
        if (InstrumentCatalog.find(exchange, values.contractType(), symbol).isEmpty()) {
            problem(
                    "the increments of %s on %s %s are not bundled".formatted(symbol, exchange, market()),
                    "set instrument.price-increment and instrument.quantity-increment, or backtest.increments: none",
                    Keys.SYMBOL);
        }
    }

    private String market() {
        return values.get(Keys.MARKET_TYPE) == MetaExpertConfig.Market.Type.FUTURES
                ? values.text(Keys.CONTRACT) + " futures"
                : values.text(Keys.MARKET_TYPE);
    }

    private void problem(String message, String hint, Key<?>... keys) {
        problems.add(values.problem(message, hint, keys));
    }
}
