package io.metaexpert.portfolio.contract;

import io.metaexpert.market.OptionKind;
import java.util.OptionalDouble;

/**
 * Prices of European options on a forward, as estimates for marks where there is no option data.
 *
 * <p>Source: F. Black, "The pricing of commodity contracts", 1976; with forward = spot × e^(rate × years) it is Black–Scholes–Merton. Exchanges
 * mark their crypto options with it, at rate 0 (Deribit, Binance). All prices are in quote currency per base; divide by the underlying for
 * a price in coin.
 *
 * @param forward price of the underlying for the expiry
 * @param years until expiry; 0 gives the intrinsic value
 * @param volatility per year, 0.6 = 60 %
 * @param rate per year, continuous; it only discounts
 */
public record Black76(OptionKind kind, double forward, double strike, double years, double volatility, double rate) {
    public static final double YEAR_MS = 365.0 * 86_400_000;

    public Black76 {
        if (!(forward > 0 && strike > 0 && years >= 0 && volatility >= 0 && Double.isFinite(rate))) {
            throw new IllegalArgumentException(
                    "forward and strike must be positive, years and volatility not negative: " + forward + ", " + strike
                            + ", " + years + ", " + volatility + ", rate " + rate);
        }
    }

    private double deviation() {
        return volatility * Math.sqrt(years);
    }

    private double d1() {
        return Math.log(forward / strike) / deviation() + deviation() / 2;
    }

    private double discount() {
        return Math.exp(-rate * years);
    }

    /** Whether nothing is uncertain any more. */
    private boolean isCertain() {
        return deviation() < 1e-12;
    }

    public double price() {
        int sign = kind.sign();
        if (isCertain()) {
            return discount() * Math.max(sign * (forward - strike), 0);
        }
        double d1 = d1();
        return discount() * sign * (forward * cumulative(sign * d1) - strike * cumulative(sign * (d1 - deviation())));
    }

    /** Change of the price per unit of the forward. */
    public double delta() {
        int sign = kind.sign();
        if (isCertain()) {
            return sign * (forward - strike) > 0 ? sign * discount() : 0;
        }
        return discount() * sign * cumulative(sign * d1());
    }

    /** Change of delta per unit of the forward. */
    public double gamma() {
        return isCertain() ? 0 : discount() * density(d1()) / (forward * deviation());
    }

    /** Change of the price when volatility rises by 1 (100 percentage points). */
    public double vega() {
        return isCertain() ? 0 : discount() * forward * density(d1()) * Math.sqrt(years);
    }

    /** Change of the price per year that passes. */
    public double theta() {
        return isCertain()
                ? 0
                : rate * price() - discount() * forward * density(d1()) * volatility / (2 * Math.sqrt(years));
    }

    /**
     * The volatility at which the price is {@code price}; empty when no volatility up to 10,000 % gives it. Bisection: the price rises with
     * volatility.
     */
    public static OptionalDouble impliedVolatility(
            OptionKind kind, double price, double forward, double strike, double years, double rate) {
        double low = 0;
        double high = 100;
        if (years <= 0
                || price < new Black76(kind, forward, strike, years, low, rate).price()
                || price > new Black76(kind, forward, strike, years, high, rate).price()) {
            return OptionalDouble.empty();
        }
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (new Black76(kind, forward, strike, years, middle, rate).price() < price) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of((low + high) / 2);
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** The normal distribution to double precision. Source: G. West, "Better approximations to cumulative normal functions", 2005 (Hart). */
    static double cumulative(double x) {
        double size = Math.abs(x);
        double tail = 0;
        if (size < 7.07106781186547) {
            tail = Math.exp(-size * size / 2) * polynomial(NUMERATOR, size) / polynomial(DENOMINATOR, size);
        } else if (size < 37) {
            double fraction = size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 0.65))));
            tail = Math.exp(-size * size / 2) / fraction / Math.sqrt(2 * Math.PI);
        }
        return x > 0 ? 1 - tail : tail;
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * x + coefficient;
        }
        return sum;
    }

    private static final double[] NUMERATOR = {
        3.52624965998911E-02,
        0.700383064443688,
        6.37396220353165,
        33.912866078383,
        112.079291497871,
        221.213596169931,
        220.206867912376
    };
    private static final double[] DENOMINATOR = {
        8.83883476483184E-02,
        1.75566716318264,
        16.064177579207,
        86.7807322029461,
        296.564248779674,
        637.333633378831,
        793.826512519948,
        440.413735824752
    };
}
