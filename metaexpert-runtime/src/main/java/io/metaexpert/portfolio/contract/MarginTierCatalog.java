package io.metaexpert.portfolio.contract;

import io.metaexpert.market.ContractType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The bundled margin tiers, see {@code margin-tiers.txt} for their sources: approximations of what an exchange asks today. */
public final class MarginTierCatalog {
    private MarginTierCatalog() {}

    /**
     * The tiers of {@code symbol} ({@code BTC/USDT}) on {@code exchange} ({@code binance}), or else those of the exchange's other symbols;
     * empty for spot, options and unknown exchanges.
     */
    public static Optional<MarginTiers> find(String exchange, ContractType contract, String symbol) {
        String start = exchange + " " + contract.name().toLowerCase(Locale.ROOT) + " ";
        List<String> lines = lines();
        return line(lines, start + symbol + " ").or(() -> line(lines, start + "* "));
    }

    private static Optional<MarginTiers> line(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .findFirst()
                .map(line -> tiers(line.substring(prefix.length())));
    }

    private static MarginTiers tiers(String text) {
        return MarginTiers.of(Arrays.stream(text.split(" ", -1))
                .map(step -> step.split(":", -1))
                .map(step ->
                        new MarginTiers.Step(new BigDecimal(step[0]), new BigDecimal(step[1]), new BigDecimal(step[2])))
                .toList());
    }

    private static List<String> lines() {
        try (InputStream stream =
                        Objects.requireNonNull(MarginTierCatalog.class.getResourceAsStream("margin-tiers.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
