package io.metaexpert.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.market.Contract;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.portfolio.contract.ContractMath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Where stops and targets are. */
class ProtectedPositionTest {
    private static double noAtr(int period) {
        return Double.NaN;
    }

    private static Instrument instrument(ContractType type, String increment, String fee) {
        return new Instrument(
                new InstrumentId("test", "BTC/USD"),
                Contract.of(type, type == ContractType.INVERSE ? new BigDecimal("100") : BigDecimal.ONE),
                "BTC",
                "USD",
                new BigDecimal(increment),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new BigDecimal(fee),
                new BigDecimal(fee));
    }

    private static final Instrument LINEAR = instrument(ContractType.LINEAR, "0.1", "0");

    private static EntryFill fill(String price, String quantity) {
        return new EntryFill(new BigDecimal(price), new BigDecimal(quantity), BigDecimal.ZERO, Optional.empty());
    }

    private static EntryFill fill(String price, String quantity, String stop) {
        return new EntryFill(
                new BigDecimal(price), new BigDecimal(quantity), BigDecimal.ZERO, Optional.of(new BigDecimal(stop)));
    }

    private static ProtectedPosition open(ProtectionSettings settings, boolean isLong, EntryFill fill) {
        return ProtectedPosition.open(settings, LINEAR, isLong, fill, ProtectedPositionTest::noAtr);
    }

    private static String stop(ProtectedPosition position) {
        return position.stop()
                .map(level -> level.stripTrailingZeros().toPlainString() + " "
                        + position.reason().text())
                .orElse("none");
    }

    private static String target(ProtectedPosition position) {
        return position.target()
                .map(price -> price.stripTrailingZeros().toPlainString())
                .orElse("none");
    }

    @Test
    void roundsSoThatTheRiskNeverGrows() {
        // 100.37 less 2 % is 98.3626, plus 2 % is 102.3774
        assertThat(stop(open(Protections.stopLoss("2%"), true, fill("100.37", "1"))))
                .isEqualTo("98.4 stop-loss");
        assertThat(stop(open(Protections.stopLoss("2%"), false, fill("100.37", "1"))))
                .isEqualTo("102.3 stop-loss");
    }

    @Test
    void theTrailingStopArmsOnlyFromItsActivation() {
        ProtectedPosition position = open(Protections.of("5%", "", "1%", "2%", ""), true, fill("100", "1"));
        position.see(101.9);
        assertThat(stop(position)).isEqualTo("95 stop-loss");

        position.see(102);
        assertThat(stop(position)).isEqualTo("101 trailing stop");

        position = open(Protections.of("5%", "", "1%", "2%", ""), false, fill("100", "1"));
        position.see(98.1);
        assertThat(stop(position)).isEqualTo("105 stop-loss");
        position.see(98);
        // 98.98, rounded down
        assertThat(stop(position)).isEqualTo("98.9 trailing stop");
    }

    @Test
    void withoutActivationItTrailsFromTheEntry() {
        assertThat(stop(open(Protections.trailing("3%"), true, fill("100", "1"))))
                .isEqualTo("97 trailing stop");
        assertThat(stop(open(Protections.trailing("3%"), false, fill("100", "1"))))
                .isEqualTo("103 trailing stop");
    }

    @Test
    void theBestPriceCountsAndNotTheLast() {
        ProtectedPosition position = open(Protections.trailing("10%"), true, fill("100", "1"));
        position.see(120);
        position.see(110);

        assertThat(stop(position)).isEqualTo("108 trailing stop");
        assertThat(position.best()).isEqualTo(120);
    }

    @Test
    void aTrailingStopIsMonotoneWhateverThePricesAndAddOns() {
        for (int seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            boolean isLong = random.nextBoolean();
            ProtectedPosition position =
                    open(Protections.of("2%", "2R", "1R", seed % 2 == 0 ? "1%" : "", "1.5%"), isLong, fill("100", "1"));
            BigDecimal before = position.stop().orElseThrow();
            double price = 100;
            for (int i = 0; i < 50; i++) {
                price *= 1 + random.nextDouble(-0.01, 0.01);
                if (random.nextInt(10) == 0) {
                    position.add(fill(BigDecimal.valueOf(price).toString(), "0.5"));
                } else if (random.nextInt(10) == 0) {
                    position.reduce(position.quantity().multiply(new BigDecimal("0.3")));
                }
                position.see(price);
                BigDecimal now = position.stop().orElseThrow();
                assertThat(isLong ? now.compareTo(before) : before.compareTo(now))
                        .isNotNegative();
                before = now;
            }
        }
    }

