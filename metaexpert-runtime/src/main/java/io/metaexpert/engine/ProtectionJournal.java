package io.metaexpert.engine;

import io.metaexpert.protection.ProtectedPosition;
import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.spi.StateStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes down where stops are, so that a restart goes on from there: section {@code protection}, keys such as {@code BTC/USDT LONG level}.
 * Engine thread only.
 */
final class ProtectionJournal {
    private static final String SECTION = "protection";
    private static final String SENT = "orders-sent";

    private final StateStore store;
    private final boolean forgets;
    /** What is in the store. */
    private final SortedMap<String, String> written;

    ProtectionJournal(StateStore store) {
        this.store = store;
        this.forgets = store.forgets();
        this.written = new TreeMap<>(store.read(SECTION));
    }

    /** Whether nothing is kept. */
    boolean forgets() {
        return forgets;
    }

    private static String prefix(GuardedPosition of, boolean isLong) {
        return of.instrument.id().symbol() + (isLong ? " LONG " : " SHORT ");
    }

    /** How many orders the protection of earlier processes has sent. */
    long sent() {
        return Long.parseLong(written.getOrDefault(SENT, "0"));
    }

    /** A position as it was written down last; empty when it was not. */
    Optional<ProtectedPosition> find(GuardedPosition of, boolean isLong, ProtectionSettings settings) {
        Map<String, String> values = values(prefix(of, isLong));
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(ProtectedPosition.restore(settings, of.instrument, isLong, values));
    }

    private Map<String, String> values(String prefix) {
        Map<String, String> values = new HashMap<>();
        written.tailMap(prefix).forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                values.put(key.substring(prefix.length()), text);
            }
        });
        return values;
    }

    /** Brings the store up to date with all positions. */
    void write(Iterable<GuardedPosition> positions, long sent) {
        if (forgets) {
            return;
        }
        Map<String, String> now = new TreeMap<>();
        for (GuardedPosition guarded : positions) {
            @Nullable ProtectedPosition held = guarded.position();
            if (held != null) {
                String prefix = prefix(guarded, held.isLong());
                held.toMap().forEach((key, text) -> now.put(prefix + key, text));
            }
        }
        if (sent > 0) {
            now.put(SENT, Long.toString(sent));
        }
        Map<String, Optional<String>> changes = new TreeMap<>();
        now.forEach((key, text) -> {
            if (!text.equals(written.get(key))) {
                changes.put(key, Optional.of(text));
            }
        });
        written.keySet().stream()
                .filter(key -> !now.containsKey(key))
                .forEach(key -> changes.put(key, Optional.empty()));
        if (!changes.isEmpty()) {
            store.write(SECTION, changes);
            written.clear();
            written.putAll(now);
        }
    }
}
