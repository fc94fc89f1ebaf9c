package io.metaexpert.performance;

/** The figures of a run. */
public record Metrics(double startEquity, double finalEquity, double netProfit) {}
