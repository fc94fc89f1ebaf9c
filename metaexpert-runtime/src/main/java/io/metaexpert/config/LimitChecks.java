package io.metaexpert.config;

import io.metaexpert.market.ContractSymbol;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Money;
import io.metaexpert.risk.LossLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Whether limits in money are of the right currency, and not above what there is to lose. */
final class LimitChecks {
    private final Values values;
    private final List<Problem> problems = new ArrayList<>();

    private LimitChecks(Values values) {
        this.values = values;
    }

    static List<Problem> run(Values values) {
        LimitChecks checks = new LimitChecks(values);
        if (values.usable(Keys.SYMBOL, Keys.MARKET_TYPE, Keys.CONTRACT) && checks.symbolsFitTheMarket()) {
            checks.dailyLoss();
            checks.inQuoteCurrency(LimitKeys.MAX_POSITION, "positions");
            checks.inQuoteCurrency(FilterKeys.MIN_VOLUME, "volumes");
        }
        return checks.problems;
    }

    /** Otherwise there is a problem with the symbols already, and no currency to speak of. */
    private boolean symbolsFitTheMarket() {
        return values.contractType() != ContractType.OPTION
                || values.get(Keys.SYMBOL).stream()
                        .allMatch(symbol -> ContractSymbol.parse(symbol).isOption());
    }

    private void dailyLoss() {
        if (!values.usable(LimitKeys.DAILY_LOSS)
                || !(values.get(LimitKeys.DAILY_LOSS).orElse(null) instanceof LossLimit.Amount(Money loss))) {
            return;
        }
        Optional<String> settlement = one(symbol -> Symbols.settlement(values.contractType(), symbol));
        if (settlement.isPresent() && !loss.currency().equals(settlement.get())) {
            problem(
                    LimitKeys.DAILY_LOSS,
                    "must be in " + settlement.get() + ", in which " + values.text(Keys.SYMBOL) + " is settled",
                    "write an amount of " + settlement.get() + ", or a share such as `5%`");
        } else if (settlement.isPresent() && values.usable(RunKeys.INITIAL_CAPITAL)) {
            withinCapital(loss);
        }
    }

    private void withinCapital(Money loss) {
        Money capital = Assembly.initialCapital(values);
        if (capital.currency().equals(loss.currency()) && loss.amount().compareTo(capital.amount()) > 0) {
            problem(
                    LimitKeys.DAILY_LOSS,
                    "must be at most the money at the start, backtest.initial-capital `" + capital
                            + "`, as a limit above it never holds",
                    "write a smaller amount, or a share such as `5%`");
        }
    }

    private void inQuoteCurrency(Key<Optional<Money>> key, String what) {
        Optional<Money> limit = values.usable(key) ? values.get(key) : Optional.empty();
        Optional<String> quote = one(Symbols::quote);
        if (limit.isPresent() && quote.isPresent() && !limit.get().currency().equals(quote.get())) {
            problem(
                    key,
                    "must be in " + quote.get() + ", the quote currency of " + values.text(Keys.SYMBOL) + ", in which "
                            + what + " are measured",
                    "write an amount of " + quote.get());
        }
    }

    /** The currency of all symbols; empty when they differ. */
    private Optional<String> one(UnaryOperator<String> currency) {
        List<String> all =
                values.get(Keys.SYMBOL).stream().map(currency).distinct().toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private void problem(Key<?> key, String message, String hint) {
        problems.add(values.problem(message, hint, key));
    }
}
