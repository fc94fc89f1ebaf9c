package io.metaexpert.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Called on every change of best bid, best ask or last price. May take {@link io.metaexpert.market.Tick} and
 * {@link ExpertContext}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnTick {
    /** Whether ticks that arrive while a handler runs are replaced by the newest one; dropped ones are counted. */
    boolean conflate() default true;
}
