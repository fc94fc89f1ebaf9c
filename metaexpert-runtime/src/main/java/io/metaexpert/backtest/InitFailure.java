package io.metaexpert.backtest;

import io.metaexpert.api.InitResult;

/** {@code @OnInit} did not succeed: nothing was run. Exit code 2 for PARAMETERS_INCORRECT, else 1. */
public final class InitFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final InitResult result;

    InitFailure(InitResult result, String message, Throwable cause) {
        super(message, cause);
        this.result = result;
    }

    InitFailure(InitResult result, String message) {
        super(message);
        this.result = result;
    }

    public InitResult result() {
        return result;
    }
}
