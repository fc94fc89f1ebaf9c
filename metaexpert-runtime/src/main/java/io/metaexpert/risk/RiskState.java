package io.metaexpert.risk;

/** Whether a strategy may trade. */
public enum RiskState {
    /** Within all limits. */
    ACTIVE,
    /** Something is wrong for the moment: positions may only become smaller. */
    REDUCING,
    /** A limit was reached: nothing is entered until its time is over, or somebody resumes. */
    HALTED
}
