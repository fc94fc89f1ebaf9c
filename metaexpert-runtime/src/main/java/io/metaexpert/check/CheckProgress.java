package io.metaexpert.check;

/** Told of each pass that begins. */
@FunctionalInterface
public interface CheckProgress {
    /** A pass begins; the first has number 1. */
    void onPass(int number);
}
