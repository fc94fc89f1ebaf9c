package io.metaexpert.simulate;

/** Whether a bar rose to its high or fell to its low first. The answer for a bar depends on nothing that happened before. */
final class PathChoice {
    /** Distances that differ by less are equal: prices are decimals, their differences as doubles are not. */
    private static final double EQUAL = 1e-9;

    private final Assumption assumption;
    private final long seed;

    PathChoice(Assumption assumption, long seed) {
        this.assumption = assumption;
        this.seed = seed;
    }

    /**
     * The extreme that is nearer to the open comes first. When both are equally near: with a position and an assumption that is not neutral the
     * worse or the better one for it, else what a coin says.
     *
     * @param held the sign of the position
     */
    boolean highFirst(Span span, int held) {
        double up = span.high - span.open;
        double down = span.open - span.low;
        if (Math.abs(up - down) > EQUAL * span.open) {
            return up < down;
        }
        if (held == 0 || assumption == Assumption.NEUTRAL) {
            return coin(span.openMs);
        }
        boolean highIsWorse = held < 0;
        return highIsWorse == (assumption == Assumption.PESSIMISTIC);
    }

    /** One bit of the mixed seed and time; the mixing is the finalizer of MurmurHash3 by Austin Appleby. */
    private boolean coin(long timeMs) {
        long mixed = seed * 0x9E3779B97F4A7C15L + timeMs;
        mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return ((mixed ^ (mixed >>> 33)) & 1) == 0;
    }
}
