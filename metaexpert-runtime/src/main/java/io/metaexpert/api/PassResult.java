package io.metaexpert.api;

import java.util.SortedMap;

/**
 * One pass of an optimization.
 *
 * @param inputs the values that were tried, by field
 * @param score what the optimization maximises
 */
public record PassResult(int number, SortedMap<String, String> inputs, double score, BacktestResult result) {}
