package io.metaexpert.portfolio.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.market.OptionKind;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Black76Test {
    /** J. Hull, "Options, Futures, and Other Derivatives", stock options: S 42, K 40, r 10 %, σ 20 %, half a year: call 4.76, put 0.81. */
    @Test
    void hullsExample() {
        double forward = 42 * Math.exp(0.1 * 0.5);
        assertThat(new Black76(OptionKind.CALL, forward, 40, 0.5, 0.2, 0.1).price())
                .isCloseTo(4.76, within(0.005));
        assertThat(new Black76(OptionKind.PUT, forward, 40, 0.5, 0.2, 0.1).price())
                .isCloseTo(0.81, within(0.005));
    }

    /** The same book, futures options: F 20, K 20, r 9 %, σ 25 %, four months: put 1.12. */
    @Test
    void hullsExampleOnAFuture() {
        assertThat(new Black76(OptionKind.PUT, 20, 20, 4 / 12.0, 0.25, 0.09).price())
                .isCloseTo(1.12, within(0.005));
    }

    @Test
    void theNormalDistributionHasTheDigitsOfADouble() {
        assertThat(Black76.cumulative(0)).isCloseTo(0.5, within(1e-15));
        assertThat(Black76.cumulative(1.96)).isCloseTo(0.9750021048517795, within(1e-14));
        assertThat(Black76.cumulative(-3)).isCloseTo(0.0013498980316300946, within(1e-15));
        assertThat(Black76.cumulative(-8)).isCloseTo(6.220960574271785e-16, within(1e-22));
    }

    @Test
    void callLessPutIsTheDiscountedForwardLessTheStrike() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            Black76 call = random(random, OptionKind.CALL);
            Black76 put = of(call, OptionKind.PUT, call.forward(), call.volatility());
            double parity = Math.exp(-call.rate() * call.years()) * (call.forward() - call.strike());
            assertThat(call.price() - put.price()).isCloseTo(parity, within(1e-9 * (call.forward() + call.strike())));
        }
    }

    @Test
    void greeksAreTheSlopesOfThePrice() {
        Random random = new Random(9);
        for (int i = 0; i < 1_000; i++) {
            Black76 option = random(random, random.nextBoolean() ? OptionKind.CALL : OptionKind.PUT);
            double step = option.forward() * 1e-4;
            double up = of(option, option.kind(), option.forward() + step, option.volatility())
                    .price();
            double down = of(option, option.kind(), option.forward() - step, option.volatility())
                    .price();
            double more = of(option, option.kind(), option.forward(), option.volatility() + 1e-4)
                    .price();
            double less = of(option, option.kind(), option.forward(), option.volatility() - 1e-4)
                    .price();
            double earlier = later(option, 1e-5);
            double sooner = later(option, -1e-5);

            assertThat((up - down) / (2 * step)).isCloseTo(option.delta(), within(1e-4));
            assertThat((up - 2 * option.price() + down) / (step * step))
                    .isCloseTo(option.gamma(), within(1e-3 * Math.max(option.gamma(), 10 / option.forward())));
            assertThat((more - less) / 2e-4).isCloseTo(option.vega(), within(1e-3 * option.forward()));
            assertThat(-(earlier - sooner) / 2e-5).isCloseTo(option.theta(), within(1e-3 * option.forward()));
        }
    }

    private static double later(Black76 option, double years) {
        return new Black76(
                        option.kind(),
                        option.forward(),
                        option.strike(),
                        option.years() + years,
                        option.volatility(),
                        option.rate())
                .price();
    }

    @Test
    void impliedVolatilityFindsTheVolatilityOfAPrice() {
        Random random = new Random(10);
        for (int i = 0; i < 1_000; i++) {
            Black76 option = random(random, random.nextBoolean() ? OptionKind.CALL : OptionKind.PUT);
            double found = Black76.impliedVolatility(
                            option.kind(),
                            option.price(),
                            option.forward(),
                            option.strike(),
                            option.years(),
                            option.rate())
                    .orElseThrow();
            assertThat(of(option, option.kind(), option.forward(), found).price())
                    .isCloseTo(option.price(), within(1e-9 * option.forward()));
        }
        assertThat(Black76.impliedVolatility(OptionKind.CALL, 5, 110, 100, 1, 0))
                .isEmpty();
    }

    @Test
    void atExpiryAndWithoutVolatilityThePriceIsTheIntrinsicValue() {
        assertThat(new Black76(OptionKind.CALL, 110, 100, 0, 0.5, 0).price()).isEqualTo(10);
        assertThat(new Black76(OptionKind.PUT, 110, 100, 1, 0, 0).price()).isEqualTo(0);
        assertThat(new Black76(OptionKind.PUT, 90, 100, 1, 0, 0).delta()).isEqualTo(-1);
    }

    @Test
    void refusesWhatHasNoPrice() {
        assertThatThrownBy(() -> new Black76(OptionKind.CALL, Double.NaN, 1, 1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Black76(OptionKind.CALL, 1, 1, -1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Black76 random(Random random, OptionKind kind) {
        double forward = 100 + random.nextDouble() * 100_000;
        double strike = forward * (0.5 + random.nextDouble());
        return new Black76(
                kind,
                forward,
                strike,
                0.05 + random.nextDouble() * 2,
                0.2 + random.nextDouble(),
                random.nextDouble() * 0.1);
    }

    private static Black76 of(Black76 option, OptionKind kind, double forward, double volatility) {
        return new Black76(kind, forward, option.strike(), option.years(), volatility, option.rate());
    }
}
