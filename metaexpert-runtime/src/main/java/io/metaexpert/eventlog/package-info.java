/** What a run was told and what it decided, line by line. */
@NullMarked
package io.metaexpert.eventlog;

import org.jspecify.annotations.NullMarked;
