package io.metaexpert.engine;

import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.LimitHit;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.risk.LossGuard;
import io.metaexpert.risk.RiskLimits;
import io.metaexpert.risk.RiskText;
import io.metaexpert.risk.Stress;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How large an entry may be: under the largest position, and so that the assumed jump stays within what may still be lost. Engine thread only. */
final class EntryCaps {
    private final EngineSettings settings;
    private final RiskLimits limits;
    private final LossGuard losses;
    private final Exposure exposure;
    private final SizeEstimate sizes;
    private final List<Market> markets;
    private final OrderManager orders;
    /** How far from the price a market order may fill. */
    private final double slip;

    private final double maxPosition;

    EntryCaps(
            EngineSettings settings,
            LossGuard losses,
            Exposure exposure,
            SizeEstimate sizes,
            List<Market> markets,
            OrderManager orders) {
        this.settings = settings;
        this.limits = settings.safety().limits();
        this.losses = losses;
        this.slip = limits.collar().orElse(settings.costs().slippage()).doubleValue();
        this.maxPosition = limits.maxPosition().map(Money::toDouble).orElse(Double.POSITIVE_INFINITY);
        this.exposure = exposure;
        this.sizes = sizes;
        this.markets = markets;
        this.orders = orders;
    }

    /**
     * The most that may be opened.
     *
     * @param quantity not rounded
     * @param why made when it is asked for: most orders fit, and sentences cost more than all the rest
     */
    record Cap(double quantity, Supplier<Refusal> why) {
        Refusal refusal() {
            return why.get();
        }
    }

    /**
     * Null when there is no such limit.
     *
     * @param freed what of the opposite position will be gone by then
     */
    @Nullable
    Cap cap(EntryWish wish, BigDecimal freed) {
        Cap size = maxPosition < Double.POSITIVE_INFINITY ? positionCap(wish) : null;
        Cap room = stressCap(wish, freed);
        if (size == null || room == null) {
            return size == null ? room : size;
        }
        return size.quantity <= room.quantity ? size : room;
    }

    /** At the worst of the price now and the price that the order names, and beyond that as far as a market order may slip. */
    private Cap positionCap(EntryWish wish) {
        double worst = Math.max(wish.mark(), wish.price()) * (1 + slip);
        double unit = SizeEstimate.quoteCost(wish.market(), worst);
        boolean adds = wish.held().signum() == wish.sign();
        double held = adds ? wish.held().abs().doubleValue() * SizeEstimate.quoteCost(wish.market(), wish.mark()) : 0;
        double pending = pendingWorth(wish);
        return new Cap(orNothing((maxPosition - held - pending) / unit), () -> tooLarge(wish, held + pending));
    }

    /** Nothing too where a number is missing, as before the first price. */
    private static double orNothing(double quantity) {
        return quantity > 0 ? quantity : 0;
    }

    private Refusal tooLarge(EntryWish wish, double taken) {
        String currency = wish.instrument().quoteCurrency();
        String limit = RiskText.money(maxPosition, currency);
        String value = RiskText.money(taken, currency);
        return new Refusal(
                DenialReason.POSITION_LIMIT,
                "a position of at most " + limit + " is allowed, " + value
                        + " are held or asked for already (sizing.max-position)",
                new LimitHit(value, limit, "sizing.max-position"));
    }

    private double pendingWorth(EntryWish wish) {
        double sum = 0;
        for (TrackedOrder order : orders.entries()) {
            OrderRequest request = order.request();
            if (request.instrument().equals(wish.instrument().id())
                    && request.side() == wish.side()
                    && request.positionSide().equals(wish.positionSide())) {
                double price = Math.max(wish.mark(), EntryWish.price(request.type(), wish.market()));
                sum += remaining(order, wish.market(), wish.index(), price)
                        * SizeEstimate.quoteCost(wish.market(), price);
            }
        }
        return sum;
    }

    /** What of an order may still fill, if it does at a price. */
    double remaining(TrackedOrder order, Market market, int index, double price) {
        OrderRequest request = order.request();
        double whole = sizes.quantity(request.size(), market, index, request.side(), price, price);
        return Math.max(0, whole - order.filled().doubleValue());
    }

    private @Nullable Cap stressCap(EntryWish wish, BigDecimal freed) {
        Stress stress = exposure.stress(wish.index());
        if (stress == null) {
            return null;
        }
        double equity = exposure.equity();
        double room = losses.room(equity);
        double stop = wish.stop() / wish.price();
        double given = freed.doubleValue() * stress.roomPerUnit(wish.held().signum(), wish.mark(), stop);
        double taken = exposure.roomTaken(stop) - given + pendingStress(stop);
        double perUnit = stress.roomPerUnit(wish.sign(), wish.price(), stop);
        return new Cap(orNothing((room - taken) / perUnit), () -> noRoom(wish, room, taken));
    }

    private Refusal noRoom(EntryWish wish, double room, double taken) {
        String currency = settings.capital().currency();
        String gap = RiskText.percent(
                limits.stress().of(wish.instrument()).orElseThrow().doubleValue());
        return new Refusal(
                DenialReason.NO_ROOM_FOR_STRESS,
                RiskText.money(Math.max(0, room - taken), currency) + " of the loss limits are free, and a jump of "
                        + gap + " must not cost more (risk.stress-gap)",
                new LimitHit(RiskText.money(taken, currency), RiskText.money(room, currency), "risk.stress-gap"));
    }

    /**
     * What the entries that wait would take of the room.
     *
     * @param stop the distance of their stops as a share of the price; 0 when they have none
     */
    double pendingStress(double stop) {
        double sum = 0;
        for (TrackedOrder order : orders.entries()) {
            int index = index(order.request().instrument());
            Stress stress = exposure.stress(index);
            if (stress != null) {
                Market market = markets.get(index);
                double price = EntryWish.price(order.request().type(), market);
                sum += remaining(order, market, index, price)
                        * stress.roomPerUnit(order.request().side().sign(), price, stop);
            }
        }
        return sum;
    }

    int index(InstrumentId id) {
        return Market.index(markets, id);
    }
}
