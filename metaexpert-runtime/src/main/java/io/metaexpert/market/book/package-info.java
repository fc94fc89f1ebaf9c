/** Depth: what exchanges send of it, and the book that is built from that. Depends on java.* only. */
@NullMarked
package io.metaexpert.market.book;

import org.jspecify.annotations.NullMarked;
