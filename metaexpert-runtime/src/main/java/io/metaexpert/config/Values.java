package io.metaexpert.config;

import io.metaexpert.config.Raw.Place;
import io.metaexpert.market.ContractType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values in effect of keys whose texts have all been checked. */
final class Values {
    private final Map<String, Raw> set;
    private final Set<String> unusable;
    private final String file;

    /** @param unusable keys that were set to something wrong; they count as not set */
    Values(Map<String, Raw> set, Set<String> unusable, String file) {
        this.set = set;
        this.unusable = new HashSet<>(unusable);
        this.file = file;
    }

    /** No check looks at this key any more, as it has its problem already. */
    void giveUp(Key<?> key) {
        unusable.add(key.path());
    }

    boolean usable(Key<?> key) {
        return !unusable.contains(key.path());
    }

    /** Whether all of them are. */
    boolean usable(Key<?>... keys) {
        return Arrays.stream(keys).allMatch(this::usable);
    }

    <T> T get(Key<T> key) {
        Raw raw = set.get(key.path());
        try {
            return key.type().parser().parse(raw == null ? List.of(key.defaultText()) : raw.items());
        } catch (BadValue e) {
            throw new IllegalStateException(key.path() + " was not checked", e);
        }
    }

    boolean isSet(Key<?> key) {
        return set.containsKey(key.path());
    }

    /** Type and contract of the market as one. */
    ContractType contractType() {
        return new MetaExpertConfig.Market(
                        get(Keys.MARKET_TYPE), get(Keys.CONTRACT), get(Keys.MARGIN_MODE), get(Keys.POSITION_MODE))
                .contractType();
    }

    /** Where a key was set; the file as a whole when it was not. */
    Place place(Key<?> key) {
        Raw raw = set.get(key.path());
        return raw == null ? new Place(file, 0, 0) : raw.place();
    }

    /** A problem with a valid value that does not fit another one; placed at the first of the keys that was set. */
    Problem problem(String message, String hint, Key<?>... keys) {
        Key<?> blamed = keys[0];
        for (int i = keys.length - 1; i >= 0; i--) {
            blamed = isSet(keys[i]) ? keys[i] : blamed;
        }
        return place(blamed).problem(blamed.path(), Credentials.shown(text(blamed)), message, "", hint);
    }

    <T> String text(Key<T> key) {
        return key.type().format().apply(get(key));
    }

    SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        Keys.ALL.values().forEach(key -> texts.put(key.path(), text(key)));
        return texts;
    }
}
