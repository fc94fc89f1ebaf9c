package io.metaexpert.data.read;

import io.metaexpert.UserException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which column holds what. Fields are counted from 0; {@code side} is -1 when the file does not have it.
 *
 * @param header whether the first row is a header and not data
 * @param fields how many columns each row has
 * @param names of the columns, for messages
 */
public record RowLayout(Kind kind, boolean header, int fields, List<String> names, List<Integer> columns) {
    /** What a row is. */
    public enum Kind {
        /** Columns: time, open, high, low, close, volume. */
        BARS,
        /** Columns: time, price, amount, whether the buyer was the maker. */
        TRADES
    }

    static final String FORMATS =
            "Bars: open_time_ms,open,high,low,close,volume (or a header with these names), Binance kline files."
                    + " Trades: timestamp,price,amount, Binance trade files."
                    + " Recordings: nanoseconds, a space and a message in JSON.";

    private static final List<Set<String>> BAR_NAMES = List.of(
            Set.of("open_time_ms", "open_time", "opentime", "timestamp", "time", "date", "datetime", "unix", "ts"),
            Set.of("open", "o"),
            Set.of("high", "h"),
            Set.of("low", "l"),
            Set.of("close", "c"),
            Set.of("volume", "vol", "v", "base_volume"));
    private static final List<Set<String>> TRADE_NAMES = List.of(
            Set.of("time", "timestamp", "transact_time", "date", "datetime", "unix", "ts"),
            Set.of("price"),
            Set.of("qty", "quantity", "amount", "size", "volume"),
            Set.of("is_buyer_maker", "isbuyermaker"));

    static final List<String> BAR_COLUMNS = List.of("open_time_ms", "open", "high", "low", "close", "volume");
    private static final List<String> KLINE = List.of(
            "open_time",
            "open",
            "high",
            "low",
            "close",
            "volume",
            "close_time",
            "quote_volume",
            "count",
            "taker_buy_volume",
            "taker_buy_quote_volume",
            "ignore");
    private static final List<String> TRADES =
            List.of("id", "price", "qty", "quote_qty", "time", "is_buyer_maker", "is_best_match");
    private static final List<String> AGGREGATE_TRADES =
            List.of("id", "price", "qty", "first_id", "last_id", "time", "is_buyer_maker", "is_best_match");
    private static final List<String> PLAIN_TRADES = List.of("timestamp", "price", "amount");

    /** Finds the layout from the first row. */
    static RowLayout of(CsvScanner first) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < first.fields(); i++) {
            texts.add(first.text(i));
        }
        boolean header = first.fields() > 1 && startsAsName(texts.get(1));
        List<String> names = header ? lower(texts) : namesByPosition(texts);
        if (names.size() < texts.size()) {
            throw unknown(first, texts);
        }
        List<String> found = names.subList(0, texts.size());
        return byName(found, header).orElseThrow(() -> unknown(first, texts));
    }

    /** The layout of columns with these names. */
    static Optional<RowLayout> byName(List<String> names, boolean header) {
        int[] bars = find(BAR_NAMES, names, 0);
        if (bars.length > 0) {
            return Optional.of(new RowLayout(Kind.BARS, header, names.size(), List.copyOf(names), boxed(bars)));
        }
        int[] trades = find(TRADE_NAMES, names, 1);
        if (trades.length > 0) {
            return Optional.of(new RowLayout(Kind.TRADES, header, names.size(), List.copyOf(names), boxed(trades)));
        }
        return Optional.empty();
    }

    private static UserException unknown(CsvScanner first, List<String> texts) {
        String row = String.join(",", texts);
        String shown = row.length() > 100 ? row.substring(0, 100) + "..." : row;
        return first.mistake(
                "not a row of bars or trades, nor their header: \"%s\"".formatted(CsvScanner.printable(shown)),
                FORMATS);
    }

    private static boolean startsAsName(String text) {
        return !text.isEmpty() && Character.isLetter(text.charAt(0)) && !text.equalsIgnoreCase("nan");
    }

    private static List<String> lower(List<String> texts) {
        List<String> names = new ArrayList<>(
                texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList());
        if (names.get(0).isEmpty()) {
            names.set(0, "date");
        }
        return names;
    }

    private static List<String> namesByPosition(List<String> texts) {
        return switch (texts.size()) {
            case 3 -> PLAIN_TRADES;
            case 6, 7 -> isFlag(texts.get(5)) ? TRADES : BAR_COLUMNS;
            case 8 -> AGGREGATE_TRADES;
            case 12 -> KLINE;
            default -> List.of();
        };
    }

    private static boolean isFlag(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    /** The column of each wanted name; empty when one is missing that is not among the {@code optional} last ones. */
    private static int[] find(List<Set<String>> wanted, List<String> names, int optional) {
        int[] columns = new int[wanted.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = indexOf(wanted.get(i), names);
            if (columns[i] < 0 && i < columns.length - optional) {
                return new int[0];
            }
        }
        return columns;
    }

    private static List<Integer> boxed(int[] columns) {
        return Arrays.stream(columns).boxed().toList();
    }

    private static int indexOf(Set<String> wanted, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (wanted.contains(names.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
