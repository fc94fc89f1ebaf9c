package io.metaexpert.simulate;

import java.math.BigDecimal;

/** What options cost beside their premium. */
final class OptionFees {
    /** No fee is more than this share of the premium or exercise value. Source: Bybit "Option Fees Explained". */
    static final BigDecimal CAP = new BigDecimal("0.07");

    private OptionFees() {}
}
