package io.metaexpert.api;

import java.time.Instant;

/**
 * Something failed while the strategy ran.
 *
 * @param where the handler or part that failed, such as {@code onBar EmaCross.trade}
 */
public record ExpertError(String where, Throwable cause, Instant time) {
    /** The cause in one line. */
    public String message() {
        String text = cause.getMessage();
        return text == null
                ? cause.getClass().getSimpleName()
                : cause.getClass().getSimpleName() + ": " + text;
    }
}
