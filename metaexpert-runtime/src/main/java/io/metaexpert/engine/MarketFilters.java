package io.metaexpert.engine;

import io.metaexpert.indicator.AtrRatio;
import io.metaexpert.indicator.Ema;
import io.metaexpert.market.Contract;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.Money;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.LimitHit;
import io.metaexpert.order.Side;
import io.metaexpert.risk.FilterSettings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Volume, volatility and trend of one instrument by the closed bars of the strategy's timeframe. Engine thread only. */
final class MarketFilters {
    static final int ATR_PERIOD = 14;
    static final int ATR_MEAN_BARS = 100;
    private static final MathContext SHOWN = new MathContext(4);

    private final FilterSettings settings;
    private final Instrument instrument;
    private final SeriesState state;
    /** Made when first asked for, as are the others: who does not filter pays nothing per bar. */
    private @Nullable AtrRatio ratio;

    private @Nullable Ema ema;

    MarketFilters(FilterSettings settings, Instrument instrument, SeriesState state) {
        this.settings = settings;
        this.instrument = instrument;
        this.state = state;
    }

    /** Makes what the switched-on filters need, so that it grows with the bars. */
    void prepare() {
        if (settings.volatility()) {
            ratio();
        }
        if (settings.trend()) {
            ema();
        }
    }

    private AtrRatio ratio() {
        AtrRatio known = ratio;
        if (known == null) {
            known = state.indicators.custom(new AtrRatio(ATR_PERIOD, ATR_MEAN_BARS));
            ratio = known;
        }
        return known;
    }

    private Ema ema() {
        Ema known = ema;
        if (known == null) {
            known = state.indicators.ema(settings.trendPeriod());
            ema = known;
        }
        return known;
    }

    /** Empty when the last closed bar had the volume, or none is asked for. */
    Optional<Refusal> volume() {
        if (settings.minVolume().isEmpty()) {
            return Optional.empty();
        }
        Money least = settings.minVolume().get();
        String limit = "at least " + least;
        if (state.series.size() == 0) {
            return refused(DenialReason.VOLUME_TOO_LOW, "no volume yet, as it needs 1 bar", "no bar", limit);
        }
        double volume = quoteVolume();
        if (volume >= least.toDouble()) {
            return Optional.empty();
        }
        String value = shown(volume) + " " + least.currency();
        return refused(
                DenialReason.VOLUME_TOO_LOW,
                "the last bar traded " + value + ", " + limit + " is asked for",
                value,
                limit);
    }

    /** What the newest bar traded, in quote currency; quantities of inverse contracts are such amounts already. */
    private double quoteVolume() {
        double volume = state.series.volume(0);
        return instrument.contract() instanceof Contract.Inverse inverse
                ? volume * inverse.size().doubleValue()
                : volume * state.series.close(0);
    }

    /** Empty when ATR by its own mean is within the band, whether or not that filter is on. */
    Optional<Refusal> volatility() {
        FilterSettings.Band band = settings.band();
        String limit = "from " + shown(band.low()) + "x to " + shown(band.high()) + "x";
        AtrRatio now = ratio();
        if (!now.isReady()) {
            return notReady(DenialReason.VOLATILITY_OUT_OF_BAND, "ATR(14) by its mean", now.readyAfterBars(), limit);
        }
        if (band.contains(now.value())) {
            return Optional.empty();
        }
        boolean still = Double.isNaN(now.value());
        String value = still ? "no movement" : shown(now.value()) + "x";
        String detail = "ATR(14) is " + (still ? "0" : value + " its mean over " + ATR_MEAN_BARS + " bars") + ", "
                + limit + " is allowed";
        return Optional.of(new Refusal(
                DenialReason.VOLATILITY_OUT_OF_BAND, detail, new LimitHit(value, limit, "filters.volatility-band")));
    }

    /** Empty when the EMA rises (for BUY) or falls (for SELL), whether or not that filter is on. */
    Optional<Refusal> trend(Side side) {
        boolean buy = side == Side.BUY;
        String limit = buy ? "rising" : "falling";
        String name = "EMA(" + settings.trendPeriod() + ")";
        Ema now = ema();
        int needed = settings.trendPeriod() + 1;
        if (state.series.size() < needed) {
            return notReady(DenialReason.AGAINST_TREND, "the slope of " + name, needed, limit);
        }
        double slope = now.value() - now.value(1);
        if (buy ? slope > 0 : slope < 0) {
            return Optional.empty();
        }
        String value = slope > 0 ? "rising" : slope < 0 ? "falling" : "flat";
        return refused(
                DenialReason.AGAINST_TREND,
                name + " is " + value + ", a " + (buy ? "long" : "short") + " needs it " + limit,
                value,
                limit);
    }

    private Optional<Refusal> notReady(DenialReason reason, String what, int needed, String limit) {
        return refused(
                reason,
                what + " needs " + needed + " bars, there are " + state.series.size(),
                state.series.size() + " bars",
                limit);
    }

    private static Optional<Refusal> refused(DenialReason reason, String detail, String value, String limit) {
        return Optional.of(new Refusal(reason, detail, new LimitHit(value, limit, EntryFilters.key(reason))));
    }

    private static String shown(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
