package io.metaexpert.config;

import io.metaexpert.config.Raw.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Collects values from all sources, later ones over earlier ones, and every problem with their keys. */
final class Layers {
    private final Map<String, Raw> values = new HashMap<>();
    private final Set<String> unusable = new HashSet<>();
    private final Map<String, Raw> inputs = new TreeMap<>();
    private final List<Problem> problems;

    Layers(List<Problem> problems) {
        this.problems = problems;
    }

    Map<String, Raw> values() {
        return values;
    }

    Set<String> unusable() {
        return unusable;
    }

    Map<String, Raw> inputs() {
        return inputs;
    }

    /** A file's values. Keys are checked with {@link Key#path}, values with their types. */
    void file(YamlTree.Mapping root) {
        section(root, "");
    }

    private void section(YamlTree.Mapping mapping, String prefix) {
        Map<String, Place> seen = new HashMap<>();
        for (YamlTree.Entry entry : mapping.entries()) {
            String path = prefix + entry.key();
            Place first = seen.putIfAbsent(entry.key(), entry.place());
            if (Credentials.looksLikeOne(entry.key())) {
                problem(entry.place(), path, Credentials.MESSAGE, Credentials.HINT);
            } else if (first != null) {
                problem(entry.place(), path, "is there twice, first in line " + first.line(), "remove one of them");
            } else {
                entry(entry, path);
            }
        }
    }

    private void entry(YamlTree.Entry entry, String path) {
        boolean known = Keys.ALL.containsKey(path) && !entry.key().contains(".");
        boolean section = isSection(path) && !entry.key().contains(".");
        if (!known && !section && !path.startsWith(Keys.INPUTS + ".")) {
            unknown(entry, path);
        } else if (section) {
            subsection(entry, path);
        } else {
            value(entry, path);
        }
    }

    private void subsection(YamlTree.Entry entry, String path) {
        if (entry.value() instanceof YamlTree.Mapping mapping) {
            section(mapping, path + ".");
        } else if (!(entry.value() instanceof YamlTree.Scalar scalar && scalar.empty())) {
            problem(entry.value().place(), path, "is a section: it needs keys, indented below it", "");
        }
    }

    private void value(YamlTree.Entry entry, String path) {
        if (entry.value() instanceof YamlTree.Mapping mapping) {
            problem(mapping.place(), path, "takes a value, not keys below it", "");
            refuseCredentialsIn(mapping, path);
        } else if (entry.value() instanceof YamlTree.Sequence sequence) {
            list(sequence, path);
        } else if (entry.value() instanceof YamlTree.Scalar scalar && !scalar.empty()) {
            put(path, new Raw(List.of(scalar.text()), false, scalar.place()));
        } else {
            problem(entry.place(), path, "has no value", "write one, or remove the line for the default");
        }
    }

    private void list(YamlTree.Sequence sequence, String path) {
        List<String> items = new ArrayList<>();
        for (YamlTree.Node item : sequence.items()) {
            if (!(item instanceof YamlTree.Scalar scalar) || scalar.empty()) {
                problem(item.place(), path, "takes a plain list of values", "");
                return;
            }
            items.add(scalar.text());
        }
        put(path, new Raw(List.copyOf(items), true, sequence.place()));
    }

    private void unknown(YamlTree.Entry entry, String path) {
        problem(entry.place(), path, path.contains(".") ? "is not a key" : "is not a section", suggestion(path));
        if (entry.value() instanceof YamlTree.Mapping mapping) {
            refuseCredentialsIn(mapping, path);
        }
    }

    private void refuseCredentialsIn(YamlTree.Mapping mapping, String path) {
        for (YamlTree.Entry entry : mapping.entries()) {
            String below = path + "." + entry.key();
            if (Credentials.looksLikeOne(entry.key())) {
                problem(entry.place(), below, Credentials.MESSAGE, Credentials.HINT);
            } else if (entry.value() instanceof YamlTree.Mapping deeper) {
                refuseCredentialsIn(deeper, below);
            }
        }
    }

