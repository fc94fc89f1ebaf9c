/** The loop, the clock, timers, dispatch and the order state machine. */
@NullMarked
package io.metaexpert.engine;

import org.jspecify.annotations.NullMarked;
