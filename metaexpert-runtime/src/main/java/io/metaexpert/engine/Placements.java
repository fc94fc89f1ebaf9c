package io.metaexpert.engine;

import io.metaexpert.protection.Distance;
import io.metaexpert.protection.ProtectionSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which stops outlive the process. */
final class Placements {
    private Placements() {}

    /** One sentence for an instrument, as it is logged at the start. */
    static String text(GuardedPosition of, ProtectionSettings settings) {
        List<String> parts = new ArrayList<>();
        add(parts, "stop-loss", settings.stopLoss());
        add(parts, "trailing stop", settings.trailingStop());
        add(parts, "breakeven", settings.breakeven());
        String stops = String.join(", ", parts);
        String text = of.instrument.id().symbol() + ": ";
        if (parts.isEmpty()) {
            text += "no stop";
        } else if (of.atExchange) {
            text += stops + " held by the exchange";
            if (settings.trailingStop().isPresent() || settings.breakeven().isPresent()) {
                text += "; it is moved by this process: when that dies, the last level stays";
            }
        } else {
            text += stops + " watched by this process: dies with it";
        }
        return settings.takeProfit()
                .map(Distance::text)
                .map("; take-profit %s held by the exchange"::formatted)
                .map(text::concat)
                .orElse(text);
    }

    private static void add(List<String> parts, String name, Optional<Distance> distance) {
        distance.ifPresent(value -> parts.add(name + " " + value.text()));
    }
}
