/** What survives the end of a process: limits and halts, stops, a strategy's own values, in one SQLite file that is checked when it is read. */
@NullMarked
package io.metaexpert.store;

import org.jspecify.annotations.NullMarked;
