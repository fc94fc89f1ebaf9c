package io.metaexpert.config;

import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.Money;
import io.metaexpert.market.Timeframe;
import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.risk.FilterSettings;
import io.metaexpert.risk.RiskLimits;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A valid configuration. Percentages are fractions (0.001 = 0.1 %), absent values are empty.
 *
 * @param risk sections {@code risk} and {@code portfolio}, {@code sizing.max-position}, and what {@code execution} says on entries
 * @param notifications section {@code notify}
 * @param inputs values for the strategy's {@code @Input} fields, as text; checked when the strategy is bound
 * @param effective every key in effect, flat ({@code market.type}), as text
 */
public record MetaExpertConfig(
        Exchange exchange,
        Market market,
        Strategy strategy,
        Sizing sizing,
        RiskLimits risk,
        ProtectionSettings protection,
        Execution execution,
        FilterSettings filters,
        Logging logging,
        State state,
        Backtest backtest,
        InstrumentRules instrument,
        Paper paper,
        SortedMap<String, String> inputs,
        Notify notifications,
        Dashboard dashboard,
        SortedMap<String, String> effective) {

    public MetaExpertConfig {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        effective = Collections.unmodifiableSortedMap(new TreeMap<>(effective));
    }

    /** What is traded, in the order of {@code strategy.symbol}, with the increments and fees in effect. */
    public List<Instrument> instruments() {
        return strategy.symbols().stream()
                .map(symbol -> InstrumentRules.instrument(this, symbol))
                .toList();
    }

    /** Section {@code exchange}. */
    public record Exchange(
            Name name,
            boolean testnet,
            Optional<String> subaccount,
            Optional<String> baseUrl,
            Optional<String> streamUrl,
            Optional<String> proxy,
            BigDecimal rateLimitShare,
            Duration receiveWindow) {
        public enum Name {
            BINANCE,
            BYBIT,
            OKX,
            BITGET,
            KUCOIN;

            /** The name as in the configuration, such as {@code binance}. */
            @Override
            public String toString() {
                return ValueTypes.word(this);
            }
        }
    }

    /** Section {@code market}. */
    public record Market(Type type, Contract contract, MarginMode marginMode, PositionMode positionMode) {
        public enum Type {
            SPOT,
            FUTURES,
            OPTIONS
        }

        public enum Contract {
            LINEAR,
            INVERSE
        }

        public enum MarginMode {
            ISOLATED,
            CROSS
        }

        public enum PositionMode {
            ONE_WAY,
            HEDGE
        }

        /** Type and contract as one. */
        public ContractType contractType() {
            return switch (type) {
                case SPOT -> ContractType.SPOT;
                case FUTURES -> contract == Contract.LINEAR ? ContractType.LINEAR : ContractType.INVERSE;
                case OPTIONS -> ContractType.OPTION;
            };
        }
    }

    /**
     * Section {@code strategy}.
     *
     * @param symbols base and quote, such as {@code BTC/USDT}; at least one, no two alike
     * @param name empty: the name of the strategy's class
     */
    public record Strategy(
            List<String> symbols,
            Timeframe timeframe,
            int lookbackBars,
            int warmupBars,
            long id,
            Optional<String> name,
            Optional<String> comment,
            OnError onError) {
        public Strategy {
            symbols = List.copyOf(symbols);
        }

        /** What an exception in a handler does when the strategy has no {@code @OnError}. */
        public enum OnError {
            CONTINUE,
            HALT
        }
    }

    /** Section {@code sizing}, the largest position aside. */
    public record Sizing(Rule type, SizingValue value, BigDecimal leverage) {
        public enum Rule {
            FIXED_BASE,
            FIXED_QUOTE,
            PERCENT_EQUITY,
            RISK_BASED
        }
    }

    /** Section {@code execution}, what limits entries aside. */
    public record Execution(BigDecimal slippage) {}

    /**
     * Section {@code logging}.
     *
     * @param maxFileSize in bytes
     * @param maxHistory how many full files are kept beside the current one
     */
    public record Logging(
            Level level,
            boolean console,
            Optional<Path> file,
            Optional<Path> tradeFile,
            Optional<Path> errorFile,
            boolean json,
            long maxFileSize,
            int maxHistory) {
        public enum Level {
            TRACE,
            DEBUG,
            INFO,
            WARN,
            ERROR
        }
    }

    /** Section {@code state}; a backtest keeps nothing. */
    public record State(boolean enabled, Path path) {}

    /**
     * Section {@code backtest}.
     *
     * @param from the first instant; empty: from the start of the data
     * @param to the first instant that is not seen; empty: to the end of the data
     * @param data a directory, a file or the name of a dataset
     * @param model empty: the finest bars given
     * @param assume at least one; the first is the run, the others are shown beside it
     * @param fundingRate of 8 hours, where there are no data
     * @param volumeShare the most of a bar's volume that our orders get, when they fill in parts
     * @param spread between best bid and ask where the data are trades alone
     * @param volatility a year, of options without bars of their own
     */
    public record Backtest(
            Optional<Instant> from,
            Optional<Instant> to,
            Money initialCapital,
            String data,
            Optional<Model> model,
            List<Assumption> assume,
            BigDecimal makerFee,
            BigDecimal takerFee,
            Increments increments,
            LatencySpec latency,
            boolean funding,
            BigDecimal fundingRate,
            Optional<Path> fundingData,
            Optional<Path> markData,
            boolean liquidation,
            boolean partialFills,
            BigDecimal volumeShare,
            BigDecimal spread,
            Optional<String> underlying,
            BigDecimal volatility,
            Gaps gaps,
            long seed) {
        public Backtest {
            assume = List.copyOf(assume);
        }

        public enum Model {
            TICKS,
            BOOK,
            OHLC_PATH,
            BARS_1M,
            BARS;

            /** Whether it needs what was recorded between bars. */
            public boolean isRecorded() {
                return this == TICKS || this == BOOK;
            }
        }

        /** Which of two orders that one bar touches came first. */
        public enum Assumption {
            OPTIMISTIC,
            NEUTRAL,
            PESSIMISTIC
        }

        public enum Increments {
            EXCHANGE,
            NONE
        }

        /** What a hole in the data does. */
        public enum Gaps {
            KEEP,
            FILL,
            FAIL
        }
    }

    /** Section {@code paper}. */
    public record Paper(Money initialCapital) {}

    /** Section {@code notify}. */
    public record Notify(Optional<String> telegram, Optional<String> webhook) {}

    /** Section {@code dashboard}. */
    public record Dashboard(boolean enabled, int port) {}
}
