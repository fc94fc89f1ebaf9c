package io.metaexpert.risk;

import io.metaexpert.market.Instrument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The limits as sentences with their amounts in money. */
public final class LimitTexts {
    private LimitTexts() {}

    /** One for each limit, as it is with so much equity; none when there is no limit. */
    public static List<String> of(RiskLimits limits, double equity, String currency, List<Instrument> instruments) {
        List<String> texts = new ArrayList<>();
        limits.maxDrawdown()
                .ifPresent(share -> texts.add("drawdown: at most " + RiskText.percent(share.doubleValue()) + " = "
                        + RiskText.money(share.doubleValue() * equity, currency) + " below the peak, "
                        + action(limits)));
        limits.dailyLoss()
                .ifPresent(loss -> texts.add("loss of a UTC day: at most " + RiskText.money(loss.of(equity), currency)
                        + ", " + action(limits)));
        if (limits.limitsLoss()) {
            addGaps(texts, limits, instruments);
        }
        limits.maxPosition().ifPresent(most -> texts.add("position: at most " + most));
        limits.maxOpenPositions().ifPresent(most -> texts.add("open positions: at most " + most));
        limits.maxPositionsPerSymbol().ifPresent(most -> texts.add("positions of a symbol: at most " + most));
        limits.maxOrdersPerMinute().ifPresent(most -> texts.add("orders a minute: at most " + most));
        limits.maxSpread()
                .ifPresent(most -> texts.add("spread at an entry: at most " + RiskText.percent(most.doubleValue())));
        limits.maxQuoteAge().ifPresent(most -> texts.add("age of a quote at an entry: at most " + age(most)));
        limits.collar()
                .ifPresent(most -> texts.add("collar of market entries: " + RiskText.percent(most.doubleValue())));
        return texts;
    }

    private static void addGaps(List<String> texts, RiskLimits limits, List<Instrument> instruments) {
        for (Instrument instrument : instruments) {
            limits.stress()
                    .of(instrument)
                    .ifPresent(gap ->
                            texts.add("room for a jump: always as much as one of " + RiskText.percent(gap.doubleValue())
                                    + " would cost in " + instrument.id().symbol()));
        }
    }

    private static String action(RiskLimits limits) {
        return switch (limits.onBreach()) {
            case FLATTEN -> "else all is closed";
            case HOLD_WITH_STOPS -> "else nothing more is entered";
        };
    }

    private static String age(Duration age) {
        return age.toMillis() % 1000 == 0 ? age.toSeconds() + "s" : age.toMillis() + "ms";
    }
}
