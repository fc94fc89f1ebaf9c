package io.metaexpert.portfolio.contract;

import io.metaexpert.market.Contract;
import java.math.BigDecimal;
import java.util.Random;

/** Numbers for tests of contracts. */
final class Numbers {
    static final ContractMath LINEAR = ContractMath.of(Contract.linear(BigDecimal.ONE));
    /** One quote currency per contract, as on Bybit. */
    static final ContractMath INVERSE = ContractMath.of(Contract.inverse(BigDecimal.ONE));

    private Numbers() {}

    static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    /** A price from 100 to 200,000 with 2 decimals. */
    static BigDecimal price(Random random) {
        return BigDecimal.valueOf(10_000 + random.nextInt(19_990_000), 2);
    }

    /** A signed quantity with 3 decimals, never 0. */
    static BigDecimal quantity(Random random) {
        return BigDecimal.valueOf((1 + random.nextInt(100_000)) * (random.nextBoolean() ? 1L : -1L), 3);
    }
}
