package io.metaexpert.engine;

import io.metaexpert.market.Timeframe;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.LimitHit;
import io.metaexpert.order.Side;
import io.metaexpert.risk.FilterSettings;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether an entry is allowed by the hour, the day, the volume, the volatility and the trend. Exits are none of its business. Engine thread only. */
final class EntryFilters {
    private final FilterSettings settings;
    private final boolean limitsTime;
    private final Timeframe timeframe;
    private final Map<Market, MarketFilters> byMarket = new HashMap<>();

    /**
     * @param timeframe the strategy's
     * @param markets whose series of that timeframe have been made
     */
    EntryFilters(FilterSettings settings, Timeframe timeframe, Collection<Market> markets) {
        this.settings = settings;
        this.limitsTime = settings.hours().size() < FilterSettings.NONE.hours().size()
                || settings.days().size() < FilterSettings.NONE.days().size();
        this.timeframe = timeframe;
        if (settings.volatility() || settings.trend()) {
            for (Market market : markets) {
                of(market).prepare();
            }
        }
    }

    FilterSettings settings() {
        return settings;
    }

    /** The filters of an instrument, each of which can be asked whether or not it is on. */
    MarketFilters of(Market market) {
        MarketFilters known = byMarket.get(market);
        if (known != null) {
            return known;
        }
        SeriesState state = market.find(timeframe);
        if (state == null) {
            throw new IllegalStateException("no series of " + timeframe + " for " + market.instrument.id());
        }
        MarketFilters made = new MarketFilters(settings, market.instrument, state);
        byMarket.put(market, made);
        return made;
    }

    /**
     * The first filter that is on and refuses an entry now; empty when it may be sent.
     *
     * @param side BUY opens a long, SELL a short position
     */
    Optional<Refusal> check(Market market, Side side, long nowMs) {
        if (!settings.isOn()) {
            return Optional.empty();
        }
        MarketFilters filters = of(market);
        Optional<Refusal> refusal = limitsTime ? hours(nowMs).or(() -> days(nowMs)) : Optional.empty();
        if (settings.minVolume().isPresent()) {
            refusal = refusal.or(filters::volume);
        }
        if (settings.volatility()) {
            refusal = refusal.or(filters::volatility);
        }
        return settings.trend() ? refusal.or(() -> filters.trend(side)) : refusal;
    }

    /** Hour h is [h:00, h+1:00), UTC. */
    Optional<Refusal> hours(long nowMs) {
        int hour = Instant.ofEpochMilli(nowMs).atOffset(ZoneOffset.UTC).getHour();
        if (settings.hours().contains(hour)) {
            return Optional.empty();
        }
        String allowed =
                settings.hours().stream().sorted().map(String::valueOf).collect(Collectors.joining(", ", "hours ", ""));
        String value = "hour " + hour;
        return refused(
                DenialReason.OUTSIDE_TRADE_HOURS,
                "it is " + value + " UTC, " + allowed + " are allowed",
                new LimitHit(value, allowed, key(DenialReason.OUTSIDE_TRADE_HOURS)));
    }

    Optional<Refusal> days(long nowMs) {
        DayOfWeek day = Instant.ofEpochMilli(nowMs).atOffset(ZoneOffset.UTC).getDayOfWeek();
        if (settings.days().contains(day)) {
            return Optional.empty();
        }
        List<DayOfWeek> sorted = settings.days().stream().sorted().toList();
        String allowed = sorted.stream().map(EntryFilters::name).collect(Collectors.joining(", "));
        return refused(
                DenialReason.DAY_NOT_ALLOWED,
                "it is " + name(day) + " UTC, " + allowed + " are allowed",
                new LimitHit(name(day), allowed, key(DenialReason.DAY_NOT_ALLOWED)));
    }

    private static String name(DayOfWeek day) {
        String name = day.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static Optional<Refusal> refused(DenialReason reason, String detail, LimitHit hit) {
        return Optional.of(new Refusal(reason, detail, hit));
    }

    /** The key of the configuration that sets a filter. */
    static String key(DenialReason reason) {
        return switch (reason) {
            case OUTSIDE_TRADE_HOURS -> "filters.trade-hours";
            case DAY_NOT_ALLOWED -> "filters.allowed-days";
            case VOLUME_TOO_LOW -> "filters.min-volume";
            case VOLATILITY_OUT_OF_BAND -> "filters.volatility";
            case AGAINST_TREND -> "filters.trend";
            default -> throw new IllegalArgumentException(reason + " is not of a filter");
        };
    }
}
