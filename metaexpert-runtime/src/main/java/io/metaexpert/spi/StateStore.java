package io.metaexpert.spi;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where what has to survive a restart is kept: limits and halts, stops, the strategy's own values. Values are texts under a key, keys belong to
 * a section. Used on one thread; see there for who writes what: {@code "risk"}, {@code "protection"}, {@code "expert"}.
 */
public interface StateStore extends AutoCloseable {
    /** All values of a section, as written last. */
    SortedMap<String, String> read(String section);

    /**
     * Puts and, where the value is empty, removes, all or nothing. When it returns the change is durable: it survives the end of the process and
     * of power.
     *
     * @throws java.io.UncheckedIOException when it could not be made durable; nothing was changed then
     */
    void write(String section, Map<String, Optional<String>> changes);

    /** Whether what is written is forgotten, so that it need not be put together. */
    default boolean forgets() {
        return false;
    }

    /** Keeps nothing; what a backtest uses. */
    static StateStore none() {
        return new NoStateStore();
    }

    @Override
    void close();
}
