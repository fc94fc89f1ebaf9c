package io.metaexpert.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Called at a steady pace of the engine's clock, which is simulated in a backtest. Calls are never queued twice. May take
 * {@link ExpertContext}. Several methods may have it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnTimer {
    /** The pace: a number and a unit, such as {@code 500ms}, {@code 60s}, {@code 15m}, {@code 1h}, {@code 1d}. */
    String every();
}
