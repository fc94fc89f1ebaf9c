package io.metaexpert.bind;

import io.metaexpert.api.ExpertContext;

/** A handler method of a strategy, bound; calling it involves no reflection. */
@FunctionalInterface
public interface Handler<E> {
    /** Calls the method with those of the arguments that it takes. Throws what the method throws. */
    void handle(E event, ExpertContext context) throws Exception;
}
