package io.metaexpert.engine;

import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.ExpertError;
import io.metaexpert.bind.BoundExpert;
import io.metaexpert.bind.BoundExpert.Named;
import io.metaexpert.bind.Handler;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls handlers, and decides what an exception in one means: {@code @OnError} is told once; then the run goes on or halts by policy.
 * An exception in {@code @OnError} always halts.
 */
final class Dispatcher {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final BoundExpert expert;
    private final InstantSource clock;
    private final boolean haltOnError;
    private long errors;
    private @Nullable ExpertFailure failure;
    private @Nullable RunObserver observer;

    Dispatcher(BoundExpert expert, InstantSource clock, boolean haltOnError) {
        this.expert = expert;
        this.clock = clock;
        this.haltOnError = haltOnError;
    }

    /** Lets {@code watcher} know of every call from now on. */
    void observe(RunObserver watcher) {
        observer = watcher;
    }

    /** Tells the observer, if there is one, that a handler is about to be called. */
    void announce(String name, Object event, ExpertContext context) {
        RunObserver watcher = observer;
        if (watcher != null) {
            watcher.calls(name, event, context);
        }
    }

    <E> void call(Optional<Named<E>> handler, E event, ExpertContext context) {
        if (handler.isPresent()) {
            call(handler.get().name(), handler.get().handler(), event, context);
        }
    }

    <E> void call(String name, Handler<E> handler, E event, ExpertContext context) {
        announce(name, event, context);
        try {
            handler.handle(event, context);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError problem) {
            failed(name, problem, context);
        }
    }

    /** What a handler threw. */
    void failed(String name, Throwable problem, ExpertContext context) {
        errors++;
        if (observer != null) {
            observer.failed(name, problem);
        }
        if (errors == 1) {
            log.error("{} failed at {}", name, clock.instant(), problem);
        }
        tell(new ExpertError(name, problem, clock.instant()), context);
        if (haltOnError && failure == null) {
            failure = new ExpertFailure(name, problem);
        }
    }

    /** {@code @OnInit} threw: the run cannot begin, whatever the policy. */
    void failInit(String name, Throwable problem, ExpertContext context) {
        failed(name, problem, context);
        if (failure == null) {
            failure = new ExpertFailure(name, problem);
        }
    }

    private void tell(ExpertError error, ExpertContext context) {
        if (expert.onError().isEmpty()) {
            return;
        }
        announce(expert.onError().get().name(), error, context);
        try {
            expert.onError().get().handler().handle(error, context);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError second) {
            if (failure == null) {
                failure = new ExpertFailure(expert.onError().get().name(), second);
            }
        }
    }

    /** The failure that ends the run, if there is one. */
    Optional<ExpertFailure> failure() {
        return Optional.ofNullable(failure);
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** How many exceptions handlers have thrown. */
    long errors() {
        return errors;
    }
}
