package io.metaexpert.config;

import io.metaexpert.market.ContractSymbol;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.OptionSettlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Symbols as in {@link ContractSymbol}; a pair also without the slash, where the quote currency is known. */
final class Symbols {
    private static final Pattern PAIR = Pattern.compile("[A-Z0-9]{1,20}/[A-Z0-9]{2,10}");
    private static final Pattern OPTION =
            Pattern.compile("([A-Z0-9]{1,20})(?:[-/]USD[TC]?)?-([0-9]{6}-[0-9]+(?:\\.[0-9]+)?-[CP])");

    /** Longer ones first, so that FDUSD is not taken for USD. */
    private static final List<String> QUOTES = List.of(
            "FDUSD", "USDT", "USDC", "TUSD", "BUSD", "USD", "EUR", "GBP", "TRY", "BRL", "JPY", "DAI", "BTC", "ETH",
            "BNB");

    private Symbols() {}

    static String base(String symbol) {
        return symbol.substring(0, symbol.indexOf('/'));
    }

    static String quote(String symbol) {
        return ContractSymbol.parse(symbol).quote();
    }

    /** The currency in which an instrument of this type and symbol is settled. */
    static String settlement(ContractType type, String symbol) {
        return switch (type) {
            case SPOT, LINEAR -> quote(symbol);
            case INVERSE -> base(symbol);
            case OPTION ->
                ContractSymbol.parse(symbol).optionSettlement() == OptionSettlement.COIN ? base(symbol) : quote(symbol);
        };
    }

    static List<String> parse(List<String> items) throws BadValue {
        if (items.isEmpty()) {
            throw new BadValue("needs at least one symbol", "write it like `BTC/USDT`");
        }
        List<String> symbols = new ArrayList<>();
        for (String item : items) {
            String symbol = normal(item);
            if (symbols.contains(symbol)) {
                throw new BadValue("names " + symbol + " twice", "");
            }
            symbols.add(symbol);
        }
        return List.copyOf(symbols);
    }

    private static String normal(String text) throws BadValue {
        if (PAIR.matcher(text).matches()) {
            return text;
        }
        if (ContractSymbol.find(text).isPresent()) {
            return text;
        }
        Matcher option = OPTION.matcher(text);
        if (option.matches()) {
            throw new BadValue(
                    "`" + text + "` is not written as an option",
                    "write `%s/USD-%s`".formatted(option.group(1), option.group(2)));
        }
        if (text.matches("[A-Z0-9]{1,20}/[A-Z0-9]{2,10}-.*")) {
            throw new BadValue(
                    "`" + text + "` is not a contract with an expiry",
                    "write the day as year, month, day: `BTC/USDT-260327`, an option `BTC/USD-260327-100000-C`");
        }
        for (String quote : QUOTES) {
            if (text.endsWith(quote) && PAIR.matcher(insertSlash(text, quote)).matches()) {
                return insertSlash(text, quote);
            }
        }
        String guess = text.toUpperCase(Locale.ROOT).replace('-', '/').replace('_', '/');
        throw new BadValue(
                "`" + text + "` is not a symbol",
                PAIR.matcher(guess).matches() ? "write `" + guess + "`" : "write base and quote, like `BTC/USDT`");
    }

    private static String insertSlash(String text, String quote) {
        return text.substring(0, text.length() - quote.length()) + "/" + quote;
    }
}
