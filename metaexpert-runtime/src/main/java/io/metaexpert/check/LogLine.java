package io.metaexpert.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of an event log.
 *
 * @param text as it stands in the log
 * @param values what it says, by path, such as {@code /request/side}
 */
record LogLine(String text, Map<String, String> values) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String TIME = "{\"time\":\"";

    static LogLine parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    JsonPointer place = parser.getParsingContext().pathAsPointer();
                    values.put(place.toString(), parser.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LogLine(text, values);
    }

    /** The time of a line without looking at the rest of it. */
    static Instant time(String line) {
        int start = TIME.length();
        return Instant.parse(line.substring(start, line.indexOf('"', start)));
    }

    Instant time() {
        return time(text);
    }

    boolean isDecision() {
        return values.containsKey("/decision");
    }

    String value(String path) {
        return values.getOrDefault(path, "");
    }

    /** A decision without its size and prices. */
    String gist() {
        return String.join(
                " ",
                value("/time"),
                value("/by"),
                value("/decision"),
                value("/request/instrument"),
                value("/request/side"),
                value("/request/type/is"));
    }

    /** The handler that decided, failed or was called; empty for a transaction. */
    String handler() {
        return value("/by") + value("/failure") + value("/call");
    }

    /** The bar at which it was decided, or that a handler was told, such as {@code BTC/USDT@binance 1h 2024-01-01T00:00:00Z}. */
    Optional<String> bar() {
        for (String place : new String[] {"/bar", "/event"}) {
            if (values.containsKey(place + "/openTime")) {
                return Optional.of(value(place + "/instrument") + " " + value(place + "/timeframe") + " bar of "
                        + value(place + "/openTime"));
            }
        }
        return Optional.empty();
    }
}
