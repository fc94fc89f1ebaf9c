package io.metaexpert.api;

/** What {@link OnInit} answers. */
public enum InitResult {
    SUCCEEDED,
    /** The run stops, exit code 1. */
    FAILED,
    /** The inputs do not fit together: an optimization skips this pass, a single run stops with exit code 2. */
    PARAMETERS_INCORRECT,
    /** This worker gets no more passes of the optimization; a single run stops with exit code 1. */
    AGENT_NOT_SUITABLE
}
