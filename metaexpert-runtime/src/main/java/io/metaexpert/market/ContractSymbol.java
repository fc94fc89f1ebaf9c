package io.metaexpert.market;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a symbol says: {@code BTC/USDT} (a pair), {@code BTC/USDT-260327} (dated), {@code BTC/USD-260327-100000-C} (option: expiry as
 * year, month, day; strike; C or P). The currency of settlement may follow the pair after a colon, as in {@code BTC/USD:BTC-260327}.
 *
 * @param settlement empty when the symbol does not tell
 * @param expiry 08:00 UTC of the day, when Binance, Bybit, OKX and Deribit settle
 * @param option empty when it is none
 */
public record ContractSymbol(
        String base,
        String quote,
        Optional<String> settlement,
        Optional<Instant> expiry,
        Optional<OptionTerms> option) {

    /** Strike and kind of an option. */
    public record OptionTerms(BigDecimal strike, OptionKind kind) {}

    private static final LocalTime SETTLEMENT_TIME = LocalTime.of(8, 0);
    private static final Pattern FORM = Pattern.compile(
            "(?<base>[A-Z0-9]{1,20})/(?<quote>[A-Z0-9]{2,10})"
                    + "(?::(?<settle>[A-Z0-9]{2,20}))?(?:-(?<day>[0-9]{6})(?:-(?<strike>[0-9]+(?:\\.[0-9]+)?)-(?<kind>[CP]))?)?");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /**
     * Reads a symbol.
     *
     * @throws IllegalArgumentException when it has another form, names a day that does not exist or a strike of zero; the message is for
     *     people
     */
    public static ContractSymbol parse(String symbol) {
        Matcher parts = FORM.matcher(symbol);
        if (!parts.matches()) {
            throw new IllegalArgumentException("`" + symbol + "` is not a symbol such as BTC/USDT, BTC/USDT-260327 or"
                    + " BTC/USD-260327-100000-C");
        }
        return new ContractSymbol(
                parts.group("base"),
                parts.group("quote"),
                Optional.ofNullable(parts.group("settle")),
                Optional.ofNullable(parts.group("day")).map(day -> expiry(symbol, day)),
                Optional.ofNullable(parts.group("strike"))
                        .map(strike -> terms(symbol, strike, parts.group("kind").equals("C"))));
    }

    /** As {@link #parse}, but empty when the text is not a symbol. */
    public static Optional<ContractSymbol> find(String symbol) {
        try {
            return Optional.of(parse(symbol));
        } catch (IllegalArgumentException notASymbol) {
            return Optional.empty();
        }
    }

    private static Instant expiry(String symbol, String day) {
        try {
            return LocalDate.parse(day, DAY).atTime(SETTLEMENT_TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noSuchDay) {
            throw new IllegalArgumentException(
                    "`" + symbol + "` names a day that does not exist: " + day + " (year, month, day)", noSuchDay);
        }
    }

    private static OptionTerms terms(String symbol, String strike, boolean call) {
        BigDecimal value = new BigDecimal(strike);
        if (value.signum() == 0) {
            throw new IllegalArgumentException("`" + symbol + "` has a strike of 0");
        }
        return new OptionTerms(value.stripTrailingZeros(), call ? OptionKind.CALL : OptionKind.PUT);
    }

    public boolean isOption() {
        return option.isPresent();
    }

    /** The pair alone, such as {@code BTC/USD}: the underlying of an option. */
    public String pair() {
        return base + "/" + quote;
    }

    /**
     * The contract of this symbol.
     *
     * @param type SPOT, LINEAR or INVERSE for a pair; LINEAR or INVERSE for a dated one; OPTION for an option
     * @param size as {@link Contract#size}
     * @throws IllegalArgumentException when the type does not fit the symbol; the message is for people
     */
    public Contract contract(ContractType type, BigDecimal size) {
        if (isOption() != (type == ContractType.OPTION)) {
            throw new IllegalArgumentException(
                    isOption()
                            ? pair() + " with strike and expiry is an option, not " + type
                            : "an option needs expiry, strike and kind, such as " + pair() + "-260327-100000-C");
        }
        return switch (type) {
            case SPOT -> {
                if (expiry.isPresent() || settlement.isPresent()) {
                    throw new IllegalArgumentException("spot has no expiry and no settlement currency");
                }
                yield Contract.spot();
            }
            case LINEAR -> new Contract.Linear(size, expiry);
            case INVERSE -> new Contract.Inverse(size, expiry);
            case OPTION -> {
                OptionTerms terms = option.orElseThrow();
                yield new Contract.Option(terms.kind(), terms.strike(), expiry.orElseThrow(), optionSettlement(), size);
            }
        };
    }

    /**
     * COIN when the symbol says so ({@code BTC/USD:BTC-…}) or is quoted in USD without more, as OKX and Deribit write their coin-settled
     * options; LINEAR otherwise.
     */
    public OptionSettlement optionSettlement() {
        return settlement.map(base::equals).orElse(quote.equals("USD"))
                ? OptionSettlement.COIN
                : OptionSettlement.LINEAR;
    }
}
