package io.metaexpert.market.book;

/** What became of an update that was given to a {@link DepthBook}. */
public enum BookChange {
    /** It is in the book. */
    APPLIED,
    /** The book held all of it already; nothing changed. */
    OLD,
    /** The book has no snapshot; the update was put aside until there is one. */
    WAITING,
    /** Updates are missing before it: the book is invalid until the next snapshot. */
    GAP,
    /** A snapshot older than the updates that wait for it: a newer one is needed. */
    TOO_OLD,
    /** A price that is not positive, a size that is negative or no number, or a snapshot with a size of 0: nothing of it was used. */
    MALFORMED,
    /** With it the best bid would reach the best ask: the book is invalid until the next snapshot. */
    CROSSED
}
