package io.metaexpert.engine;

import io.metaexpert.market.book.Tape;

/**
 * What was recorded of an instrument between its bars.
 *
 * @param fromMs what came before is not shown, epoch milliseconds UTC
 * @param withDepth whether the book is built from the depth, which takes most of the time
 */
public record TapeFeed(Tape tape, long fromMs, boolean withDepth) {}
