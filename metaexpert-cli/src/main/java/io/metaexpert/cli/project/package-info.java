/** Which project, configuration and data a command is for. */
@NullMarked
package io.metaexpert.cli.project;

import org.jspecify.annotations.NullMarked;