    @Test
    void rIsTheDistanceOfTheFirstStop() {
        ProtectedPosition position = open(Protections.of("2%", "3R", "", "", ""), true, fill("100", "1"));
        assertThat(target(position)).isEqualTo("106");

        // a nearer stop that was given with the order is the first
        position = open(Protections.of("2%", "3R", "", "", ""), true, fill("100", "1", "99"));
        assertThat(stop(position)).isEqualTo("99 stop-loss");
        assertThat(target(position)).isEqualTo("103");

        position = open(Protections.of("", "3R", "2R", "1R", ""), false, fill("100", "1", "101"));
        assertThat(target(position)).isEqualTo("97");
        position.see(99);
        assertThat(stop(position)).as("2R behind 99").isEqualTo("101 stop-loss");
        position.see(97.5);
        assertThat(stop(position)).isEqualTo("99.5 trailing stop");
    }

    @Test
    void aStopLossInRIsAMultipleOfTheOrdersOwnStop() {
        ProtectedPosition position = open(Protections.bracket("1.5R", "2R"), true, fill("100", "1", "98"));

        assertThat(stop(position)).isEqualTo("97 stop-loss");
        assertThat(target(position)).isEqualTo("104");
    }

    @Test
    void withoutAStopOfItsOwnSuchAnEntryLacksOne() {
        ProtectedPosition position = open(Protections.bracket("1.5R", "2R"), true, fill("100", "1"));

        assertThat(position.lacksStop()).isTrue();
        assertThat(target(position)).isEqualTo("none");
        assertThat(open(Protections.of("", "2%", "", "", ""), true, fill("100", "1"))
                        .lacksStop())
                .as("none was asked for")
                .isFalse();
    }

    @Test
    void atrDistancesAreThoseOfTheEntry() {
        double[] atr = {1.5};
        ProtectedPosition position = ProtectedPosition.open(
                Protections.of("atr14*2", "atr14*4", "", "", ""), LINEAR, true, fill("100", "1"), period -> atr[0]);
        assertThat(stop(position)).isEqualTo("97 stop-loss");
        assertThat(target(position)).isEqualTo("106");

        atr[0] = 9;
        position.add(fill("104", "1"));
        assertThat(stop(position)).isEqualTo("99 stop-loss");
    }

    @Test
    void aStopBelowZeroIsNone() {
        ProtectedPosition position =
                ProtectedPosition.open(Protections.stopLoss("atr14*2"), LINEAR, true, fill("100", "1"), period -> 60);

        assertThat(position.lacksStop()).isTrue();
    }

    @Test
    void breakevenComesOnceAndNeverLoosens() {
        ProtectedPosition position = open(Protections.breakeven("2%", "1%"), true, fill("100", "1"));
        position.see(101);
        assertThat(stop(position)).isEqualTo("100 breakeven");

        position.add(fill("103", "1"));
        assertThat(stop(position)).as("101.5 less 2 % would be lower").isEqualTo("100 breakeven");
        position.see(110);
        assertThat(stop(position)).isEqualTo("100 breakeven");
    }

    @Test
    void theTightestOfAllIsTheStop() {
        ProtectedPosition position = open(Protections.of("2%", "", "1%", "1%", "1%"), true, fill("100", "1"));
        position.see(101);
        assertThat(stop(position)).as("99.99, rounded, is no tighter").isEqualTo("100 trailing stop");
        position.see(105);
        // 103.95, rounded up
        assertThat(stop(position)).isEqualTo("104 trailing stop");
    }

    /** What a position has earned, fees of both sides paid, when it is closed at its stop. */
    private static BigDecimal atStop(Instrument instrument, boolean isLong, BigDecimal entry, BigDecimal quantity) {
        ContractMath math = ContractMath.of(instrument.contract());
        BigDecimal fee = math.fee(quantity, entry, instrument.takerFee());
        ProtectedPosition position = ProtectedPosition.open(
                Protections.breakeven("", "1%"),
                instrument,
                isLong,
                new EntryFill(entry, quantity, fee, Optional.empty()),
                ProtectedPositionTest::noAtr);
        position.see(entry.doubleValue() * (isLong ? 1.02 : 0.98));
        assertThat(position.reason()).isEqualTo(StopReason.BREAKEVEN);
        BigDecimal level = position.stop().orElseThrow();
        return math.profit(isLong ? quantity : quantity.negate(), entry, level)
                .subtract(fee)
                .subtract(math.fee(quantity, level, instrument.takerFee()));
    }

