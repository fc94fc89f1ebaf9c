package io.metaexpert.bind;

/**
 * A mistake in an expert class or its inputs.
 *
 * @param source what it is about: a class, method or field of the model that was checked
 * @param message the place, what is wrong, what is allowed
 * @param hint what to do about it
 */
record Problem(Object source, String message, String hint) {}
