package io.metaexpert.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field that {@code inputs:} in metaexpert.yaml, {@code --set inputs.name=value} and the optimizer may set. Types: int,
 * long, double, boolean, String, an enum, {@link java.time.Duration}. The value in the source is the default. Fields are not
 * final, not static, not private.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Input {
    /** The least value allowed; numbers only. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest value allowed; numbers only. */
    double max() default Double.POSITIVE_INFINITY;

    /** The step of the optimizer; numbers only, 0 for none. */
    double step() default 0;

    /** Whether a double is written as a percentage ({@code 2%}) in the configuration; the field holds the fraction (0.02). */
    boolean percent() default false;

    /** One line on what it does. */
    String description() default "";
}
