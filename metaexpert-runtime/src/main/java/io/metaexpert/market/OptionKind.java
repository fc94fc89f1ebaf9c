package io.metaexpert.market;

/** The right that an option gives. */
public enum OptionKind {
    /** To buy at the strike: worth {@code max(price - strike, 0)} at expiry. */
    CALL,
    /** To sell at the strike: worth {@code max(strike - price, 0)} at expiry. */
    PUT;

    /** +1 for CALL, -1 for PUT. */
    public int sign() {
        return this == CALL ? 1 : -1;
    }
}
