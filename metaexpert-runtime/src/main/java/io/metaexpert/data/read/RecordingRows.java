package io.metaexpert.data.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.metaexpert.UserException;
import io.metaexpert.market.book.DepthArray;
import io.metaexpert.market.book.DepthUpdates;
import java.io.IOException;
import java.io.InputStream;

/** Messages of a recording: lines of the time of receipt in nanoseconds, a space and what was received, as JSON. */
final class RecordingRows implements RowPlace {
    private static final String HINT = "Correct or remove the line, or record again.";
    /** Digits of a time in nanoseconds in the years 2001 to 2286. */
    private static final int TIME_DIGITS = 19;

    private final Lines lines;
    private final String file;
    private final TapeSink sink;
    private final RecordedMessage message = new RecordedMessage();
    private final DepthArray depth = new DepthArray();
    private String trades = "";

    private RecordingRows(Lines lines, String file, TapeSink sink) {
        this.lines = lines;
        this.file = file;
        this.sink = sink;
    }

    /** How many bytes {@link #starts} wants to see. */
    static final int START_BYTES = TIME_DIGITS + 2;

    /** Whether a text that starts with these bytes is a recording. */
    static boolean starts(byte[] bytes) {
        for (int i = 0; i < bytes.length && i < TIME_DIGITS; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return bytes.length >= START_BYTES && bytes[TIME_DIGITS] == ' ' && bytes[TIME_DIGITS + 1] == '{';
    }

    /** Gives all messages to {@code sink}. */
    static void read(InputStream in, String file, TapeSink sink) throws IOException {
        RecordingRows rows = new RecordingRows(new Lines(in, file), file, sink);
        while (rows.lines.next()) {
            rows.line();
        }
    }

    private void line() throws IOException {
        byte[] bytes = lines.buffer();
        long receivedNs = 0;
        int i = lines.start();
        int stop = Math.min(i + TIME_DIGITS, lines.end());
        for (; i < stop && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            receivedNs = receivedNs * 10 + bytes[i] - '0';
        }
        if (i - lines.start() < TIME_DIGITS || i >= lines.end() || bytes[i] != ' ') {
            throw mistake("the line does not start with a time in nanoseconds and a space", HINT);
        }
        try {
            message.read(bytes, i + 1, lines.end());
        } catch (JsonProcessingException broken) {
            throw notJson(broken);
        }
        sink.received(this, receivedNs, message.symbol);
        give();
    }

    private UserException notJson(JsonProcessingException failure) {
        String why = failure.getOriginalMessage();
        String shown = CsvScanner.printable(why.length() > 120 ? why.substring(0, 120) + "..." : why);
        return mistake("not a message in JSON: " + shown, HINT);
    }

    private void give() throws IOException {
        switch (message.event) {
            case "trade", "aggTrade" -> trade();
            case "bookTicker" -> quote();
            case "depthUpdate" -> diff();
            case "" -> unnamed();
            default -> sink.leftOut();
        }
    }

    /** Spot bookTickers and snapshots have no name. */
    private void unnamed() throws IOException {
        boolean quote = message.lastId != RecordedMessage.NONE && !message.symbol.isEmpty();
        if (message.snapshotId != RecordedMessage.NONE) {
            snapshot();
        } else if (quote && !Double.isNaN(message.bidSize) && !Double.isNaN(message.askSize)) {
            quote();
        } else {
            sink.leftOut();
        }
    }

    private void trade() throws IOException {
        if (!trades.isEmpty() && !trades.equals(message.event)) {
            throw mistake(
                    "\"%s\" after \"%s\": together they count every trade twice".formatted(message.event, trades),
                    "Leave one of the two streams out.");
        }
        trades = message.event;
        need(message.timeMs(), "T");
        if (!message.hasMaker) {
            throw missing("m");
        }
        // A futures trade at 0 of 0 is an entry of the exchange's books, not a trade in the market.
        if (message.price == 0 && message.quantity == 0) {
            sink.leftOut();
            return;
        }
        sink.trade(
                this,
                message.tradeId,
                message.timeMs(),
                message.price,
                message.quantity,
                message.buyerIsMaker ? -1 : 1);
    }

    private void quote() throws IOException {
        double bid = price(message.bid, message.bidSize, "b");
        double ask = price(message.ask, message.askSize, "a");
        sink.quote(this, message.timeMs(), bid, size(message.bidSize, "B"), ask, size(message.askSize, "A"));
    }

    /** An empty side is sent as a price of 0 with a size of 0. */
    private double price(double value, double size, String field) {
        if (value == 0 && size == 0) {
            return Double.NaN;
        }
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw mistake("\"%s\" is not a positive number".formatted(field), HINT);
        }
        return value;
    }

    private double size(double value, String field) {
        if (!(value >= 0 && value <= Double.MAX_VALUE)) {
            throw mistake("\"%s\" is not a number of at least 0".formatted(field), HINT);
        }
        return value;
    }

    private void diff() throws IOException {
        need(message.firstId, "U");
        need(message.lastId, "u");
        need(message.timeMs(), "E");
        depth.clear();
        if (message.isPartial) {
            depth.snapshot(message.timeMs(), message.lastId, 0);
            levels("b", "a");
            return;
        }
        long previous = message.previousId == RecordedMessage.NONE ? DepthUpdates.NO_ID : message.previousId;
        depth.diff(message.timeMs(), message.firstId, message.lastId, previous, 0);
        levels("b", "a");
    }

    private void snapshot() throws IOException {
        depth.clear();
        depth.snapshot(message.timeMs(), message.snapshotId, 0);
        levels("bids", "asks");
    }

    private void levels(String bids, String asks) throws IOException {
        if (!message.hasBids || !message.hasAsks) {
            throw missing(message.hasBids ? asks : bids);
        }
        for (int i = 0; i < message.bids.count(); i++) {
            check(message.bids, i, bids);
            depth.bid(message.bids.price(i), message.bids.size(i));
        }
        for (int i = 0; i < message.asks.count(); i++) {
            check(message.asks, i, asks);
            depth.ask(message.asks.price(i), message.asks.size(i));
        }
        sink.depth(this, message.timeMs(), depth);
    }

    private void check(RecordedLevels side, int i, String field) {
        boolean good = side.price(i) > 0 && side.price(i) <= Double.MAX_VALUE;
        if (!good || !(side.size(i) >= 0 && side.size(i) <= Double.MAX_VALUE)) {
            throw mistake(
                    "level %d of \"%s\" is not a positive price and a size of at least 0".formatted(i + 1, field),
                    HINT);
        }
    }

    private void need(long value, String field) {
        if (value == RecordedMessage.NONE) {
            throw missing(field);
        }
    }

    private UserException missing(String field) {
        return mistake(
                "%s without a \"%s\"".formatted(message.event.isEmpty() ? "snapshot" : message.event, field), HINT);
    }

    @Override
    public UserException mistake(String problem, String hint) {
        return new UserException("%s:%d: %s".formatted(file, lines.number(), problem), hint);
    }

    @Override
    public UserException mistake(int value, String problem, String hint) {
        return mistake("\"%s\" of a trade %s".formatted(value == 1 ? "p" : "q", problem), HINT);
    }

    @Override
    public String text(int value) {
        return Double.toString(value == 1 ? message.price : message.quantity);
    }
}
