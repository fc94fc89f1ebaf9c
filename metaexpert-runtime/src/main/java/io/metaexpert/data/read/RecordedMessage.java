package io.metaexpert.data.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * The fields of one message of Binance's market streams (spot and futures name them alike), or of the answer to a request for depth. A
 * message may be wrapped, with its stream's name. Reads by tokens, into fields that are used again.
 *
 * <p>Sources: <a href="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md">spot</a>, <a
 * href="https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams">USDT-M futures</a>.
 */
final class RecordedMessage {
    static final long NONE = TapeSink.NONE;

    private final JsonFactory json = new JsonFactory();
    private final byte[] scratch = new byte[64];
    final RecordedLevels bids = new RecordedLevels();
    final RecordedLevels asks = new RecordedLevels();
    /** {@code e}; empty in a spot bookTicker and in a depth snapshot. */
    String event = "";
    /** {@code s}. */
    String symbol = "";
    /** {@code E}. */
    long eventMs;
    /** {@code T}. */
    long tradeMs;
    /** {@code U}. */
    long firstId;
    /** {@code u}. */
    long lastId;
    /** {@code pu}. */
    long previousId;
    /** {@code lastUpdateId}. */
    long snapshotId;
    /** {@code t}, or {@code a} of an aggregated trade. */
    long tradeId;
    /** {@code m}: whether the buyer was there first. */
    boolean buyerIsMaker;
    /** Whether {@code m} came. */
    boolean hasMaker;

    /** Whether the stream is one of the best levels alone, of which each message holds all. */
    boolean isPartial;

    boolean hasBids;
    boolean hasAsks;
    /** {@code p}. */
    double price;
    /** {@code q}. */
    double quantity;
    /** {@code b} as a number. */
    double bid;
    /** {@code B}. */
    double bidSize;
    /** {@code a} as a number. */
    double ask;
    /** {@code A}. */
    double askSize;

    private void clear() {
        event = "";
        symbol = "";
        eventMs = NONE;
        tradeMs = NONE;
        firstId = NONE;
        lastId = NONE;
        previousId = NONE;
        snapshotId = NONE;
        tradeId = NONE;
        hasMaker = false;
        isPartial = false;
        hasBids = false;
        hasAsks = false;
        bids.clear();
        asks.clear();
        price = Double.NaN;
        quantity = Double.NaN;
        bid = Double.NaN;
        bidSize = Double.NaN;
        ask = Double.NaN;
        askSize = Double.NaN;
    }

    /**
     * Reads a message.
     *
     * @throws JsonParseException when the bytes are not one JSON object
     */
    void read(byte[] bytes, int from, int to) throws IOException {
        clear();
        try (JsonParser parser = json.createParser(bytes, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "the message is not an object");
            }
            object(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "there is more after the message");
            }
        }
    }

    private void object(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT && name.equals("data")) {
                object(parser);
            } else if (token == JsonToken.START_ARRAY) {
                array(parser, name);
            } else if (token == JsonToken.VALUE_STRING) {
                text(parser, name);
            } else if (token == JsonToken.VALUE_NUMBER_INT) {
                whole(parser, name);
            } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
                flag(name, token == JsonToken.VALUE_TRUE);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void array(JsonParser parser, String name) throws IOException {
        switch (name) {
            case "b", "bids" -> {
                hasBids = true;
                levels(parser, bids);
            }
            case "a", "asks" -> {
                hasAsks = true;
                levels(parser, asks);
            }
            default -> parser.skipChildren();
        }
    }

    /** Levels are arrays of a price, a size and perhaps more. What is not a number arrives as NaN. */
    private void levels(JsonParser parser, RecordedLevels side) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw new JsonParseException(parser, "a level is not an array of price and size");
            }
            double levelPrice = element(parser);
            double levelSize = element(parser);
            while (parser.currentToken() != JsonToken.END_ARRAY) {
                parser.nextToken();
                parser.skipChildren();
            }
            side.add(levelPrice, levelSize);
        }
    }

    private double element(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.END_ARRAY || parser.nextToken() == JsonToken.END_ARRAY) {
            return Double.NaN;
        }
        return number(parser);
    }

    private double number(JsonParser parser) throws IOException {
        return parser.currentToken().isScalarValue()
                ? Numbers.parseDouble(
                        parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), scratch)
                : Double.NaN;
    }

    private void text(JsonParser parser, String name) throws IOException {
        switch (name) {
            case "e" -> event = parser.getText();
            case "stream" -> isPartial = isPartial(parser.getText());
            case "s" -> symbol = parser.getText();
            case "p" -> price = number(parser);
            case "q" -> quantity = number(parser);
            case "b" -> bid = number(parser);
            case "B" -> bidSize = number(parser);
            case "a" -> ask = number(parser);
            case "A" -> askSize = number(parser);
            default -> {
                // The rest says nothing that is used.
            }
        }
    }

    /** {@code btcusdt@depth20@100ms} as against {@code btcusdt@depth@100ms}. */
    private static boolean isPartial(String stream) {
        int end = stream.indexOf("@depth") + "@depth".length();
        return end > "@depth".length() && end < stream.length() && Character.isDigit(stream.charAt(end));
    }

    private void whole(JsonParser parser, String name) throws IOException {
        switch (name) {
            case "E" -> eventMs = parser.getLongValue();
            case "T" -> tradeMs = parser.getLongValue();
            case "U" -> firstId = parser.getLongValue();
            case "u" -> lastId = parser.getLongValue();
            case "pu" -> previousId = parser.getLongValue();
            case "lastUpdateId" -> snapshotId = parser.getLongValue();
            // In a spot trade a and b have been ids of orders, in an aggregated trade a is the trade's.
            case "t", "a" -> tradeId = tradeId == NONE || name.equals("t") ? parser.getLongValue() : tradeId;
            default -> {
                // The rest says nothing that is used.
            }
        }
    }

    private void flag(String name, boolean value) {
        if (name.equals("m")) {
            hasMaker = true;
            buyerIsMaker = value;
        }
    }

    /** The venue's time: of the change where it is sent, otherwise of the message; {@link #NONE} when there is neither. */
    long timeMs() {
        return tradeMs != NONE ? tradeMs : eventMs;
    }
}
