/** What is traded and what it did: instruments, bars, ticks, exact prices and quantities. Depends on java.* only. */
@NullMarked
package io.metaexpert.market;

import org.jspecify.annotations.NullMarked;
