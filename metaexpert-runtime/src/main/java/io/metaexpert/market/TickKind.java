package io.metaexpert.market;

/** What happened at a row of {@link Ticks}. */
public enum TickKind {
    /** Best bid or best ask changed, in price or size. */
    QUOTE(0),
    /** A trade; who took is not known. */
    TRADE(0),
    /** A trade in which the buyer took from the asks. */
    BUYER_TRADE(1),
    /** A trade in which the seller took from the bids. */
    SELLER_TRADE(-1);

    private static final TickKind[] ALL = values();

    private final int aggressor;

    TickKind(int aggressor) {
        this.aggressor = aggressor;
    }

    /** The kind of a trade: 1 when the buyer took, -1 when the seller took, 0 when not known. */
    public static TickKind trade(long aggressor) {
        return aggressor > 0 ? BUYER_TRADE : aggressor < 0 ? SELLER_TRADE : TRADE;
    }

    /** The kind of a {@link #code}; an array access. */
    public static TickKind of(long code) {
        return ALL[(int) code];
    }

    public boolean isTrade() {
        return this != QUOTE;
    }

    /** 1 when the buyer took, -1 when the seller took, 0 otherwise. */
    public int aggressor() {
        return aggressor;
    }

    /** What files hold: stays as it is. */
    public long code() {
        return switch (this) {
            case QUOTE -> 0;
            case TRADE -> 1;
            case BUYER_TRADE -> 2;
            case SELLER_TRADE -> 3;
        };
    }
}
