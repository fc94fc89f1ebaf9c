/** Puts a configuration, a strategy and data together and runs them. */
@NullMarked
package io.metaexpert.backtest;

import org.jspecify.annotations.NullMarked;
