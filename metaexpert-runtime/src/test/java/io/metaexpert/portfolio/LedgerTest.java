package io.metaexpert.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.market.Price;
import io.metaexpert.market.Quantity;
import io.metaexpert.order.Fill;
import io.metaexpert.order.Liquidity;
import io.metaexpert.order.Side;
import io.metaexpert.performance.RoundTrip;
import io.metaexpert.performance.RoundTripBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    private static final InstrumentId BTC = new InstrumentId("test", "BTC/USDT");
    private static final BigDecimal START = new BigDecimal("10000");

    private static final Instrument INSTRUMENT = new Instrument(
            BTC,
            ContractType.LINEAR,
            "BTC",
            "USDT",
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ONE,
            BigDecimal.ZERO,
            BigDecimal.ZERO);

    private final Ledger ledger = new Ledger("USDT", START, List.of(INSTRUMENT));

    private static Fill fill(int n, Side side, String quantity, String price, String fee) {
        return new Fill(
                "F" + n,
                "1",
                BTC,
                side,
                Optional.empty(),
                Price.of(price),
                Quantity.of(quantity),
                Money.of(fee, "USDT"),
                Liquidity.TAKER,
                new BigDecimal(price).multiply(new BigDecimal(quantity)),
                BigDecimal.ZERO,
                Instant.EPOCH);
    }

    @Test
    void averagesEntriesAndRealizesExits() {
        ledger.apply(fill(1, Side.BUY, "1", "100", "1"));
        ledger.apply(fill(2, Side.BUY, "1", "110", "1"));
        ledger.apply(fill(3, Side.SELL, "1", "120", "1"));

        Position position = ledger.position(BTC);
        assertThat(position.isLong()).isTrue();
        assertThat(position.averageEntryPrice()).isEqualByComparingTo("105");
        assertThat(position.realizedProfit()).isEqualByComparingTo("12");
        assertThat(ledger.walletBalance()).isEqualByComparingTo("10012");
    }

    @Test
    void turnsAPositionWithOneFill() {
        ledger.apply(fill(1, Side.BUY, "1", "100", "0"));
        ledger.apply(fill(2, Side.SELL, "3", "90", "0"));

        Position position = ledger.position(BTC);
        assertThat(position.isShort()).isTrue();
        assertThat(position.quantity()).isEqualTo(Quantity.of("2"));
        assertThat(position.averageEntryPrice()).isEqualByComparingTo("90");
        assertThat(position.realizedProfit()).isEqualByComparingTo("-10");
    }

    /**
     * Over random fills: equity at any mark is the start plus realized plus unrealized profit; and round trips, the open ones valued at
     * that mark, add up to the same.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theBooksBalanceOverRandomFills(long seed) {
        Random random = new Random(seed);
        RoundTripBook trips = new RoundTripBook(List.of(INSTRUMENT));
        for (int i = 0; i < 500; i++) {
            Fill fill = fill(
                    i,
                    random.nextBoolean() ? Side.BUY : Side.SELL,
                    BigDecimal.valueOf(1 + random.nextInt(1_000_000), 6).toPlainString(),
                    BigDecimal.valueOf(100 + random.nextInt(1_000_000), 2).toPlainString(),
                    BigDecimal.valueOf(random.nextInt(1_000), 4).toPlainString());
            ledger.apply(fill);
            trips.apply(fill, "");
        }
        double mark = 1 + random.nextInt(10_000);
        Position position = ledger.position(BTC);
        BigDecimal signed = ledger.signedQuantity(BTC);
        BigDecimal equity = ledger.cash().add(signed.multiply(BigDecimal.valueOf(mark)));

        BigDecimal fromPosition = START.add(position.realizedProfit())
                .add(signed.multiply(BigDecimal.valueOf(mark).subtract(position.averageEntryPrice())));
        BigDecimal fromTrips = trips.finish(Instant.EPOCH, id -> mark).stream()
                .map(RoundTrip::profit)
                .reduce(START, BigDecimal::add);

        assertThat(fromPosition.setScale(15, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(equity.setScale(15, RoundingMode.HALF_EVEN));
        assertThat(fromTrips.setScale(15, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(equity.setScale(15, RoundingMode.HALF_EVEN));
    }
}
