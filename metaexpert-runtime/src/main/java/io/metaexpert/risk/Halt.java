package io.metaexpert.risk;

import io.metaexpert.order.LimitHit;
import java.time.Instant;
import java.util.Optional;

/**
 * Why nothing is entered any more.
 *
 * @param rule the name of the limit, such as {@code max-drawdown}
 * @param reason one sentence for people
 * @param until when it ends by itself; empty: when somebody resumes
 */
public record Halt(String rule, String reason, Instant time, Optional<Instant> until, LimitHit limit) {
    static final String DRAWDOWN = "max-drawdown";
    static final String DAY = "daily-loss-limit";

    /** Whether a loss was too large, rather than something else wrong. */
    public boolean isOfLoss() {
        return rule.equals(DRAWDOWN) || rule.equals(DAY);
    }

    /** Whether it is over at an instant. */
    boolean isOver(long nowMs) {
        return until.isPresent() && until.get().toEpochMilli() <= nowMs;
    }
}
