package io.metaexpert.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.metaexpert.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The book rebuilt from recorded depth against the best prices that Binance sent itself, at every update id that both streams have, and as of every
 * depth update: bookTicker is sent at each change of the best level, so the newest one up to an id is the top of the book at that id.
 */
class RecordedBookTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TreeMap<Long, Top> quotes = new TreeMap<>();
    private final DepthArray depth = new DepthArray();

    private record Top(double bid, double bidSize, double ask, double askSize) {
        static Top of(DepthBook book) {
            return new Top(book.bid(0), book.bidSize(0), book.ask(0), book.askSize(0));
        }
    }

    private record Comparison(int applied, int old, int sharedIds, int asOf, List<String> differences) {}

    @Test
    void spotBookEqualsBookTickerAtEverySharedUpdateId() throws IOException {
        read(SharedData.file("ticks/binance-spot-btcusdt-20240808.gz"));

        Comparison found = compare(new DepthBook(SequenceRule.RANGES));

        assertThat(found).isEqualTo(new Comparison(3_449, 0, 564, 3_449, List.of()));
    }

    @Test
    void futuresBookEqualsBookTickerAtEverySharedUpdateId() throws IOException {
        read(SharedData.file("ticks/binance-usdm-btcusdt-20240808.gz"));

        Comparison found = compare(new DepthBook(SequenceRule.CHAINED));

        assertThat(found).isEqualTo(new Comparison(6_547, 0, 629, 6_546, List.of()));
    }

    @Test
    void aLostUpdateIsSeenAtOnceInTheRecordings() throws IOException {
        assertLossIsSeen("ticks/binance-spot-btcusdt-20240808.gz", SequenceRule.RANGES);
        assertLossIsSeen("ticks/binance-usdm-btcusdt-20240808.gz", SequenceRule.CHAINED);
    }

    private void assertLossIsSeen(String file, SequenceRule rule) throws IOException {
        depth.clear();
        read(SharedData.file(file));
        DepthBook book = new DepthBook(rule);
        int lost = depth.size() / 2;
        for (int i = 0; i < lost; i++) {
            book.apply(depth, i);
        }

        assertThat(book.isValid()).isTrue();
        assertThat(book.apply(depth, lost + 1)).isEqualTo(BookChange.GAP);
        for (int i = lost + 2; i < depth.size(); i++) {
            assertThat(book.apply(depth, i)).isEqualTo(BookChange.WAITING);
            assertThat(book.bid(0)).isNaN();
        }
        assertThat(book.state()).isEqualTo(DepthBook.State.INVALID);
    }

    private Comparison compare(DepthBook book) {
        Map<BookChange, Integer> changes = new HashMap<>();
        List<String> differences = new ArrayList<>();
        int shared = 0;
        int asOf = 0;
        // What waits for the snapshot is applied one by one, so that each of its ids is compared, too.
        int snapshot = 0;
        while (!depth.isSnapshot(snapshot)) {
            snapshot++;
        }
        book.apply(depth, snapshot);
        for (int i = 0; i < depth.size(); i++) {
            if (i == snapshot || depth.lastId(i) < depth.lastId(snapshot)) {
                continue;
            }
            BookChange change = book.apply(depth, i);
            changes.merge(change, 1, Integer::sum);
            if (change != BookChange.APPLIED) {
                continue;
            }
            Map.Entry<Long, Top> newest = quotes.floorEntry(book.lastId());
            boolean later = quotes.higherKey(book.lastId()) != null;
            boolean same = quotes.containsKey(book.lastId());
            shared += same ? 1 : 0;
            if (newest != null && (later || same)) {
                asOf++;
                if (!newest.getValue().equals(Top.of(book))) {
                    differences.add(book.lastId() + ": " + newest + " but " + Top.of(book));
                }
            }
        }
        return new Comparison(
                changes.getOrDefault(BookChange.APPLIED, 0),
                changes.getOrDefault(BookChange.OLD, 0),
                shared,
                asOf,
                differences);
    }

    private void read(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode message = JSON.readTree(line.substring(line.indexOf(' ') + 1));
                add(message.has("data") ? message.get("data") : message);
            }
        }
    }

    private void add(JsonNode event) {
        if (event.has("lastUpdateId")) {
            depth.snapshot(0, event.get("lastUpdateId").asLong(), 0);
            levels(event.get("bids"), event.get("asks"));
        } else if (event.has("B")) {
            quotes.put(
                    event.get("u").asLong(),
                    new Top(number(event, "b"), number(event, "B"), number(event, "a"), number(event, "A")));
        } else if (event.get("e").asText().equals("depthUpdate")) {
            long previous = event.path("pu").asLong(DepthUpdates.NO_ID);
            depth.diff(
                    event.get("E").asLong(),
                    event.get("U").asLong(),
                    event.get("u").asLong(),
                    previous,
                    0);
            levels(event.get("b"), event.get("a"));
        }
    }

    private void levels(JsonNode bids, JsonNode asks) {
        bids.forEach(level -> depth.bid(level.get(0).asDouble(), level.get(1).asDouble()));
        asks.forEach(level -> depth.ask(level.get(0).asDouble(), level.get(1).asDouble()));
    }

    private static double number(JsonNode event, String field) {
        return Double.parseDouble(event.get(field).asText());
    }
}
