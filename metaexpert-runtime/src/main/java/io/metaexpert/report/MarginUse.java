package io.metaexpert.report;

import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.AccountTransaction;
import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.order.Fill;
import io.metaexpert.order.PositionSide;
import io.metaexpert.performance.EquityCurve;
import io.metaexpert.portfolio.contract.ContractMath;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much of the account was at stake, and what the exchange took and gave without an order.
 *
 * @param peakExposure the most that all positions together were worth, longs and shorts added up, as a multiple of equity; looked at after each
 *     fill, at the prices of fills
 * @param peakTimeMs when that was, epoch milliseconds UTC; 0 without a fill
 * @param funding received less paid, in account currency
 * @param insurance what the insurance fund paid for liquidations
 * @param settlements positions that ended with their contract
 */
record MarginUse(
        double peakExposure,
        long peakTimeMs,
        int fundingPayments,
        BigDecimal funding,
        int liquidations,
        BigDecimal insurance,
        int settlements) {

    /** Empty for spot, where nothing of it can be. */
    static Optional<MarginUse> ofDerivatives(RunRecord run) {
        boolean spot =
                run.markets().stream().allMatch(market -> market.instrument().contractType() == ContractType.SPOT);
        return spot ? Optional.empty() : Optional.of(of(run));
    }

    static MarginUse of(RunRecord run) {
        List<AccountTransaction> transactions = run.result().accountTransactions();
        int payments = 0;
        int liquidations = 0;
        int settlements = 0;
        BigDecimal funding = BigDecimal.ZERO;
        BigDecimal insurance = BigDecimal.ZERO;
        for (AccountTransaction transaction : transactions) {
            if (transaction instanceof Transaction.FundingPaid paid) {
                payments++;
                funding = funding.add(paid.amount().amount());
            } else if (transaction instanceof Transaction.PositionLiquidated liquidated) {
                liquidations++;
                insurance = insurance.add(liquidated.insurance().amount());
            } else if (transaction instanceof Transaction.PositionSettled) {
                settlements++;
            }
        }
        Exposure exposure = new Exposure(run);
        exposure.replay(run.result().fills());
        return new MarginUse(
                exposure.peak, exposure.peakTimeMs, payments, funding, liquidations, insurance, settlements);
    }

    /** The fills once more, with what is held after each. */
    private static final class Exposure {
        private final Map<InstrumentId, ContractMath> maths = new HashMap<>();
        private final Map<Key, Double> held = new HashMap<>();
        private final Map<InstrumentId, Double> prices = new HashMap<>();
        private final EquityCurve equity;
        private final double start;
        private int bar;
        private double peak;
        private long peakTimeMs;

        private record Key(InstrumentId instrument, Optional<PositionSide> side) {}

        Exposure(RunRecord run) {
            for (RunRecord.MarketData market : run.markets()) {
                Instrument instrument = market.instrument();
                maths.put(instrument.id(), ContractMath.of(instrument.contract()));
            }
            equity = run.result().equity();
            start = run.result().metrics().startEquity();
        }

        void replay(List<Fill> fills) {
            for (Fill fill : fills) {
                double signed = fill.side().sign() * fill.quantity().toDouble();
                held.merge(new Key(fill.instrument(), fill.positionSide()), signed, Double::sum);
                prices.put(fill.instrument(), fill.price().toDouble());
                look(fill.time().toEpochMilli());
            }
        }

        private void look(long timeMs) {
            while (bar < equity.size() && equity.timeMs(bar) <= timeMs) {
                bar++;
            }
            double now = bar == 0 ? start : equity.equity(bar - 1);
            double sum = 0;
            for (Map.Entry<Key, Double> position : held.entrySet()) {
                InstrumentId instrument = position.getKey().instrument;
                ContractMath math = maths.get(instrument);
                Double price = prices.get(instrument);
                if (math != null && price != null) {
                    sum += Math.abs(math.notional(position.getValue(), price));
                }
            }
            if (now > 0 && sum / now > peak) {
                peak = sum / now;
                peakTimeMs = timeMs;
            }
        }
    }
}
