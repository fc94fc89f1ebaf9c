package io.metaexpert.engines;

/**
 * A fill as a rule set has it.
 *
 * @param bar the bar in whose course it happens
 */
record RuleFill(int bar, boolean buy, double price, double quantity, double fee) {}
