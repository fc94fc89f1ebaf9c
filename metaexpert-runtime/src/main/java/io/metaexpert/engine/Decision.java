package io.metaexpert.engine;

import io.metaexpert.market.InstrumentId;
import io.metaexpert.order.OrderRequest;
import io.metaexpert.order.OrderSize;
import io.metaexpert.order.OrderType;

/** What a handler can ask of the engine, as it was asked: whether it is possible is answered by transactions. */
public sealed interface Decision {
    /** An order; also one that is denied at once. */
    record Submit(OrderRequest request) implements Decision {}

    /** To take back an order; also one that has ended. */
    record Cancel(String clientOrderId) implements Decision {}

    /** To change the prices or the size of an order; also of one that has ended. */
    record Modify(String clientOrderId, OrderType type, OrderSize size) implements Decision {}

    /** To close a position where there is none, or none that is not being closed already. */
    record CloseNothing(InstrumentId instrument, String reason) implements Decision {}

    /** To end the run. */
    record Stop(String reason) implements Decision {}
}
