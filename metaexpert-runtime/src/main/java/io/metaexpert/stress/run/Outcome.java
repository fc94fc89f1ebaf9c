package io.metaexpert.stress.run;

import io.metaexpert.stress.scenario.Scenario;

/** What came out of a scenario with the limits and without them. */
public record Outcome(Scenario scenario, RunResult limited, RunResult free) {}
