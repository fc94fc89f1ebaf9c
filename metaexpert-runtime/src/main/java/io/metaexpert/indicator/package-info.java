/** Closed-bar series, built-in O(1) indicators, and the bridge to ta4j (the only package that imports it). */
@NullMarked
package io.metaexpert.indicator;

import org.jspecify.annotations.NullMarked;
