/** Shares, and how sure they are. */
@NullMarked
package io.metaexpert.stress.statistics;

import org.jspecify.annotations.NullMarked;
