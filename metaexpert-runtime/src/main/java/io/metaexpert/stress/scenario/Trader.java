package io.metaexpert.stress.scenario;

import java.util.Locale;

/** Who trades in a scenario. */
public enum Trader {
    /** The project's own strategy. */
    OWN,
    /** Buys, sells and closes by chance, at all sizes. */
    RANDOM,
    /** Doubles what it holds when it loses. */
    MARTINGALE,
    /** Wants all that it can get, always. */
    ALWAYS_MAX;

    /** As it is written on a command line, such as {@code always-max}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is one that always wants more. */
    public boolean alwaysWantsMore() {
        return this != OWN;
    }
}
