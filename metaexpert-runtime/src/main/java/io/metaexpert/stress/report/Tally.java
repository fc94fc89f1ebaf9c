package io.metaexpert.stress.report;

import io.metaexpert.stress.run.Outcome;

/** Counts over some of the scenarios. Grows while they are added. */
public final class Tally {
    private final String name;
    private final Histogram limited = new Histogram();
    private final Histogram free = new Histogram();
    private int scenarios;
    private int inPosition;
    private int strict;
    private int fair;
    private int caps;
    private int greedy;
    private int greedyFree;
    private int freeStrict;
    private double worstUse;
    private double worstFreeUse;

    Tally(String name) {
        this.name = name;
    }

    void add(Outcome outcome) {
        scenarios++;
        inPosition += outcome.limited().inPosition() ? 1 : 0;
        strict += outcome.limited().strict() ? 1 : 0;
        fair += outcome.limited().fair() ? 1 : 0;
        caps += outcome.limited().caps().size();
        freeStrict += outcome.free().strict() ? 1 : 0;
        if (outcome.scenario().trader().alwaysWantsMore()) {
            greedy++;
            greedyFree += outcome.free().strict() ? 1 : 0;
        }
        limited.add(outcome.limited().worstUse());
        free.add(outcome.free().worstUse());
        worstUse = Math.max(worstUse, outcome.limited().worstUse());
        worstFreeUse = Math.max(worstFreeUse, outcome.free().worstUse());
    }

    public String name() {
        return name;
    }

    public int scenarios() {
        return scenarios;
    }

    /** Scenarios in which something was held when the event began. */
    public int inPosition() {
        return inPosition;
    }

    /** Scenarios in which a loss was above a limit at any instant. */
    public int strict() {
        return strict;
    }

    /** Scenarios in which it was above what could not be helped. */
    public int fair() {
        return fair;
    }

    /** Entries above a hard cap. */
    public int caps() {
        return caps;
    }

    /** Scenarios that pass a limit when nothing is limited. */
    public int freeStrict() {
        return freeStrict;
    }

    /** Scenarios of strategies that always want more. */
    public int greedy() {
        return greedy;
    }

    /** The share of those that pass a limit when nothing is limited; NaN when there are none. */
    public double bite() {
        return greedy == 0 ? Double.NaN : (double) greedyFree / greedy;
    }

    /** The largest loss by its limit. */
    public double worstUse() {
        return worstUse;
    }

    public double worstFreeUse() {
        return worstFreeUse;
    }

    /** The share of breaches. */
    public double share() {
        return scenarios == 0 ? 0 : (double) strict / scenarios;
    }

    /** With 95 % confidence the probability of a breach is not above this. */
    public double upper() {
        return ClopperPearson.upper(strict, scenarios);
    }

    Histogram limited() {
        return limited;
    }

    Histogram free() {
        return free;
    }
}
