package io.metaexpert.stress.report;

/**
 * One part of the claim.
 *
 * @param wanted what has to hold, for people
 * @param found what was found
 */
public record Check(String name, boolean holds, String wanted, String found) {}
