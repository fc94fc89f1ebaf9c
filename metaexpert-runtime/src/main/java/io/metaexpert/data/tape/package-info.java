/** Ticks and depth: collected from recordings, stored beside the bars, and opened for a backtest. */
@NullMarked
package io.metaexpert.data.tape;

import org.jspecify.annotations.NullMarked;
