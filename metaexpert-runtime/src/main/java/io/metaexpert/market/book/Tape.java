package io.metaexpert.market.book;

import io.metaexpert.market.Ticks;

/**
 * What was received of one instrument: ticks, and depth updates when they were recorded. Both are in order of receipt; {@link
 * DepthUpdates#ticksBefore} says how they interleave.
 *
 * @param rule how the depth updates are numbered
 */
public record Tape(Ticks ticks, DepthUpdates depth, SequenceRule rule) {}
