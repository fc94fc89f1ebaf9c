package io.metaexpert.engine;

import io.metaexpert.order.DenialReason;
import io.metaexpert.order.LimitHit;

/**
 * Why an order may not be sent.
 *
 * @param detail one sentence with the numbers
 */
record Refusal(DenialReason reason, String detail, LimitHit limit) {}
