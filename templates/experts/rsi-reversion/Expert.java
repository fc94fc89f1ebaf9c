import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.InitResult;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnInit;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

/** Bets on the way back: buys what has fallen too fast and closes when the relative strength index has recovered. */
@Expert
public final class ${className} {
    @Input(min = 2, max = 100, step = 1, description = "bars of the RSI")
    int period = 14;

    @Input(min = 1, max = 50, step = 1, description = "buys when the RSI falls below")
    double oversold = 30;

    @Input(min = 1, max = 99, step = 1, description = "closes when the RSI rises above")
    double recovered = 55;

    private RSIIndicator rsi;

    @OnInit
    InitResult start(ExpertContext ctx) {
        if (oversold >= recovered) {
            return InitResult.PARAMETERS_INCORRECT;
        }
        rsi = new RSIIndicator(new ClosePriceIndicator(ctx.series()), period);
        return InitResult.SUCCEEDED;
    }

    @OnBar
    void trade(ExpertContext ctx) {
        if (ctx.series().size() <= period) {
            return;
        }
        double value = rsi.getValue(ctx.series().getEndIndex()).doubleValue();
        if (value < oversold && ctx.position().isFlat()) {
            ctx.buy(ctx.size(), "oversold");
        } else if (value > recovered && ctx.position().isLong()) {
            ctx.close("recovered");
        }
    }
}
