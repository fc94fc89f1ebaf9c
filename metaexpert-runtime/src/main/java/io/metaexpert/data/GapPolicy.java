package io.metaexpert.data;

/** What to do about periods without a bar. */
public enum GapPolicy {
    /** Put flat bars of volume 0 at the last close. */
    FILL,
    /** Leave them out, and report how many there are. */
    KEEP,
    /** Refuse the data. */
    FAIL
}
