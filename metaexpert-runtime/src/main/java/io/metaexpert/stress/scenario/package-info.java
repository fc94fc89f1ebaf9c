/** What can happen: families of events, the ranges of their severity, and draws from them. */
@NullMarked
package io.metaexpert.stress.scenario;

import org.jspecify.annotations.NullMarked;
