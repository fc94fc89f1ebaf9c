package io.metaexpert.engine;

import io.metaexpert.engine.Exposure.Leg;
import io.metaexpert.event.Transaction;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.LimitHit;
import io.metaexpert.risk.Halt;
import io.metaexpert.risk.LimitTexts;
import io.metaexpert.risk.LossGuard;
import io.metaexpert.risk.OnBreach;
import io.metaexpert.risk.RiskLimits;
import io.metaexpert.risk.RiskState;
import io.metaexpert.risk.RiskText;
import io.metaexpert.spi.StateStore;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at equity whenever the market has moved, and acts: at a limit it cancels entries and closes positions, and while a jump would break one
 * it makes them smaller. What it decides is durable before it acts. Engine thread only.
 */
final class RiskGuard {
    static final String SECTION = "risk";
    private static final Logger log = LoggerFactory.getLogger(RiskGuard.class);
    private static final long DAY_MS = 86_400_000;
    private static final long MINUTE_MS = 60_000;
    private static final long HOLDING = -1;
    private static final int REJECTIONS = 3;
    /** After a cut this share of the jump is left for the price to move, as before an entry. */
    private static final double WAY_AFTER_CUT = 1.1;

    private final RiskLimits limits;
    private final String currency;
    private final LossGuard losses;
    private final Exposure exposure;
    private final List<Market> markets;
    private final EntryCaps caps;
    private final OrderDesk desk;
    private final OrderManager orders;
    private final InstantSource clock;
    private final StateStore store;
    private final boolean keeps;
    private final RiskLog events = new RiskLog();
    private long savedChanges = -1;
    private long reducingUntilMs = Long.MIN_VALUE;
    private String reducingBecause = "";
    private int rejections;
    private double lastEquity;
    /** What the books were at when nothing was held. */
    private long flatSince = HOLDING;

    RiskGuard(
            EngineSettings settings,
            LossGuard losses,
            Exposure exposure,
            EntryCaps caps,
            List<Market> markets,
            OrderDesk desk,
            OrderManager orders,
            InstantSource clock) {
        this.limits = settings.safety().limits();
        this.currency = settings.capital().currency();
        this.losses = losses;
        this.caps = caps;
        this.exposure = exposure;
        this.markets = markets;
        this.desk = desk;
        this.orders = orders;
        this.clock = clock;
        this.store = settings.safety().store();
        this.keeps = !store.forgets();
    }

    RiskLog events() {
        return events;
    }

    /** Takes over what was known before a restart. */
    void start() {
        long nowMs = clock.millis();
        List<String> texts = LimitTexts.of(
                limits,
                exposure.equity(),
                currency,
                markets.stream().map(market -> market.instrument).toList());
        events.limits(texts);
        texts.forEach(text -> log.info("limit of {}", text));
        lastEquity = exposure.equity();
        losses.restore(store.read(SECTION), nowMs, exposure.equity());
        losses.halted().ifPresent(halt -> {
            log.warn("still halted since {}: {}", halt.time(), halt.reason());
            events.add(new RiskEvent(clock.instant(), halt.rule(), "still halted: " + halt.reason(), halt.limit()));
        });
        save();
    }

    /** Whether the strategy may trade. */
    RiskState state() {
        if (losses.isHalted()) {
            return RiskState.HALTED;
        }
        return clock.millis() < reducingUntilMs ? RiskState.REDUCING : RiskState.ACTIVE;
    }

    /** The market has moved. */
    void onMark(long nowMs) {
        // While nothing is held and nothing was booked, equity is what it was.
        if (flatSince == exposure.version() && nowMs < losses.dayEndMs() && !orders.hasEntries()) {
            return;
        }
        double equity = exposure.equity();
        List<Leg> legs = exposure.legs();
        if (losses.mark(nowMs, equity, legs.isEmpty())) {
            breached();
        }
        if (keeps) {
            save();
        }
        act(equity, legs);
        lastEquity = equity;
        flatSince = legs.isEmpty() ? exposure.version() : HOLDING;
    }

    private void act(double equity, List<Leg> legs) {
        if (losses.isHalted()) {
            flattenIfTold(legs);
        } else if (!legs.isEmpty() || orders.hasEntries()) {
            keepRoom(equity, legs);
        }
    }

    private void save() {
        if (keeps && savedChanges != losses.changes()) {
            savedChanges = losses.changes();
            store.write(SECTION, losses.save(clock.instant()));
        }
    }

