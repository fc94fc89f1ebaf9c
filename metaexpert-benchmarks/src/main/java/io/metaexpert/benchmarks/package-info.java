/** Measured speed, never asserted in tests. */
@NullMarked
package io.metaexpert.benchmarks;

import org.jspecify.annotations.NullMarked;
