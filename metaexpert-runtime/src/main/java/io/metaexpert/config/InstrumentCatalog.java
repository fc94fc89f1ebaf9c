package io.metaexpert.config;

import io.metaexpert.market.ContractSymbol;
import io.metaexpert.market.ContractType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** The bundled increments of the main symbols, see {@code instruments.txt}. Exchanges change theirs from time to time. */
public final class InstrumentCatalog {
    private InstrumentCatalog() {}

    /**
     * What an exchange asks of orders.
     *
     * @param quantityIncrement in base currency; in contracts when inverse
     * @param minNotional in quote currency; 0 when there is none
     * @param contractSize base currency per contract; quote currency per contract when inverse; 1 for spot
     */
    public record Rules(
            BigDecimal priceIncrement, BigDecimal quantityIncrement, BigDecimal minNotional, BigDecimal contractSize) {}

    /**
     * The rules of {@code symbol} ({@code BTC/USDT}) on {@code exchange} ({@code binance}), when they are bundled; those of a dated
     * contract are those of the perpetual of its pair.
     */
    public static Optional<Rules> find(String exchange, ContractType contract, String symbol) {
        String pair = ContractSymbol.parse(symbol).pair();
        String prefix = exchange + " " + ValueTypes.word(contract) + " " + pair + " ";
        try (InputStream stream =
                        Objects.requireNonNull(InstrumentCatalog.class.getResourceAsStream("instruments.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith(prefix))
                    .findFirst()
                    .map(line -> rules(line.substring(prefix.length()).strip().split(" +", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rules rules(String[] numbers) {
        return new Rules(
                new BigDecimal(numbers[0]),
                new BigDecimal(numbers[1]),
                new BigDecimal(numbers[2]),
                new BigDecimal(numbers[3]));
    }
}
