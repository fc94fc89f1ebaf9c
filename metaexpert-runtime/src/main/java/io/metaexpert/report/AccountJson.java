package io.metaexpert.report;

import io.metaexpert.event.Transaction;
import io.metaexpert.event.Transaction.AccountTransaction;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Writes what the venue did to positions without an order: {@code accountEvents} of report.json. */
final class AccountJson {
    private AccountJson() {}

    static void write(List<AccountTransaction> transactions, Json json) throws IOException {
        json.startArray("accountEvents");
        for (AccountTransaction transaction : transactions) {
            json.startObject();
            json.time("time", transaction.time());
            json.text("symbol", transaction.instrument().symbol());
            details(transaction, json);
            json.endObject();
        }
        json.endArray();
    }

    private static void details(AccountTransaction transaction, Json json) throws IOException {
        switch (transaction) {
            case Transaction.FundingPaid funding -> {
                row(json, "FUNDING", funding.signedQuantity(), funding.markPrice());
                json.decimal("rate", funding.rate());
                json.decimal("amount", funding.amount().amount());
            }
            case Transaction.PositionLiquidated(var time, var fill, var insurance) -> {
                BigDecimal quantity = fill.quantity().value();
                row(
                        json,
                        "LIQUIDATION",
                        fill.side().sign() > 0 ? quantity.negate() : quantity,
                        fill.price().value());
                json.decimal("fee", fill.fee().amount());
                json.decimal("insurance", insurance.amount());
            }
            case Transaction.PositionSettled settled -> {
                row(json, settled.exercised() ? "EXERCISE" : "EXPIRY", settled.signedQuantity(), settled.price());
                json.decimal("fee", settled.fee().amount());
            }
        }
    }

    private static void row(Json json, String kind, BigDecimal signedQuantity, BigDecimal price) throws IOException {
        json.text("kind", kind);
        json.decimal("quantity", signedQuantity);
        json.decimal("price", price);
    }
}
