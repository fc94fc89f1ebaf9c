package io.metaexpert.check;

/** The user wished that a check ends before it was done. */
public final class CheckStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CheckStopped() {
        super("the check was stopped before its end");
    }
}
