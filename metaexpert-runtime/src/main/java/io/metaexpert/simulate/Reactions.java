package io.metaexpert.simulate;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What somebody who was told of a fill wants to ask for right then. It has to wait until the orders have been gone through, and happens within
 * the same bar: an entry's stop meets what is left of it. Engine thread only.
 */
final class Reactions {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;
    /** The part of a bar that the fills are of; both are that instant where it is known. */
    private long fromMs;

    private long untilMs;

    void add(Runnable requests) {
        waiting.add(requests);
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** Whether requests of now are reactions to fills within a part of a bar, or at an instant. */
    boolean isRunning() {
        return running;
    }

    /** Whether when the fills were is not known. */
    boolean isWithinBar() {
        return fromMs < untilMs;
    }

    /** The earliest instant at which the fills can have been. */
    long fromMs() {
        return fromMs;
    }

    /** The instant at which they are sure to have been. */
    long untilMs() {
        return untilMs;
    }

    /** Lets all happen that waits, what that causes included. */
    void run(long from, long until) {
        fromMs = from;
        untilMs = until;
        running = true;
        try {
            Runnable requests;
            while ((requests = waiting.poll()) != null) {
                requests.run();
            }
        } finally {
            running = false;
        }
    }
}
