package io.metaexpert.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Called once, before any other handler but {@link OnBacktestInit}: history is loaded. Returns {@link InitResult}, or nothing
 * for {@link InitResult#SUCCEEDED}. May take {@link ExpertContext}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnInit {}
