package io.metaexpert.order;

/** The direction of a position. */
public enum PositionSide {
    LONG,
    SHORT,
    FLAT
}
