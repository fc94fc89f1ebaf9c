package io.metaexpert.stress.scenario;

import java.util.Locale;
import java.util.Optional;

/** Kinds of adverse events. */
public enum Family {
    /** The price jumps with no trade in between. */
    GAP("gap"),
    /** A fast fall and a rebound of most of it. */
    FLASH_CRASH("flash crash with rebound"),
    /** Several legs with rebounds between them, each setting off the next, in a thin book. */
    CASCADE("liquidation cascade"),
    /** Quotes are for a small part of the usual quantity while the price slides. */
    LIQUIDITY("liquidity vanishes"),
    /** The market is not shown to the strategy while it moves; orders and fills pass. */
    STALE_FEED("stale feed"),
    /** Nothing passes while a position is held: no market, no requests, no fills. */
    OUTAGE("outage in position"),
    /** Every fill costs many times the usual fee. */
    FEE_SPIKE("fee spike"),
    /** Prices vary many times as much as before. */
    VOLATILITY("volatility regime"),
    /** Bid and ask are far apart. */
    SPREAD("spread blow-out"),
    /** All symbols fall together. */
    CORRELATED("correlated crash");

    private final String text;

    Family(String text) {
        this.text = text;
    }

    /** For people. */
    public String text() {
        return text;
    }

    /** As it is written on a command line, such as {@code flash-crash}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The family of a {@link #key}. */
    public static Optional<Family> find(String key) {
        for (Family family : values()) {
            if (family.key().equals(key)) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }

    /** Whether the strategy is not shown the market. */
    public boolean isBlind() {
        return this == STALE_FEED || this == OUTAGE;
    }
}
