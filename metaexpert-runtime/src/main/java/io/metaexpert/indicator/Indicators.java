package io.metaexpert.indicator;

/** Makes built-in indicators on one series. Each is brought up to date with the bars that have closed already. */
public interface Indicators {}
