/** MetaExpert: Expert Advisors for crypto. */
@NullMarked
package io.metaexpert;

import org.jspecify.annotations.NullMarked;
