package io.metaexpert.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The configuration as JSON Schema (draft 2020-12), for editors. The loader alone decides; the schema cannot see how values fit together. */
public final class ConfigSchema {
    private ConfigSchema() {}

    /** The schema as JSON. */
    public static String json() {
        Map<String, Object> root = object("metaexpert.yaml");
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "MetaExpert configuration");
        schema.putAll(root);
        Keys.ALL.values().forEach(key -> put(schema, key.path().split("\\.", -1), 0, value(key)));
        properties(schema).put(Keys.INPUTS, inputs());
        return ConfigJson.write(schema);
    }

    private static void put(Map<String, Object> parent, String[] path, int depth, Map<String, Object> value) {
        if (depth == path.length - 1) {
            properties(parent).put(path[depth], value);
            return;
        }
        Map<String, Object> section = child(parent, path[depth]);
        put(section, path, depth + 1, value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        return (Map<String, Object>) properties(parent).computeIfAbsent(name, section -> object("Section " + section));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Map<String, Object> object) {
        return (Map<String, Object>) object.computeIfAbsent("properties", none -> new LinkedHashMap<String, Object>());
    }

    /** An empty section, all its keys commented out, is {@code null} in YAML. */
    private static Map<String, Object> object(String description) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("description", description);
        object.put("type", List.of("object", "null"));
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> value(Key<?> key) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", key.description());
        schema.put("default", typed(key, key.defaultText()));
        if (key.supported().isEmpty()) {
            schema.putAll(key.type().schema());
        } else {
            schema.put(
                    "enum",
                    key.supported().stream()
                            .flatMap(text -> spellings(key, text))
                            .toList());
        }
        return schema;
    }

    private static Stream<Object> spellings(Key<?> key, String text) {
        Object typed = typed(key, text);
        return typed instanceof String word ? ValueType.spellings(word).stream() : Stream.of(typed);
    }

    private static Object typed(Key<?> key, String text) {
        if (takes(key, "boolean")) {
            return Boolean.valueOf(text);
        }
        return takes(key, "integer") && text.matches("[0-9]+") ? Long.valueOf(text) : text;
    }

    /** Whether values of this type are taken, be it beside a word for "none". */
    private static boolean takes(Key<?> key, String type) {
        Map<String, Object> schema = key.type().schema();
        return type.equals(schema.get("type"))
                || (schema.get("anyOf") instanceof List<?> kinds
                        && kinds.stream()
                                .anyMatch(kind -> kind instanceof Map<?, ?> map && type.equals(map.get("type"))));
    }

    private static Map<String, Object> inputs() {
        Map<String, Object> inputs = object("Values for the strategy's @Input fields");
        inputs.put("additionalProperties", Map.of("type", List.of("string", "number", "boolean")));
        return inputs;
    }
}
