package io.metaexpert.data;

import io.metaexpert.market.DataQuality;
import io.metaexpert.market.Timeframe;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link DataQuality} as lines of {@code key=value}: read at each start, so it must cost nothing. */
final class QualityText {
    static final String SYMBOL = "symbol";
    private static final String NOTE = "note";

    private QualityText() {}

    static String format(DataQuality quality, String symbol) {
        StringBuilder text = new StringBuilder();
        line(text, SYMBOL, symbol);
        line(text, "source", quality.source());
        line(text, "contentHash", quality.contentHash());
        line(text, "synthetic", quality.synthetic());
        line(text, "timeframe", quality.timeframe());
        line(text, "bars", quality.bars());
        line(text, "from", quality.from().toEpochMilli());
        line(text, "to", quality.to().toEpochMilli());
        line(text, "missing", quality.missing());
        line(text, "gaps", quality.gaps());
        line(text, "longestGap", quality.longestGap());
        line(text, "filled", quality.filled());
        line(text, "duplicates", quality.duplicates());
        line(text, "outOfOrder", quality.outOfOrder());
        line(text, "ohlcViolations", quality.ohlcViolations());
        line(text, "badPrices", quality.badPrices());
        for (int i = 0; i < quality.notes().size(); i++) {
            line(text, NOTE + i, quality.notes().get(i));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, Object value) {
        text.append(key)
                .append('=')
                .append(value.toString().replace('\n', ' ').replace('\r', ' '))
                .append('\n');
    }

    static Map<String, String> parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        return values;
    }

    static DataQuality quality(Map<String, String> values) {
        List<String> notes = values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(NOTE))
                .map(Map.Entry::getValue)
                .toList();
        return new DataQuality(
                text(values, "source"),
                text(values, "contentHash"),
                Boolean.parseBoolean(text(values, "synthetic")),
                Timeframe.parse(text(values, "timeframe")).orElseThrow(),
                number(values, "bars"),
                Instant.ofEpochMilli(number(values, "from")),
                Instant.ofEpochMilli(number(values, "to")),
                number(values, "missing"),
                number(values, "gaps"),
                number(values, "longestGap"),
                number(values, "filled"),
                number(values, "duplicates"),
                number(values, "outOfOrder"),
                number(values, "ohlcViolations"),
                number(values, "badPrices"),
                notes);
    }

    private static String text(Map<String, String> values, String key) {
        return values.getOrDefault(key, "");
    }

    private static long number(Map<String, String> values, String key) {
        return Long.parseLong(values.getOrDefault(key, "0"));
    }
}
