/** Where a position's stop and target are: stop-loss, take-profit, trailing stop, breakeven. */
@NullMarked
package io.metaexpert.protection;

import org.jspecify.annotations.NullMarked;
