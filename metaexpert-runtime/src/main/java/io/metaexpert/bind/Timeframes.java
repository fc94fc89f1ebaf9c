package io.metaexpert.bind;

import io.metaexpert.market.Timeframe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hints on timeframes. */
final class Timeframes {
    private Timeframes() {}

    /** What was probably meant, and what there is. */
    static String hint(String text) {
        List<String> all = new ArrayList<>();
        for (Timeframe timeframe : Timeframe.values()) {
            all.add(timeframe.toString());
        }
        return Similar.question(nearest(text, all)) + "Allowed: " + String.join(", ", all) + ".";
    }

    private static Optional<String> nearest(String text, List<String> all) {
        Optional<Duration> length = Durations.parse(text);
        return length.isPresent() ? Optional.of(nearest(length.get().toMillis())) : Similar.to(text, all);
    }

    private static String nearest(long lengthMs) {
        Timeframe best = Timeframe.S1;
        for (Timeframe timeframe : Timeframe.values()) {
            if (Math.abs(timeframe.lengthMs() - lengthMs) < Math.abs(best.lengthMs() - lengthMs)) {
                best = timeframe;
            }
        }
        return best.toString();
    }
}
