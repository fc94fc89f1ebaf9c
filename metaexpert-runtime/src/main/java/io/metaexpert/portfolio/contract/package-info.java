/** The arithmetic of contracts: value, profit, margin, liquidation, funding and options, as pure functions with their sources. */
@NullMarked
package io.metaexpert.portfolio.contract;

import org.jspecify.annotations.NullMarked;
