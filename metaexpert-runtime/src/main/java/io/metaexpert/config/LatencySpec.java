package io.metaexpert.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a request takes to the exchange: always the same, or drawn anew for each request. */
public sealed interface LatencySpec {
    /** As it would be written. */
    String text();

    /** {@code 150ms}. */
    record Fixed(Duration length) implements LatencySpec {
        @Override
        public String text() {
            return ValueTypes.durationText(length);
        }
    }

    /** {@code uniform(50ms, 150ms)}: every length in between is equally likely. */
    record Uniform(Duration least, Duration most) implements LatencySpec {
        @Override
        public String text() {
            return "uniform(" + ValueTypes.durationText(least) + ", " + ValueTypes.durationText(most) + ")";
        }
    }

    /** {@code normal(100ms, 20ms)}: mean and standard deviation; never below zero. */
    record Normal(Duration mean, Duration deviation) implements LatencySpec {
        @Override
        public String text() {
            return "normal(" + ValueTypes.durationText(mean) + ", " + ValueTypes.durationText(deviation) + ")";
        }
    }

    /** {@code lognormal(100ms, 0.5)}: the median, and the standard deviation of the logarithm. */
    record LogNormal(Duration median, double sigma) implements LatencySpec {
        @Override
        public String text() {
            return "lognormal(" + ValueTypes.durationText(median) + ", " + sigma + ")";
        }
    }

    /** Reads and writes it. */
    ValueType<LatencySpec> TYPE = ValueType.of(
            "a duration such as `150ms`, or `uniform(50ms, 150ms)`, `normal(100ms, 20ms)` (mean, standard deviation) or `lognormal(100ms, 0.5)` (median, deviation of the logarithm)",
            Map.of("type", "string"),
            LatencySpec::parse,
            LatencySpec::text);

    private static LatencySpec parse(String text) throws BadValue {
        Matcher drawn = Pattern.compile("(uniform|normal|lognormal)\\(([^,()]+),([^,()]+)\\)")
                .matcher(text);
        if (!drawn.matches()) {
            return new Fixed(duration(text));
        }
        Duration first = duration(drawn.group(2).strip());
        if (drawn.group(1).equals("lognormal")) {
            return new LogNormal(first, sigma(drawn.group(3).strip()));
        }
        Duration second = duration(drawn.group(3).strip());
        if (drawn.group(1).equals("normal")) {
            return new Normal(first, second);
        }
        if (first.compareTo(second) > 0) {
            throw new BadValue("must name the shorter duration first", "");
        }
        return new Uniform(first, second);
    }

    private static double sigma(String text) throws BadValue {
        if (!text.matches("[0-4](\\.\\d{1,6})?")) {
            throw new BadValue("needs a deviation from 0 to below 5, such as 0.5", "");
        }
        return Double.parseDouble(text);
    }

    private static Duration duration(String text) throws BadValue {
        Duration length = ValueTypes.DURATION.parser().parse(List.of(text));
        if (length.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new BadValue("must be at most 10m", "");
        }
        return length;
    }
}
