package io.metaexpert.check;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Marks in a flight recording that a handler is called, so that what was read then can be told to be its doing. */
@Name(HandlerCall.NAME)
@Label("Handler Call")
@Description("A handler of the strategy is called")
@Category("MetaExpert")
@StackTrace(false)
final class HandlerCall extends Event {
    static final String NAME = "io.metaexpert.HandlerCall";

    @Label("Handler")
    final String handler;

    /** Epoch milliseconds; negative where there is no bar yet. */
    @Label("Open Time of the Bar")
    final long openTimeMs;

    HandlerCall(String handler, long openTimeMs) {
        this.handler = handler;
        this.openTimeMs = openTimeMs;
    }
}
