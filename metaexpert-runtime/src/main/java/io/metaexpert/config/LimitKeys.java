package io.metaexpert.config;

import static io.metaexpert.config.Keys.OFF;
import static io.metaexpert.config.ValueTypes.MONEY_AMOUNT;

import io.metaexpert.market.Money;
import io.metaexpert.risk.LossLimit;
import io.metaexpert.risk.OnBreach;
import io.metaexpert.risk.PeakBasis;
import io.metaexpert.risk.StressGap;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of what limits losses, positions and orders. */
final class LimitKeys {
    static final Key<Optional<Money>> MAX_POSITION = Key.of(
            "sizing.max-position",
            MONEY_AMOUNT.or(OFF),
            OFF,
            "The largest position of one symbol and side, in its quote currency, open entries counted.");

    static final Key<Optional<BigDecimal>> MAX_DRAWDOWN = Key.of(
            "risk.max-drawdown",
            LimitTypes.SHARE.or(OFF),
            "20%",
            "Halts when equity, open profit included, is this far below its peak; until `metaexpert resume`.");
    static final Key<Optional<LossLimit>> DAILY_LOSS = Key.of(
            "risk.daily-loss-limit",
            LimitTypes.LOSS.or(OFF),
            OFF,
            "Halts until the next UTC day when the day lost this much, realized or not, fees and funding included: an amount of the settlement currency, or a share of the day's first equity.");
    static final Key<OnBreach> ON_BREACH = Key.of(
            "risk.on-breach",
            ValueTypes.choice(OnBreach.class),
            "flatten",
            "What a reached loss limit does with open positions: close them at the market, or keep them with their stops. Entries that wait are canceled either way.");
    static final Key<PeakBasis> PEAK_BASIS = Key.of(
            "risk.peak-basis",
            ValueTypes.choice(PeakBasis.class),
            "equity",
            "What the peak of `risk.max-drawdown` is taken from: equity at all times, or only while nothing is held (`closed`), so that an open profit that was never taken does not raise it.");
    static final Key<StressGap> STRESS_GAP = Key.of(
            "risk.stress-gap",
            LimitTypes.STRESS_GAP,
            "by-class",
            "The worst jump of a price that positions must survive within the loss limits; entries are cut to that. `by-class`: 15% for BTC and ETH, 30% for others. `off`: not reckoned with.");
    static final Key<Optional<Integer>> ORDER_RATE = Key.of(
            "risk.max-orders-per-minute",
            ValueTypes.whole(1, 10_000).or(OFF),
            "30",
            "Halts a strategy that sends more orders than this in a minute.");

    static final Key<Optional<BigDecimal>> MAX_SPREAD = Key.of(
            "execution.max-spread",
            LimitTypes.PART.or(OFF),
            "0.1%",
            "Blocks entries, never exits, while best bid and ask are further apart than this share of their mean.");
    static final Key<Optional<Duration>> MAX_QUOTE_AGE = Key.of(
            "execution.max-quote-age",
            ValueTypes.DURATION
                    .where(age -> !age.isZero(), "must be above 0", ValueTypes.DURATION.allowed())
                    .or(OFF),
            "1s",
            "Blocks entries, never exits, while the last quote is older than this; where quotes are known at all.");
    static final Key<Optional<BigDecimal>> COLLAR = Key.of(
            "execution.collar", LimitTypes.PART.or(OFF), OFF, "How far from the last price a market entry may fill.");

    static final Key<Optional<Integer>> OPEN_POSITIONS = Key.of(
            "portfolio.max-open-positions",
            ValueTypes.whole(1, 1000).or(OFF),
            "3",
            "The most positions, of all symbols and sides, open entries counted.");
    static final Key<Optional<Integer>> POSITIONS_PER_SYMBOL = Key.of(
            "portfolio.max-positions-per-symbol",
            ValueTypes.whole(1, 1000).or(OFF),
            "1",
            "The most positions of one symbol, open entries counted; with `market.position-mode: hedge` it is 2 when absent.");

    private LimitKeys() {}

    static Stream<Key<?>> risk() {
        return Stream.of(MAX_DRAWDOWN, DAILY_LOSS, ON_BREACH, PEAK_BASIS, STRESS_GAP, ORDER_RATE);
    }

    static Stream<Key<?>> execution() {
        return Stream.of(MAX_SPREAD, MAX_QUOTE_AGE, COLLAR);
    }

    static Stream<Key<?>> portfolio() {
        return Stream.of(OPEN_POSITIONS, POSITIONS_PER_SYMBOL);
    }
}
