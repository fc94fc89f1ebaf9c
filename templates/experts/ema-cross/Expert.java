import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.InitResult;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnInit;
import io.metaexpert.indicator.Ema;

/**
 * Follows the trend: long while the fast exponential average of the closes is above the slow one. No cross counts
 * before as many bars have closed as the slow average is long: until then the averages still remember where they began.
 */
@Expert
public final class ${className} {
    @Input(min = 2, max = 200, step = 1, description = "bars of the fast average")
    int fastPeriod = 12;

    @Input(min = 3, max = 1000, step = 1, description = "bars of the slow average")
    int slowPeriod = 48;

    private Ema fast;
    private Ema slow;

    @OnInit
    InitResult start(ExpertContext ctx) {
        if (fastPeriod >= slowPeriod) {
            return InitResult.PARAMETERS_INCORRECT;
        }
        fast = ctx.indicators().ema(fastPeriod);
        slow = ctx.indicators().ema(slowPeriod);
        return InitResult.SUCCEEDED;
    }

    @OnBar
    void trade(ExpertContext ctx) {
        if (fast.crossedAbove(slow) && ctx.position().isFlat()) {
            ctx.buy(ctx.size(), "fast average rose above slow");
        } else if (fast.crossedBelow(slow) && ctx.position().isLong()) {
            ctx.close("fast average fell below slow");
        }
    }
}
