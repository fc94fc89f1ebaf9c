package io.metaexpert.data.tape;

import io.metaexpert.market.TapeQuality;
import io.metaexpert.market.book.SequenceRule;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link TapeQuality} and the {@link SequenceRule} as lines of {@code key=value}, as they are kept in the file of ticks. */
final class TapeText {
    private final Map<String, String> values = new LinkedHashMap<>();

    private TapeText() {}

    static String format(TapeQuality quality, SequenceRule rule) {
        TapeText text = new TapeText();
        text.put("rule", rule);
        text.put("contentHash", quality.contentHash());
        text.put("from", quality.from().toEpochMilli());
        text.put("to", quality.to().toEpochMilli());
        text.put("trades", quality.trades());
        text.put("quotes", quality.quotes());
        text.put("missingTrades", quality.missingTrades());
        text.put("crossedQuotes", quality.crossedQuotes());
        text.put("late", quality.late());
        text.put("longestLateMs", quality.longestLateMs());
        text.put("outOfOrder", quality.outOfOrder());
        text.put("leftOut", quality.leftOut());
        text.put("depth.updates", quality.depth().updates());
        text.put("depth.snapshots", quality.depth().snapshots());
        text.put("depth.levels", quality.depth().levels());
        text.put("depth.gaps", quality.depth().gaps());
        text.put("depth.wrong", quality.depth().wrong());
        text.put("depth.withoutBook", quality.depth().withoutBook());
        StringBuilder lines = new StringBuilder();
        text.values.forEach(
                (key, value) -> lines.append(key).append('=').append(value).append('\n'));
        return lines.toString();
    }

    private void put(String key, Object value) {
        values.put(key, value.toString());
    }

    static TapeText parse(String lines) {
        TapeText text = new TapeText();
        lines.lines().forEach(line -> {
            int equals = line.indexOf('=');
            text.values.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return text;
    }

    SequenceRule rule() {
        return SequenceRule.valueOf(values.getOrDefault("rule", SequenceRule.RANGES.name()));
    }

    TapeQuality quality() {
        return new TapeQuality(
                values.getOrDefault("contentHash", ""),
                Instant.ofEpochMilli(number("from")),
                Instant.ofEpochMilli(number("to")),
                number("trades"),
                number("quotes"),
                number("missingTrades"),
                number("crossedQuotes"),
                number("late"),
                number("longestLateMs"),
                number("outOfOrder"),
                number("leftOut"),
                new TapeQuality.Depth(
                        number("depth.updates"),
                        number("depth.snapshots"),
                        number("depth.levels"),
                        number("depth.gaps"),
                        number("depth.wrong"),
                        number("depth.withoutBook")));
    }

    private long number(String key) {
        return Long.parseLong(values.getOrDefault(key, "0"));
    }
}
