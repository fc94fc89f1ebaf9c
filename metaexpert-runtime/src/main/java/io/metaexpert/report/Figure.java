package io.metaexpert.report;

/**
 * One figure of the summary.
 *
 * @param key in report.json
 * @param label for people
 * @param value NaN when not defined; a time in epoch milliseconds
 */
record Figure(Group group, String key, String label, Kind kind, double value) {
    /** Under which heading it stands. */
    enum Group {
        PERIOD("Period"),
        RETURN("Return"),
        RISK("Risk"),
        DRAWDOWN("Drawdown"),
        TRADES("Round trips"),
        HOLDING("Time in the market"),
        COSTS("Costs");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** How the value is written: in JSON money is a string, a time an ISO-8601 string, a flag a boolean, the rest numbers. */
    enum Kind {
        MONEY,
        /** A fraction, shown as a percentage. */
        FRACTION,
        RATIO,
        COUNT,
        SECONDS,
        TIME,
        FLAG
    }

    Figure withoutValue() {
        return new Figure(group, key, label, kind, Double.NaN);
    }

    boolean isDefined() {
        return !Double.isNaN(value);
    }
}
