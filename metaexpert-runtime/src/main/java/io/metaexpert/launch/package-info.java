/** Entry points: compile and load a project, exit codes, shutdown. */
@NullMarked
package io.metaexpert.launch;

import org.jspecify.annotations.NullMarked;
