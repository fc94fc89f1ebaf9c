package io.metaexpert.simulate;

import io.metaexpert.market.Decimals;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.book.DepthBook;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What is offered at the moment: the best bid and ask, or the depth of the book. Engine thread only. */
final class Opposite {
    private static final MathContext PRECISION = new MathContext(16, RoundingMode.HALF_EVEN);

    private final boolean byDepth;
    private final @Nullable VolumeShare share;
    private final VolumeShare whole;
    private @Nullable DepthBook book;
    private boolean hasQuotes;
    private double bid = Double.NaN;
    private double bidSize = Double.NaN;
    private double ask = Double.NaN;
    private double askSize = Double.NaN;

    /**
     * What an order finds.
     *
     * @param average of the prices that it takes at
     * @param quantity all that there is within its limit
     */
    record Offer(BigDecimal average, BigDecimal quantity) {}

    /**
     * @param byDepth whether the book decides, rather than quotes
     * @param share of what is offered that we get; null: all of it at the best price, whatever its size
     */
    Opposite(boolean byDepth, @Nullable VolumeShare share, Instrument instrument) {
        this.byDepth = byDepth;
        this.share = share;
        this.whole = share != null ? share : new VolumeShare(BigDecimal.ONE, instrument);
    }

    boolean isByDepth() {
        return byDepth;
    }

    /** Whether there have been quotes, or a book. */
    boolean hasQuotes() {
        return hasQuotes;
    }

    void quote(double newBid, double newBidSize, double newAsk, double newAskSize) {
        bid = newBid;
        bidSize = newBidSize;
        ask = newAsk;
        askSize = newAskSize;
        hasQuotes = true;
    }

    void book(DepthBook now) {
        book = now;
        hasQuotes = true;
    }

    /** Whether something is known to be offered to a buyer, or a seller. */
    boolean isKnown(boolean buy) {
        return !Double.isNaN(price(buy));
    }

    /** The best price for a buyer, or a seller; NaN when there is none. */
    double price(boolean buy) {
        if (byDepth) {
            return book == null || !book.isValid() ? Double.NaN : buy ? book.ask(0) : book.bid(0);
        }
        return buy ? ask : bid;
    }

    boolean satisfies(RestingOrder order) {
        return order.buy ? price(true) <= order.limit : price(false) >= order.limit;
    }

    /** What our orders get at the best price; null when that is not limited. */
    @Nullable
    BigDecimal quantity(boolean buy) {
        if (share == null) {
            return null;
        }
        return share.of(size(buy), price(buy));
    }

    private double size(boolean buy) {
        if (byDepth) {
            return book == null ? 0 : buy ? book.askSize(0) : book.bidSize(0);
        }
        return buy ? askSize : bidSize;
    }

    /** All that stands at a price on the side of a buyer, or a seller; NaN when that is not known. */
    double ahead(boolean buy, double price) {
        if (byDepth) {
            return book == null || !book.isValid() ? Double.NaN : buy ? book.bidSizeAt(price) : book.askSizeAt(price);
        }
        double best = buy ? bid : ask;
        if (price == best) {
            return buy ? bidSize : askSize;
        }
        boolean first = buy ? price > best : price < best;
        return first ? 0 : Double.NaN;
    }

    /** What an order for {@code wanted} finds, level by level, up to its limit. */
    Offer offer(RestingOrder order, BigDecimal wanted) {
        DepthBook depth = book;
        if (depth == null) {
            throw new IllegalStateException("there is no book");
        }
        BigDecimal found = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal taken = BigDecimal.ZERO;
        int levels = order.buy ? depth.asks() : depth.bids();
        for (int rank = 0; rank < levels && taken.compareTo(wanted) < 0; rank++) {
            double price = order.buy ? depth.ask(rank) : depth.bid(rank);
            if (order.buy ? price > order.limit : price < order.limit) {
                break;
            }
            BigDecimal here = whole.of(order.buy ? depth.askSize(rank) : depth.bidSize(rank), price);
            BigDecimal part = here.min(wanted.subtract(taken));
            found = found.add(here);
            taken = taken.add(part);
            cost = cost.add(part.multiply(Decimals.of(price)));
        }
        BigDecimal average = taken.signum() == 0 ? Decimals.of(price(order.buy)) : cost.divide(taken, PRECISION);
        return new Offer(average, found);
    }
}
