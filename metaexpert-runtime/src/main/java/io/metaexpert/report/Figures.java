package io.metaexpert.report;

import io.metaexpert.performance.EquityCurve;
import io.metaexpert.performance.Metrics;
import io.metaexpert.performance.MetricsCalculator;
import io.metaexpert.performance.MetricsInput;
import io.metaexpert.report.Figure.Group;
import io.metaexpert.report.Figure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The metrics as a flat list, in the order in which they are shown. */
final class Figures {
    private static final Set<String> PER_YEAR =
            Set.of("cagr", "annualReturn", "volatility", "sharpe", "sortino", "calmar");

    private final List<Figure> list = new ArrayList<>(64);
    private Group group = Group.PERIOD;

    private Figures() {}

    static List<Figure> of(Metrics metrics) {
        var figures = new Figures();
        figures.period(metrics.period());
        figures.returns(metrics.returns());
        figures.risk(metrics.risk());
        figures.drawdowns(metrics.drawdowns());
        figures.trades(metrics);
        figures.holding(metrics.trades());
        figures.costs(metrics.costs());
        return figures.list;
    }

    /** The figures for people: those per year are left out of a run that is too short to say anything about a year. */
    static List<Figure> shown(Metrics metrics) {
        boolean perYear = metrics.period().length().compareTo(RunRecord.LEAST_LENGTH_PER_YEAR) >= 0;
        return of(metrics).stream()
                .map(figure -> perYear || !PER_YEAR.contains(figure.key()) ? figure : figure.withoutValue())
                .toList();
    }

    /** Every figure without a value: keys, labels and kinds. */
    static List<Figure> undefined() {
        var nothing = new EquityCurve(new long[0], new double[0], 0);
        return of(MetricsCalculator.compute(
                new MetricsInput(1, 0, nothing, List.of(), 0, 0, 0, 0, Double.NaN, Double.NaN)));
    }

    private void period(Metrics.Period period) {
        group = Group.PERIOD;
        time("from", "From", Optional.of(period.from()));
        time("to", "To", Optional.of(period.to()));
        add("bars", "Bars", Kind.COUNT, (double) period.bars());
        add("days", "Days with bars", Kind.COUNT, period.days());
        add("daysPerYear", "Days per year", Kind.COUNT, period.daysPerYear());
    }

    private void returns(Metrics.Returns returns) {
        group = Group.RETURN;
        money("startEquity", "Start equity", returns.startEquity());
        money("finalEquity", "Final equity", returns.finalEquity());
        money("peakEquity", "Peak equity", returns.peakEquity());
        money("netProfit", "Net profit", returns.netProfit());
        fraction("netReturn", "Net profit %", returns.netReturn());
        fraction("buyAndHoldReturn", "Buy and hold", returns.buyAndHoldReturn());
        fraction("cagr", "CAGR", returns.cagr());
        fraction("annualReturn", "Annual return", returns.annualReturn());
    }

    private void risk(Metrics.Risk risk) {
        group = Group.RISK;
        fraction("volatility", "Volatility", risk.volatility());
        ratio("sharpe", "Sharpe", risk.sharpe());
        ratio("sortino", "Sortino", risk.sortino());
        ratio("calmar", "Calmar", risk.calmar());
        ratio("omega", "Omega", risk.omega());
    }

    private void drawdowns(Metrics.Drawdowns drawdowns) {
        group = Group.DRAWDOWN;
        var deepest = drawdowns.deepest();
        fraction("maxDrawdown", "Max drawdown", drawdowns.max());
        money(
                "maxDrawdownMoney",
                "In money",
                deepest.isEmpty() ? 0 : deepest.get().money());
        time(
                "maxDrawdownStart",
                "From",
                deepest.isEmpty() ? Optional.empty() : Optional.of(deepest.get().start()));
        time(
                "maxDrawdownLow",
                "Lowest",
                deepest.isEmpty() ? Optional.empty() : Optional.of(deepest.get().low()));
        time(
                "maxDrawdownEnd",
                "To",
                deepest.isEmpty() ? Optional.empty() : Optional.of(deepest.get().end()));
        seconds(
                "maxDrawdownSeconds",
                "Lasted",
                deepest.isEmpty() ? Optional.empty() : Optional.of(deepest.get().length()));
        boolean recovered = !deepest.isEmpty() && deepest.get().recovered();
        add("maxDrawdownRecovered", "Recovered", Kind.FLAG, deepest.isEmpty() ? Double.NaN : recovered ? 1 : 0);
        fraction("averageDrawdown", "Average drawdown", drawdowns.average());
        add("drawdowns", "Drawdowns", Kind.COUNT, (double) drawdowns.count());
        boolean none = drawdowns.count() == 0;
        seconds("longestDrawdownSeconds", "Longest", none ? Optional.empty() : Optional.of(drawdowns.longest()));
        seconds(
                "averageDrawdownSeconds",
                "Average length",
                none ? Optional.empty() : Optional.of(drawdowns.averageLength()));
        fraction("timeUnderWater", "Time under water", drawdowns.timeUnderWater());
    }

