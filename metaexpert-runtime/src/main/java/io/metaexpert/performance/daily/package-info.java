/** What is computed from one point a day: a year of minutes has 365 of them instead of half a million. */
@NullMarked
package io.metaexpert.performance.daily;

import org.jspecify.annotations.NullMarked;
