package io.metaexpert.engine;

import io.metaexpert.order.LimitHit;
import java.time.Instant;

/**
 * A limit was reached, or was still in force at the start.
 *
 * @param rule such as {@code max-drawdown}
 * @param detail one sentence
 */
public record RiskEvent(Instant time, String rule, String detail, LimitHit limit) {}