    private void trades(Metrics metrics) {
        group = Group.TRADES;
        Metrics.Trades trades = metrics.trades();
        add("roundTripCount", "Round trips", Kind.COUNT, trades.count());
        fraction("winRate", "Win rate", trades.winRate());
        add("longCount", "Long", Kind.COUNT, metrics.longs().count());
        fraction("longWinRate", "Win rate long", metrics.longs().winRate());
        money("longProfit", "Profit long", metrics.longs().profit());
        add("shortCount", "Short", Kind.COUNT, metrics.shorts().count());
        fraction("shortWinRate", "Win rate short", metrics.shorts().winRate());
        money("shortProfit", "Profit short", metrics.shorts().profit());
        ratio("profitFactor", "Profit factor (%)", trades.profitFactor());
        ratio("moneyProfitFactor", "Profit factor (money)", trades.moneyProfitFactor());
        money("expectancy", "Expectancy", trades.expectancy());
        fraction("expectedReturn", "Expectancy %", trades.expectedReturn());
        money("averageWin", "Average win", trades.averageWin());
        money("averageLoss", "Average loss", trades.averageLoss());
        money("largestWin", "Largest win", trades.largestWin());
        money("largestLoss", "Largest loss", trades.largestLoss());
        add("wins", "Wins", Kind.COUNT, trades.wins());
        add("losses", "Losses", Kind.COUNT, trades.losses());
        add("longestWinStreak", "Wins in a row", Kind.COUNT, trades.longestWinStreak());
        add("longestLossStreak", "Losses in a row", Kind.COUNT, trades.longestLossStreak());
        ratio("sqn", "SQN", trades.sqn());
        ratio("kelly", "Kelly", trades.kelly());
    }

    private void holding(Metrics.Trades trades) {
        group = Group.HOLDING;
        var holding = trades.holding();
        fraction("exposure", "Exposure", trades.exposure());
        ratio("roundTripsPerDay", "Round trips a day", trades.perDay());
        seconds(
                "averageHoldingSeconds",
                "Held on average",
                holding.isEmpty() ? Optional.empty() : Optional.of(holding.get().average()));
        seconds(
                "medianHoldingSeconds",
                "Held, median",
                holding.isEmpty() ? Optional.empty() : Optional.of(holding.get().median()));
        seconds(
                "longestHoldingSeconds",
                "Held at most",
                holding.isEmpty() ? Optional.empty() : Optional.of(holding.get().longest()));
    }

    private void costs(Metrics.Costs costs) {
        group = Group.COSTS;
        add("fillCount", "Fills", Kind.COUNT, (double) costs.fills());
        money("fees", "Fees", costs.fees());
        money("slippage", "Slippage", costs.slippage());
        money("notional", "Traded value", costs.notional());
        ratio("turnover", "Turnover (x equity)", costs.turnover());
    }

    private void money(String key, String label, double value) {
        add(key, label, Kind.MONEY, value);
    }

    private void fraction(String key, String label, double value) {
        add(key, label, Kind.FRACTION, value);
    }

    private void ratio(String key, String label, double value) {
        add(key, label, Kind.RATIO, value);
    }

    private void time(String key, String label, Optional<Instant> value) {
        add(
                key,
                label,
                Kind.TIME,
                value.isEmpty() ? Double.NaN : (double) value.get().toEpochMilli());
    }

    private void seconds(String key, String label, Optional<Duration> value) {
        add(key, label, Kind.SECONDS, value.isEmpty() ? Double.NaN : value.get().toMillis() / 1_000.0);
    }

    private void add(String key, String label, Kind kind, double value) {
        list.add(new Figure(group, key, label, kind, value));
    }
}
