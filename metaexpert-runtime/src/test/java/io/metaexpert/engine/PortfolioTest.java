package io.metaexpert.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnTransaction;
import io.metaexpert.event.Transaction;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.PositionSide;
import io.metaexpert.portfolio.OpenPosition;
import io.metaexpert.portfolio.Portfolio;
import io.metaexpert.testing.ExpertTester;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a strategy is told of its portfolio. */
class PortfolioTest {
    private static final List<Portfolio> seen = new ArrayList<>();
    private static final List<BigDecimal> liquidations = new ArrayList<>();
    private static final List<String> trips = new ArrayList<>();

    @BeforeEach
    void forget() {
        seen.clear();
        liquidations.clear();
        trips.clear();
    }

    /** Buys 4 at the first bar, sells 1 at the third, and looks at every bar. */
    @Expert
    static final class Buyer {
        private int bars;

        @OnBar
        void bar(ExpertContext ctx) {
            bars++;
            if (bars == 1) {
                ctx.buy(OrderSize.base("4"), "in");
            } else if (bars == 3) {
                ctx.sell(OrderSize.base("1"), "out");
            }
            seen.add(ctx.portfolio());
            trips.add(ctx.roundTrips().toString());
        }

        @OnTransaction
        void transaction(Transaction transaction) {
            if (transaction instanceof Transaction.PositionLiquidated liquidated) {
                liquidations.add(liquidated.fill().price().value());
            }
        }
    }

    private static Portfolio last() {
        return seen.get(seen.size() - 1);
    }

    /** 4 at 100 with 1 % fee, 1 of them out at 120: 20 - 1.2 - 4 realized, 3 left at 130. */
    @Test
    void tellsWhatAFutureIsWorthAndBinds() {
        ExpertTester.of(Buyer.class)
                .futures()
                .leverage("5x")
                .capital("1000 USDT")
                .fees("1%")
                .start()
                .closes(100, 100, 120, 120, 130);

        Portfolio portfolio = last();
        OpenPosition position =
                portfolio.position("BTC/USDT", PositionSide.LONG).orElseThrow();
        assertThat(position.markPrice()).isEqualTo(130);
        assertThat(position.notional()).isEqualTo(390);
        assertThat(position.unrealizedProfit()).isEqualTo(90);
        assertThat(position.value()).isEqualTo(90);
        assertThat(position.margin()).isEqualByComparingTo("60");
        assertThat(portfolio.realizedProfit()).isEqualByComparingTo("14.8");
        assertThat(portfolio.fees()).isEqualByComparingTo("5.2");
        assertThat(portfolio.funding()).isZero();
        assertThat(portfolio.balances())
                .singleElement()
                .satisfies(balance -> assertThat(balance.total()).isEqualByComparingTo("1014.8"));
        assertThat(portfolio.equity()).isCloseTo(1_104.8, within(1e-9));
        assertThat(portfolio.grossLeverage()).isCloseTo(390 / 1_104.8, within(1e-12));
        assertThat(portfolio.freeMargin()).isCloseTo(1_044.8, within(1e-9));
        assertThat(portfolio.marginRatio())
                .isPositive()
                .isCloseTo(position.maintenanceMargin() / portfolio.equity(), within(1e-12));
        assertThat(portfolio.positions(PositionSide.SHORT)).isEmpty();
    }

    @Test
    void tellsWhatSpotIsWorth() {
        ExpertTester.of(Buyer.class).capital("1000 USDT").start().closes(100, 100, 120, 120, 130);

        Portfolio portfolio = last();
        OpenPosition position = portfolio.positions("BTC/USDT").get(0);
        assertThat(position.value()).isEqualTo(390);
        assertThat(position.margin()).isZero();
        assertThat(position.liquidationPrice()).isEmpty();
        assertThat(portfolio.balances().get(0).total()).isEqualByComparingTo("720");
        assertThat(portfolio.equity()).isEqualTo(1_110);
        assertThat(portfolio.freeMargin()).isCloseTo(720, within(1e-9));
        assertThat(portfolio.marginRatio()).isZero();
    }

    @Test
    void nothingIsHeldBeforeTheFirstFill() {
        ExpertTester.of(Buyer.class).capital("1000 USDT").start().closes(100);

        assertThat(last().positions()).isEmpty();
        assertThat(last().grossExposure()).isZero();
        assertThat(last().grossLeverage()).isZero();
        assertThat(last().freeMargin()).isEqualTo(1_000);
    }

    @Test
    void historyGrowsWithEveryExit() {
        ExpertTester.of(Buyer.class).capital("1000 USDT").start().closes(100, 100, 120, 120, 130);

        assertThat(trips.get(2)).isEqualTo("[]");
        assertThat(trips.get(4)).contains("entryReason=in, exitReason=out").contains("profit=20");
    }

    /** The venue liquidates at the price that was told before. */
    @Test
    void theLiquidationPriceIsTheOneAtWhichTheVenueLiquidates() {
        ExpertTester tester = ExpertTester.of(Buyer.class)
                .futures()
                .leverage("10x")
                .capital("1000 USDT")
                .start();
        tester.closes(100, 100);
        Optional<BigDecimal> told = last().positions().get(0).liquidationPrice();
        tester.bar(100, 100, 50, 60);

        assertThat(told).isPresent();
        assertThat(liquidations)
                .singleElement()
                .satisfies(price -> assertThat(price.doubleValue())
                        .isCloseTo(told.orElseThrow().doubleValue(), within(1e-9)));
        assertThat(last().positions()).isEmpty();
    }
}