    /** {@code METAEXPERT_<SECTION>_<KEY>}; other variables with that prefix are none of the configuration's business. */
    void environment(Map<String, String> environment) {
        Map<String, String> ours = new TreeMap<>();
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            if (variable.getKey().startsWith(Key.VARIABLES)) {
                ours.put(variable.getKey(), variable.getValue());
            }
        }
        ours.forEach(this::variable);
    }

    private void variable(String name, String text) {
        Optional<String> section = sectionOfVariable(name);
        if (section.isEmpty()) {
            return;
        }
        Place place = new Place(name, 0, 0);
        Map<String, String> paths = new LinkedHashMap<>();
        Keys.ALL.keySet().forEach(path -> paths.put(Key.variable(path), path));
        String rest = name.substring(Key.variable(section.get()).length() + 1);
        String path = paths.get(name);
        if (Credentials.looksLikeOne(rest)) {
            problem(place, "", Credentials.MESSAGE, Credentials.HINT);
        } else if (section.get().equals(Keys.INPUTS)) {
            put(Keys.INPUTS + "." + camelCase(rest), new Raw(List.of(text), false, place));
        } else if (path == null) {
            problem(place, "", "is not a key of the configuration", Suggestions.didYouMean(name, paths.keySet()));
        } else {
            inline(path, text, place);
        }
    }

    private static Optional<String> sectionOfVariable(String name) {
        for (String section : Keys.SECTIONS) {
            if (name.startsWith(Key.variable(section) + "_")) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }

    private static String camelCase(String upper) {
        StringBuilder text = new StringBuilder();
        boolean capital = false;
        for (char c : upper.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c != '_') {
                text.append(capital ? Character.toUpperCase(c) : c);
            }
            capital = c == '_';
        }
        return text.toString();
    }

    /** {@code section.key=value} of the command line. */
    void sets(List<String> sets) {
        for (String set : sets) {
            Place place = new Place("--set", 0, 0);
            int equals = set.indexOf('=');
            String path = (equals < 0 ? set : set.substring(0, equals)).strip();
            if (Credentials.looksLikeOne(path)) {
                problem(place, equals < 0 ? "" : path, Credentials.MESSAGE, Credentials.HINT);
            } else if (equals < 0) {
                problem(place, "", "needs a key and a value", "write --set section.key=value");
            } else if (path.startsWith(Keys.INPUTS + ".")) {
                put(path, new Raw(List.of(set.substring(equals + 1).strip()), false, place));
            } else if (!Keys.ALL.containsKey(path)) {
                problem(place, path, "is not a key", suggestion(path));
            } else {
                inline(path, set.substring(equals + 1).strip(), place);
            }
        }
    }

    private void inline(String path, String text, Place place) {
        if (text.isEmpty()) {
            problem(place, path, "has no value", "");
        } else {
            put(path, Raw.inline(text, place, Keys.get(path).type().lists()));
        }
    }

    private void put(String path, Raw raw) {
        if (path.startsWith(Keys.INPUTS + ".")) {
            input(path, raw);
            return;
        }
        Key<?> key = Keys.get(path);
        values.remove(path);
        unusable.add(path);
        if (raw.list() && !key.type().lists()) {
            problems.add(raw.place().problem(path, shown(raw), "takes one value, not a list", key.allowed(), ""));
            return;
        }
        try {
            key.type().parser().parse(raw.items());
            values.put(path, raw);
            unusable.remove(path);
        } catch (BadValue bad) {
            problems.add(raw.place().problem(path, shown(raw), bad.what(), key.allowed(), bad.hint()));
        }
    }

    private void input(String path, Raw raw) {
        String name = path.substring(Keys.INPUTS.length() + 1);
        if (name.isEmpty() || name.contains(".") || raw.list()) {
            problem(raw.place(), path, "takes the name of an input and one value", "");
            return;
        }
        inputs.put(name, raw);
    }

    static String shown(Raw raw) {
        return Credentials.shown(raw.text());
    }

    private static boolean isSection(String path) {
        if (Keys.SECTIONS.contains(path)) {
            return true;
        }
        for (String key : Keys.ALL.keySet()) {
            if (key.startsWith(path) && key.length() > path.length() && key.charAt(path.length()) == '.') {
                return true;
            }
        }
        return false;
    }

    private static String sectionOf(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    /** The nearest key of the same section, then the same key in another section, then the nearest of all. */
    private static String suggestion(String path) {
        if (!path.contains(".")) {
            return Suggestions.didYouMean(path, Keys.SECTIONS);
        }
        String last = path.substring(path.lastIndexOf('.') + 1);
        Collection<String> all = Keys.ALL.keySet();
        List<String> beside = all.stream()
                .filter(key -> key.startsWith(sectionOf(path) + "."))
                .toList();
        Optional<String> elsewhere = all.stream()
                .filter(key -> key.endsWith("." + last) && !key.equals(path))
                .findFirst();
        String near = Suggestions.nearest(
                        last, beside.stream().map(Layers::lastOf).toList())
                .flatMap(word ->
                        beside.stream().filter(key -> lastOf(key).equals(word)).findFirst())
                .or(() -> elsewhere)
                .orElse("");
        if (all.contains(path)) {
            return "write each part of the key on its own line, indented";
        }
        return near.isEmpty() ? Suggestions.didYouMean(path, all) : "did you mean `" + near + "`?";
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private void problem(Place place, String path, String message, String hint) {
        problems.add(place.problem(path, "", message, "", hint));
    }
}
