/** {@code metaexpert new}: renders the archetype's templates and writes a project, as a whole or not at all. */
@NullMarked
package io.metaexpert.cli.scaffold;

import org.jspecify.annotations.NullMarked;
