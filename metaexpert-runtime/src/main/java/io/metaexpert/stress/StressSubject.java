package io.metaexpert.stress;

import io.metaexpert.config.MetaExpertConfig;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is tested.
 *
 * @param config whose limits, stops and filters hold
 * @param own loads the project's strategy anew, with static fields of its own; empty where only the built-in ones are run
 */
public record StressSubject(MetaExpertConfig config, Optional<Supplier<Class<?>>> own) {}
