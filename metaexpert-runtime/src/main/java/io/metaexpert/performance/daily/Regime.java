package io.metaexpert.performance.daily;

/** What the market was like, as it could be known when a day began. */
public enum Regime {
    UP_CALM,
    UP_VOLATILE,
    DOWN_CALM,
    DOWN_VOLATILE,
    SIDEWAYS_CALM,
    SIDEWAYS_VOLATILE,
    /** Before the rule has seen enough days. */
    UNKNOWN;

    static Regime of(boolean trending, double trailingReturn, boolean isVolatile) {
        if (!trending) {
            return isVolatile ? SIDEWAYS_VOLATILE : SIDEWAYS_CALM;
        }
        if (trailingReturn > 0) {
            return isVolatile ? UP_VOLATILE : UP_CALM;
        }
        return isVolatile ? DOWN_VOLATILE : DOWN_CALM;
    }
}
