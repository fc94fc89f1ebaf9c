package io.metaexpert.engine;

import io.metaexpert.order.PositionSide;
import io.metaexpert.portfolio.Position;
import io.metaexpert.portfolio.contract.ContractMath;
import io.metaexpert.risk.RiskLimits;
import io.metaexpert.risk.Stress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is held, at the prices of now, as the limits look at it. Read anew only when the books have changed. Engine thread only. */
final class Exposure {
    private final Books books;
    private final Market[] markets;
    private final List<Market> marketList;
    private final ContractMath[] maths;
    /** By market; null where no jump is reckoned with. */
    private final @Nullable Stress[] stresses;

    private final boolean hedge;
    private List<Leg> legs = List.of();
    private long version = -1;

    /**
     * A position that is not flat.
     *
     * @param side LONG or SHORT in hedge mode; else empty
     * @param signed quantity, negative when short
     * @param entry what it cost on average, which stands for the price while none is known
     */
    record Leg(int market, Optional<PositionSide> side, BigDecimal signed, double estimate, double entry) {}

    Exposure(Books books, List<Market> markets, EngineSettings settings) {
        RiskLimits limits = settings.safety().limits();
        BigDecimal slippage = settings.costs().slippage();
        this.books = books;
        this.marketList = markets;
        this.markets = markets.toArray(new Market[0]);
        this.hedge = settings.hedge();
        this.maths = new ContractMath[this.markets.length];
        this.stresses = new Stress[this.markets.length];
        for (int i = 0; i < this.markets.length; i++) {
            var instrument = this.markets[i].instrument;
            maths[i] = ContractMath.of(instrument.contract());
            stresses[i] = limits.limitsLoss()
                    ? limits.stress()
                            .of(instrument)
                            .map(gap -> new Stress(instrument, gap, slippage))
                            .orElse(null)
                    : null;
        }
    }

    /** Rises with everything that is booked. */
    long version() {
        return books.version();
    }

    /** Positions that are not flat. */
    List<Leg> legs() {
        if (version != books.version()) {
            version = books.version();
            legs = read();
        }
        return legs;
    }

    private List<Leg> read() {
        List<Leg> found = new ArrayList<>();
        for (Position position : books.ledger().positions()) {
            BigDecimal quantity = position.quantity().value();
            BigDecimal signed = position.isShort() ? quantity.negate() : quantity;
            found.add(new Leg(
                    Market.index(marketList, position.instrument()),
                    hedge ? Optional.of(position.side()) : Optional.empty(),
                    signed,
                    signed.doubleValue(),
                    position.averageEntryPrice().doubleValue()));
        }
        return found;
    }

    /** Cash and positions at the prices at which one could say they stand: between bid and ask where those are known. */
    double equity() {
        double sum = books.cash();
        List<Leg> open = legs();
        for (int i = 0; i < open.size(); i++) {
            Leg leg = open.get(i);
            sum += maths[leg.market].value(leg.estimate, mark(leg));
        }
        return sum;
    }

    /** What all positions would lose together if each met its jump now; 0 where none is reckoned with. */
    double stressLoss() {
        double sum = 0;
        List<Leg> open = legs();
        for (int i = 0; i < open.size(); i++) {
            sum += stressLoss(open.get(i));
        }
        return sum;
    }

    /**
     * What all positions take of the room when another is about to be added: what they took before their entry, the way to their stop included, so
     * that the way that was left to one is not given to the next.
     *
     * @param stop the distance of their stops as a share of the price; 0 when they have none
     */
    double roomTaken(double stop) {
        double sum = 0;
        for (Leg leg : legs()) {
            Stress stress = stresses[leg.market];
            if (stress != null) {
                int sign = leg.estimate > 0 ? 1 : -1;
                sum += Math.abs(leg.estimate) * stress.roomPerUnit(sign, mark(leg), stop);
            }
        }
        return sum;
    }

    private double mark(Leg leg) {
        double mark = markets[leg.market].mark();
        return Double.isNaN(mark) ? leg.entry : mark;
    }

    private double stressLoss(Leg leg) {
        Stress stress = stresses[leg.market];
        return stress == null ? 0 : stress.loss(leg.estimate, mark(leg));
    }

    /** Null where no jump is reckoned with. */
    @Nullable
    Stress stress(int market) {
        return stresses[market];
    }

    ContractMath math(int market) {
        return maths[market];
    }

    /** What is bound by positions at the prices of now. */
    double usedMargin(double leverage) {
        double sum = 0;
        for (Leg leg : legs()) {
            double notional = maths[leg.market].notional(leg.estimate, mark(leg));
            sum += markets[leg.market].isFuture() ? notional / leverage : notional;
        }
        return sum;
    }
}
