package io.metaexpert.analysis;

import io.metaexpert.analysis.Finding.Kind;
import io.metaexpert.api.BacktestResult;
import io.metaexpert.order.DenialReason;
import io.metaexpert.order.Order;
import io.metaexpert.order.OrderStatus;
import java.util.List;
import java.util.Map;

/** What became of the orders. */
final class OrderRules {
    private OrderRules() {}

    static void look(BacktestResult result, List<Finding> findings) {
        int refused = -result.refused(DenialReason.WARMING_UP);
        int filled = 0;
        for (Order order : result.orders()) {
            if (isFilled(order)) {
                filled++;
            } else if (isRefused(order)) {
                refused++;
            }
        }
        if (refused > filled) {
            findings.add(new Finding(
                    Kind.MORE_REFUSED_THAN_FILLED,
                    "More orders were refused (" + Sentence.number(refused) + ") than filled ("
                            + Sentence.number(filled) + "), most often for \"" + mostFrequent(result)
                            + "\": look at sizes and conditions."));
        }
    }

    private static boolean isFilled(Order order) {
        return order.status() == OrderStatus.FILLED || !order.filledQuantity().isZero();
    }

    private static boolean isRefused(Order order) {
        return order.status() == OrderStatus.DENIED || order.status() == OrderStatus.REJECTED;
    }

    private static String mostFrequent(BacktestResult result) {
        String text = "";
        int most = 0;
        for (Map.Entry<DenialReason, Integer> reason : result.refusals().entrySet()) {
            if (reason.getValue() > most && isRefusal(reason.getKey())) {
                most = reason.getValue();
                text = reason.getKey().text();
            }
        }
        return text;
    }

    private static boolean isRefusal(DenialReason reason) {
        return reason != DenialReason.END_OF_DATA
                && reason != DenialReason.CANCELED_BY_EXPERT
                && reason != DenialReason.WARMING_UP;
    }
}
