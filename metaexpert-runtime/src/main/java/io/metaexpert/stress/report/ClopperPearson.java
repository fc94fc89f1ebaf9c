package io.metaexpert.stress.report;

/**
 * How large a probability may be when an event was seen so often. One-sided and exact: Clopper and Pearson (1934), the upper end {@code p} at
 * which so few events or fewer have probability 5 %.
 */
final class ClopperPearson {
    private static final double ERROR = 0.05;
    private static final int HALVINGS = 60;

    private ClopperPearson() {}

    /** With a confidence of 95 % the probability is not above this; 1 when nothing was tried. */
    static double upper(int events, int trials) {
        if (events >= trials) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (atMost(events, trials, middle) > ERROR) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The probability of so many events or fewer, by the recurrence of the binomial terms from the largest that counts. */
    static double atMost(int events, int trials, double p) {
        double logTerm = trials * Math.log1p(-p);
        double odds = Math.log(p) - Math.log1p(-p);
        double sum = Math.exp(logTerm);
        for (int k = 1; k <= events; k++) {
            logTerm += Math.log((trials - k + 1.0) / k) + odds;
            sum += Math.exp(logTerm);
        }
        return Math.min(1, sum);
    }
}