    private void breached() {
        Halt halt = losses.halted().orElseThrow();
        log.warn("halted: {}", halt.reason());
        events.add(new RiskEvent(halt.time(), halt.rule(), halt.reason(), halt.limit()));
        save();
        desk.cancelEntries();
    }

    private void flattenIfTold(List<Leg> legs) {
        Halt halt = losses.halted().orElseThrow();
        if (legs.isEmpty() || limits.onBreach() != OnBreach.FLATTEN || !halt.isOfLoss()) {
            return;
        }
        for (Leg leg : legs) {
            desk.reduce(instrument(leg), leg.side(), leg.signed(), leg.signed().abs(), halt.rule());
        }
    }

    private Instrument instrument(Leg leg) {
        return markets.get(leg.market()).instrument;
    }

    /** More orders in a minute than allowed. */
    void runaway(Refusal refusal) {
        boolean isNew = losses.halt("max-orders-per-minute", refusal.detail(), clock.millis(), refusal.limit());
        if (isNew) {
            breached();
        }
    }

    // --- room for a jump

    private void keepRoom(double equity, List<Leg> legs) {
        double room = losses.room(equity);
        double loss = exposure.stressLoss();
        if (loss == 0 && !orders.hasEntries()) {
            return;
        }
        if (orders.hasEntries() && loss + caps.pendingStress(0) > room) {
            desk.cancelEntries();
            log.debug(
                    "entries canceled: with them the assumed jump would cost more than the {} that may be lost", room);
        }
        if (loss > room) {
            // Until the cut fills, the price may move once more as it just has.
            double further = Math.max(0, lastEquity - equity);
            cut(legs, Math.max(0, (room - further) / (WAY_AFTER_CUT * loss)), room);
        }
    }

    private void cut(List<Leg> legs, double keep, double room) {
        for (Leg leg : new ArrayList<>(legs)) {
            Instrument instrument = instrument(leg);
            BigDecimal quantity = leg.signed().abs();
            BigDecimal kept = instrument.quantity(quantity.doubleValue() * keep).value();
            double price = markets.get(leg.market()).mark();
            boolean dust = SizeEstimate.quoteCost(markets.get(leg.market()), price) * kept.doubleValue()
                    < instrument.minNotional().doubleValue();
            BigDecimal off = dust ? quantity : quantity.subtract(kept);
            if (desk.reduce(instrument, leg.side(), leg.signed(), off, "stress-gap")) {
                events.cutPosition(() ->
                        "%s position cut from %s to %s %s: the assumed jump would cost more than the %s that may be lost (risk.stress-gap)"
                                .formatted(
                                        instrument.id().symbol(),
                                        quantity.toPlainString(),
                                        quantity.subtract(off).toPlainString(),
                                        unit(instrument),
                                        RiskText.money(room, currency)));
            }
        }
    }

    private static String unit(Instrument instrument) {
        return instrument.contractType() == ContractType.INVERSE ? "contracts" : instrument.baseCurrency();
    }

    // --- what the venue tells

    /** Something happened that means that something is wrong. */
    void onTransaction(Transaction transaction) {
        if (transaction instanceof Transaction.OrderFilled || transaction instanceof Transaction.OrderAccepted) {
            rejections = 0;
        } else if (transaction instanceof Transaction.OrderRejected rejected) {
            if (++rejections >= REJECTIONS) {
                rejections = 0;
                reduce(
                        clock.millis() + MINUTE_MS,
                        REJECTIONS + " orders in a row were rejected, the last one as: "
                                + rejected.reason().text());
            }
        } else if (transaction instanceof Transaction.PositionLiquidated) {
            reduce((clock.millis() / DAY_MS + 1) * DAY_MS, "a position was liquidated today");
        }
    }

    private void reduce(long untilMs, String why) {
        reducingUntilMs = Math.max(reducingUntilMs, untilMs);
        reducingBecause = why;
        log.warn("nothing is entered for a while: {}", why);
        desk.cancelEntries();
    }

    /** Why a request to enter is refused by the state. */
    Optional<Refusal> refusal() {
        if (losses.isHalted()) {
            Halt halt = losses.halted().orElseThrow();
            return Optional.of(new Refusal(DenialReason.HALTED, "halted: " + halt.reason(), halt.limit()));
        }
        return state() == RiskState.REDUCING
                ? Optional.of(new Refusal(
                        DenialReason.REDUCING,
                        "positions may only become smaller: " + reducingBecause,
                        new LimitHit("REDUCING", "ACTIVE", "")))
                : Optional.empty();
    }
}
