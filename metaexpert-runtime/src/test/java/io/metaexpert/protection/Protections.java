package io.metaexpert.protection;

import io.metaexpert.protection.ProtectionSettings.Placement;
import java.math.BigDecimal;
import java.util.Optional;

/** Settings written short: {@code 2%}, {@code 1.5R}, {@code atr14*2}; an empty text is none. */
public final class Protections {
    private Protections() {}

    public static ProtectionSettings of(
            String stopLoss, String takeProfit, String trailing, String activation, String breakeven) {
        return new ProtectionSettings(
                distance(stopLoss),
                distance(takeProfit),
                distance(trailing),
                distance(activation),
                distance(breakeven),
                Placement.EXCHANGE);
    }

    public static ProtectionSettings stopLoss(String distance) {
        return of(distance, "", "", "", "");
    }

    public static ProtectionSettings bracket(String stopLoss, String takeProfit) {
        return of(stopLoss, takeProfit, "", "", "");
    }

    public static ProtectionSettings trailing(String distance) {
        return of("", "", distance, "", "");
    }

    public static ProtectionSettings breakeven(String stopLoss, String profit) {
        return of(stopLoss, "", "", "", profit);
    }

    /** The same, watched by the process. */
    public static ProtectionSettings client(ProtectionSettings of) {
        return new ProtectionSettings(
                of.stopLoss(),
                of.takeProfit(),
                of.trailingStop(),
                of.trailingActivation(),
                of.breakeven(),
                Placement.CLIENT);
    }

    private static Optional<Distance> distance(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.endsWith("%")) {
            return Optional.of(new Distance.Fraction(new BigDecimal(text.replace("%", "")).movePointLeft(2)));
        }
        if (text.endsWith("R")) {
            return Optional.of(new Distance.RMultiple(new BigDecimal(text.replace("R", ""))));
        }
        int times = text.indexOf('*');
        int period = Integer.parseInt(text.substring("atr".length(), times));
        return Optional.of(new Distance.AtrMultiple(period, new BigDecimal(text.substring(times + 1))));
    }
}
