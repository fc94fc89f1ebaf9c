import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.InitResult;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnInit;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

/** Follows the momentum: long from the bar on which the MACD line crosses above its signal line until it crosses below. */
@Expert
public final class ${className} {
    @Input(min = 2, max = 100, step = 1, description = "bars of the fast average")
    int fastPeriod = 12;

    @Input(min = 3, max = 200, step = 1, description = "bars of the slow average")
    int slowPeriod = 26;

    @Input(min = 2, max = 50, step = 1, description = "bars of the signal line")
    int signalPeriod = 9;

    private MACDIndicator macd;
    private EMAIndicator signal;

    @OnInit
    InitResult start(ExpertContext ctx) {
        if (fastPeriod >= slowPeriod) {
            return InitResult.PARAMETERS_INCORRECT;
        }
        macd = new MACDIndicator(new ClosePriceIndicator(ctx.series()), fastPeriod, slowPeriod);
        signal = new EMAIndicator(macd, signalPeriod);
        return InitResult.SUCCEEDED;
    }

    @OnBar
    void trade(ExpertContext ctx) {
        if (ctx.series().size() <= slowPeriod + signalPeriod) {
            return;
        }
        int now = ctx.series().getEndIndex();
        boolean above = isAbove(now);
        boolean wasAbove = isAbove(now - 1);
        if (above && !wasAbove && ctx.position().isFlat()) {
            ctx.buy(ctx.size(), "MACD rose above its signal");
        } else if (!above && wasAbove && ctx.position().isLong()) {
            ctx.close("MACD fell below its signal");
        }
    }

    private boolean isAbove(int index) {
        return macd.getValue(index).isGreaterThan(signal.getValue(index));
    }
}