    @Test
    void atBreakevenNothingIsLostFeesOfBothSidesPaid() {
        SplittableRandom random = new SplittableRandom(1);
        for (ContractType type : List.of(ContractType.SPOT, ContractType.LINEAR, ContractType.INVERSE)) {
            for (int i = 0; i < 1_000; i++) {
                Instrument instrument = instrument(type, i % 2 == 0 ? "0.1" : "0", "0.000" + (1 + i % 9));
                BigDecimal entry = BigDecimal.valueOf(random.nextInt(10_000, 1_000_000), 1);
                BigDecimal quantity = BigDecimal.valueOf(random.nextInt(1, 100));
                BigDecimal left = atStop(instrument, i % 3 == 0, entry, quantity);
                assertThat(left).as("%s at %s", type, entry).isGreaterThanOrEqualTo(new BigDecimal("-1E-11"));
                // and no more than an increment further than need be
                BigDecimal step = instrument.priceIncrement().max(entry.movePointLeft(9));
                BigDecimal most = ContractMath.of(instrument.contract())
                        .profit(quantity, entry, entry.add(step))
                        .abs()
                        .multiply(new BigDecimal("1.01"));
                assertThat(left).isLessThanOrEqualTo(most.add(new BigDecimal("1E-11")));
            }
        }
    }

    @Test
    void whatIsWrittenDownGoesOnAsIfNothingHadHappened() {
        List<ProtectionSettings> all = List.of(
                Protections.of("2%", "3R", "1R", "1%", "0.5%"),
                Protections.of("atr14*2", "atr3*4", "atr14*1", "", ""),
                Protections.trailing("1.7%"));
        int restarts = 0;
        for (int seed = 0; seed < 600; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ProtectionSettings settings = all.get(seed % all.size());
            boolean isLong = random.nextBoolean();
            IntToDoubleFunction atr = period -> period / 7.0;
            EntryFill entry = fill("100.3", "0.7");
            ProtectedPosition whole = ProtectedPosition.open(settings, LINEAR, isLong, entry, atr);
            ProtectedPosition restarted = ProtectedPosition.open(settings, LINEAR, isLong, entry, atr);
            double price = 100;
            for (int i = 0; i < 40; i++) {
                price *= 1 + random.nextDouble(-0.01, 0.01);
                if (random.nextInt(5) == 0) {
                    restarted = ProtectedPosition.restore(settings, LINEAR, isLong, restarted.toMap());
                    restarts++;
                }
                if (random.nextInt(8) == 0) {
                    EntryFill more = fill(BigDecimal.valueOf(price).toString(), "0.3");
                    whole.add(more);
                    restarted.add(more);
                }
                whole.see(price);
                restarted.see(price);
                assertThat(restarted.toMap()).isEqualTo(whole.toMap());
                assertThat(restarted.stop()).isEqualTo(whole.stop());
                assertThat(restarted.target()).isEqualTo(whole.target());
            }
        }
        assertThat(restarts).isGreaterThan(1_000);
    }

    @Test
    void tellsTheDistanceOfAStopBeforeThereIsAPosition() {
        assertThat(ProtectedPosition.stopDistance(
                        Protections.stopLoss("2%"),
                        LINEAR,
                        true,
                        new BigDecimal("100"),
                        Optional.empty(),
                        ProtectedPositionTest::noAtr))
                .hasValueSatisfying(distance -> assertThat(distance).isEqualByComparingTo("2"));
        assertThat(ProtectedPosition.stopDistance(
                        Protections.stopLoss("2%"),
                        LINEAR,
                        false,
                        new BigDecimal("100"),
                        Optional.of(new BigDecimal("101")),
                        ProtectedPositionTest::noAtr))
                .hasValueSatisfying(distance -> assertThat(distance).isEqualByComparingTo("1"));
        assertThat(ProtectedPosition.stopDistance(
                        ProtectionSettings.NONE,
                        LINEAR,
                        true,
                        BigDecimal.TEN,
                        Optional.empty(),
                        ProtectedPositionTest::noAtr))
                .isEmpty();
    }
}
