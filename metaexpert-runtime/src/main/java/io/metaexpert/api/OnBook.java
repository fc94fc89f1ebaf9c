package io.metaexpert.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Called when the order book has changed; having such a handler subscribes to the book. May take
 * {@link io.metaexpert.market.OrderBook} and {@link ExpertContext}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnBook {
    /** How many levels of each side are wanted. */
    int depth() default 20;
}
