package io.metaexpert.engine;

/** Whether a run is to end before its data do. Engine thread only. */
final class Ending {
    private final Dispatcher dispatcher;
    private boolean requested;
    private String reason = "";

    Ending(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** The strategy wants to end. */
    void request(String why) {
        requested = true;
        reason = why;
    }

    boolean isRequested() {
        return requested;
    }

    /** What the strategy said; empty when it did not ask. */
    String reason() {
        return reason;
    }

    /** Whether the strategy asked for it, or a failure of it does. */
    boolean isDue() {
        return requested || dispatcher.hasFailed();
    }
}
