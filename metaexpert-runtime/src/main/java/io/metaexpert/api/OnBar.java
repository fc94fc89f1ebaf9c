package io.metaexpert.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Called when a bar closes; at the same instant, smaller timeframes first. May take {@link io.metaexpert.market.Bar} and
 * {@link ExpertContext}. Several methods may have it, one per timeframe.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnBar {
    /** The timeframe, such as {@code 4h}; empty for the one of the strategy. */
    String timeframe() default "";
}
