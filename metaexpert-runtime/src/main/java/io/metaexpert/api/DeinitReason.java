package io.metaexpert.api;

/** Why a strategy ends. */
public enum DeinitReason {
    /** The strategy called {@link ExpertContext#stop}. */
    EXPERT_REQUEST,
    /** The user asked, as with Ctrl-C. */
    USER_STOP,
    SHUTDOWN,
    CONFIG_CHANGED,
    ACCOUNT_CHANGED,
    INIT_FAILED,
    RISK_LIMIT,
    CONNECTION_LOST,
    /** A handler failed and the error policy is to halt. */
    ERROR,
    /** The data are at their end. */
    BACKTEST_END
}
