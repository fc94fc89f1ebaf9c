/** What limits a strategy: loss limits, caps on positions, conditions of entries, and the size that they leave. */
@NullMarked
package io.metaexpert.risk;

import org.jspecify.annotations.NullMarked;
