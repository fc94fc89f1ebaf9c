package io.metaexpert.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What kind of thing an instrument is: its contract size, expiry and terms. Immutable. */
public sealed interface Contract {
    ContractType type();

    /** Base currency per contract; quote currency per contract when inverse; 1 for spot. Positive. */
    BigDecimal size();

    /** When the contract is settled; empty for spot and perpetuals. */
    Optional<Instant> expiry();

    /** What a quantity counts. */
    default QuantityUnit quantityUnit() {
        return type() == ContractType.INVERSE ? QuantityUnit.CONTRACTS : QuantityUnit.BASE;
    }

    /** Whether it has no expiry and pays funding. */
    default boolean isPerpetual() {
        return (type() == ContractType.LINEAR || type() == ContractType.INVERSE) && expiry().isEmpty();
    }

    /** The asset itself. */
    static Contract spot() {
        return Spot.INSTANCE;
    }

    /** A perpetual settled in quote currency, of {@code size} base currency per contract. */
    static Contract linear(BigDecimal size) {
        return new Linear(size, Optional.empty());
    }

    /** A perpetual settled in base currency, of {@code size} quote currency per contract. */
    static Contract inverse(BigDecimal size) {
        return new Inverse(size, Optional.empty());
    }

    /**
     * Spot or a perpetual.
     *
     * @throws IllegalArgumentException for an option, which has terms of its own
     */
    static Contract of(ContractType type, BigDecimal size) {
        return switch (type) {
            case SPOT -> spot();
            case LINEAR -> linear(size);
            case INVERSE -> inverse(size);
            case OPTION -> throw new IllegalArgumentException("an option needs a kind, a strike and an expiry");
        };
    }

    /** The asset itself, paid in quote currency. */
    record Spot() implements Contract {
        private static final Spot INSTANCE = new Spot();

        @Override
        public ContractType type() {
            return ContractType.SPOT;
        }

        @Override
        public BigDecimal size() {
            return BigDecimal.ONE;
        }

        @Override
        public Optional<Instant> expiry() {
            return Optional.empty();
        }
    }

    /**
     * A future or perpetual settled in quote currency.
     *
     * @param size base currency per contract
     * @param expiry empty for a perpetual
     */
    record Linear(BigDecimal size, Optional<Instant> expiry) implements Contract {
        public Linear {
            size = positive("contract size", size);
        }

        @Override
        public ContractType type() {
            return ContractType.LINEAR;
        }
    }

    /**
     * A future or perpetual settled in base currency, of a fixed value in quote currency.
     *
     * @param size quote currency per contract, such as 100 USD for BTC and 10 USD for others on Binance, 1 USD on Bybit
     * @param expiry empty for a perpetual
     */
    record Inverse(BigDecimal size, Optional<Instant> expiry) implements Contract {
        public Inverse {
            size = positive("contract size", size);
        }

        @Override
        public ContractType type() {
            return ContractType.INVERSE;
        }
    }

    /**
     * A European option, settled in cash at expiry.
     *
     * @param strike in quote currency
     * @param settlement in which currency premium and exercise value are paid
     * @param size base currency per contract
     */
    record Option(OptionKind kind, BigDecimal strike, Instant expiresAt, OptionSettlement settlement, BigDecimal size)
            implements Contract {
        public Option {
            strike = positive("strike", strike);
            size = positive("contract size", size);
        }

        @Override
        public ContractType type() {
            return ContractType.OPTION;
        }

        @Override
        public Optional<Instant> expiry() {
            return Optional.of(expiresAt);
        }
    }

    private static BigDecimal positive(String name, BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(name + " must be positive, was " + value.toPlainString());
        }
        return value.stripTrailingZeros();
    }
}
