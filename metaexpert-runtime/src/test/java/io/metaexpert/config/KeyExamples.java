package io.metaexpert.config;

import java.util.Arrays;
import java.util.List;

/** For every key: a valid value other than the default, an invalid one, and what the valid one needs beside it. */
record KeyExamples(String path, String valid, String canonical, String invalid, List<String> with) {
    /** key | valid | as in effect | invalid | other settings */
    private static final String FREE = """
            exchange.name | kucoin | kucoin | kraken |
            market.type | spot | spot | margin |
            market.contract | inverse | inverse | quanto | backtest.increments=none
            market.margin-mode | cross | cross | both |
            market.position-mode | hedge | hedge | two-way |
            strategy.symbol | ETHUSDT | ETH/USDT | ETH | sizing.value=5%
            strategy.timeframe | 15m | 15m | 7m |
            strategy.lookback-bars | 5 | 5 | -1 |
            strategy.warmup-bars | 7 | 7 | 1.5 |
            strategy.id | 77 | 77 | abc |
            strategy.name | my-expert | my-expert | "a\\nb" |
            strategy.comment | first try | first try | "\\t" |
            strategy.on-error | continue | continue | ignore |
            sizing.type | fixed-quote | fixed-quote | all-in | sizing.value=7 USDT
            sizing.value | 25% | 25% | 0.25 |
            sizing.leverage | 3x | 3x | 3 |
            sizing.max-position | 5000 USDT | 5000 USDT | 5000 |
            risk.max-drawdown | 15% | 15% | 20 |
            risk.daily-loss-limit | 500 USDT | 500 USDT | 1000 |
            risk.on-breach | hold-with-stops | hold-with-stops | close |
            risk.peak-basis | closed | closed | balance |
            risk.stress-gap | 25% | 25% | 0.25 |
            risk.max-orders-per-minute | off | off | 0 |
            protection.stop-loss | atr(14)*2 | atr(14)*2 | 2*atr(14) |
            protection.take-profit | 4% | 4% | 4 |
            protection.trailing-stop | 1.5% | 1.5% | 100% |
            protection.trailing-activation | 2% | 2% | 2 R | protection.trailing-stop=1%
            protection.breakeven | 1R | 1R | atr(14) | protection.stop-loss=2%
            protection.placement | client | client | server |
            execution.max-spread | 0.2% | 0.2% | 0% |
            execution.max-quote-age | 250ms | 250ms | 0ms |
            execution.collar | 1% | 1% | 1 |
            portfolio.max-open-positions | 5 | 5 | 0 |
            portfolio.max-positions-per-symbol | off | off | some |
            filters.trade-hours | [15, 9, 10] | 9, 10, 15 | 9-17 |
            filters.allowed-days | [1, 2, 3] | 1, 2, 3 | [mon] |
            filters.min-volume | 1000 USDT | 1000 USDT | 1000 |
            filters.volatility | true | true | high |
            filters.volatility-band | 0.8x-2.5x | 0.8x-2.5x | 3x-1x | filters.volatility=true
            filters.trend | true | true | up |
            filters.trend-period | 200 | 200 | 1 | filters.trend=true
            execution.slippage | 0.05% | 0.05% | 0.05 |
            logging.level | DEBUG | DEBUG | debug |
            logging.console | false | false | no |
            logging.file | logs/all.log | logs/all.log | "" |
            logging.trade-file | trades.log | trades.log | "" |
            logging.error-file | errors.log | errors.log | "" |
            logging.json | true | true | yes |
            logging.max-file-size | 512 KB | 512 KB | 512 |
            logging.max-history | 3 | 3 | 21 |
            state.enabled | false | false | 1 |
            state.path | elsewhere | elsewhere | "" |
            backtest.from | 2018-01-01 | 2018-01-01T00:00:00Z | 01.01.2018 |
            backtest.to | 2018-02-01T12:00:00+01:00 | 2018-02-01T11:00:00Z | 2018-13-01 |
            backtest.initial-capital | 2_500.50 USDT | 2500.5 USDT | 2500 |
            backtest.data | BTCUSD-2018 | BTCUSD-2018 | "" |
            backtest.model | bars-1m | bars-1m | bars-5m |
            backtest.fees.maker | 0% | 0% | 0 |
            backtest.fees.taker | 0.01% | 0.01% | 100% |
            backtest.increments | none | none | rounded |
            backtest.funding | false | false | no |
            backtest.funding-rate | -0.02% | -0.02% | 0.0001 |
            backtest.funding-data | funding | funding | "" |
            backtest.mark-data | marks | marks | "" |
            backtest.liquidation | false | false | no |
            backtest.underlying | BTCUSD | BTCUSD | "" | market.type=options; strategy.symbol=BTC/USD-260327-100000-C; backtest.increments=none
            backtest.volatility | 80% | 80% | 80 | market.type=options; strategy.symbol=BTC/USD-260327-100000-C; backtest.increments=none; backtest.underlying=sample
            backtest.assume | [neutral, optimistic] | neutral, optimistic | [worst] |
            backtest.latency | uniform(50ms, 2s) | uniform(50ms, 2s) | 50 |
            backtest.partial-fills | true | true | some |
            backtest.volume-share | 5% | 5% | 0.05 | backtest.partial-fills=true
            backtest.spread | 0.02% | 0.02% | 0.0002 |
            backtest.gaps | fail | fail | ignore |
            backtest.seed | 42 | 42 | -42 |
            instrument.price-increment | 0.5 | 0.5 | -0.5 |
            instrument.quantity-increment | 0.001 | 0.001 | small |
            instrument.min-notional | 0 | 0 | 5 USDT |
            instrument.contract-size | 0.01 | 0.01 | 0 |
            """;

    /** key | a value that will be valid one day */
    private static final String WAITING = """
            exchange.testnet | true
            exchange.subaccount | second
            exchange.base-url | https://user:hidden@host
            exchange.stream-url | wss://host
            exchange.proxy | socks5://localhost:1080
            exchange.rate-limit-share | 50%
            exchange.receive-window | 10s
            paper.initial-capital | 5000 USDT
            notify.telegram | me
            notify.webhook | https://host
            dashboard.enabled | true
            dashboard.port | 9000
            """;

    static List<KeyExamples> free() {
        return rows(FREE)
                .map(cells -> new KeyExamples(cells[0], cells[1], cells[2], cells[3], settings(cells[4])))
                .toList();
    }

    private static List<String> settings(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.stream(cell.split("; ", -1)).toList();
    }

    static List<KeyExamples> waiting() {
        return rows(WAITING)
                .map(cells -> new KeyExamples(cells[0], cells[1], "", "", List.of()))
                .toList();
    }

    private static java.util.stream.Stream<String[]> rows(String table) {
        return table.lines()
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new));
    }

    /** The key with a value as a file, each part of the key on a line of its own. */
    static String yaml(String path, String value) {
        StringBuilder yaml = new StringBuilder();
        String indent = "";
        for (String part : path.split("\\.", -1)) {
            yaml.append(yaml.isEmpty() ? "" : "\n").append(indent).append(part).append(':');
            indent += "  ";
        }
        return yaml.append(' ').append(value).append('\n').toString();
    }

    @Override
    public String toString() {
        return path;
    }
}
