/** Prices, quotes and trades of a scenario. */
@NullMarked
package io.metaexpert.stress.market;

import org.jspecify.annotations.NullMarked;
