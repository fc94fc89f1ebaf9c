package io.metaexpert.engine;

/** A handler threw and the policy is to halt; carries the handler's name. Ends the run. */
public final class ExpertFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String where;

    ExpertFailure(String where, Throwable cause) {
        super(where + " failed: " + cause, cause);
        this.where = where;
    }

    /** The handler, such as {@code onBar EmaCross.trade}. */
    public String where() {
        return where;
    }
}
