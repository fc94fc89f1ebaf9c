/** The simulated venue: matching, fees, slippage, margin. */
@NullMarked
package io.metaexpert.simulate;

import org.jspecify.annotations.NullMarked;
