package io.metaexpert.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a file's name says. */
final class FileNames {
    private static final List<String> QUOTES = List.of(
            "USDT", "USDC", "FDUSD", "BUSD", "TUSD", "USD", "EUR", "GBP", "JPY", "TRY", "BRL", "BTC", "ETH", "BNB");

    private FileNames() {}

    /** A dataset's name: that of the file without its extensions. */
    static String dataset(Path file) {
        String name = file.getFileName().toString().replaceFirst("(?i)(\\.(csv|gz|zip|parquet|txt))+$", "");
        String clean = name.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[._-]+", "");
        return clean.length() > 64 ? clean.substring(0, 64) : clean;
    }

    /** The symbol with which the name starts, such as {@code BTC/USDT} in BTCUSDT-1m.csv; empty when none is told. */
    static String symbol(Path file) {
        String name = file.getFileName().toString().toUpperCase(Locale.ROOT);
        String joined =
                name.replaceFirst("^([A-Z0-9]{2,10})[-_](" + String.join("|", QUOTES) + ")(?![A-Z0-9])", "$1$2");
        return pair(joined.split("[^A-Z0-9]", 2)[0]);
    }

    /** {@code BTC/USDT} of {@code BTCUSDT}; empty when the quote currency is none that is known. */
    static String pair(String first) {
        for (String quote : QUOTES) {
            if (first.endsWith(quote) && first.length() > quote.length() + 1) {
                return first.substring(0, first.length() - quote.length()) + "/" + quote;
            }
        }
        return "";
    }
}
