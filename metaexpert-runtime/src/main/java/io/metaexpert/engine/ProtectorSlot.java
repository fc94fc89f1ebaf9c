package io.metaexpert.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the protector is: from the start when it is configured, from the first entry with a stop of its own, or never. Engine thread only. */
final class ProtectorSlot {
    private final Supplier<Protector> maker;
    private @Nullable Protector made;

    ProtectorSlot(Supplier<Protector> maker) {
        this.maker = maker;
    }

    /** Null while nothing has needed it. */
    @Nullable
    Protector get() {
        return made;
    }

    /** Made when there is none. */
    Protector need() {
        Protector known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
