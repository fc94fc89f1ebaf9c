/** metaexpert.yaml: reading, validation, schema. */
@NullMarked
package io.metaexpert.config;

import org.jspecify.annotations.NullMarked;
