package io.metaexpert.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.metaexpert.config.Raw.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A YAML text as located nodes. Nothing is expanded or instantiated: aliases and tags are refused, so a small file cannot
 * grow, and nothing but text, lists and maps can come out.
 */
final class YamlTree {
    private static final int MAX_DEPTH = 50;

    /** A node and where it stands. */
    sealed interface Node {
        Place place();
    }

    /** @param empty nothing was written, or {@code null} */
    record Scalar(String text, boolean empty, Place place) implements Node {}

    record Sequence(List<Node> items, Place place) implements Node {}

    record Mapping(List<Entry> entries, Place place) implements Node {}

    record Entry(String key, Place place, Node value) {}

    /** A text that cannot be read to its end. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Place place;

        Broken(String message, Place place) {
            super(message, null, false, false);
            this.place = place;
        }

        Place place() {
            return place;
        }
    }

    private final String file;
    private final YAMLParser parser;

    private YamlTree(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** Reads one document; an empty text is an empty map. */
    static Mapping parse(String file, String text) throws Broken {
        YAMLFactory factory = YAMLFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .build();
        try (YAMLParser parser = factory.createParser(text)) {
            return new YamlTree(file, parser).document();
        } catch (IOException | RuntimeException e) {
            throw broken(file, e);
        }
    }

    private Mapping document() throws IOException, Broken {
        Place start = new Place(file, 1, 1);
        if (parser.nextToken() == null) {
            return new Mapping(List.of(), start);
        }
        Node root = node();
        if (parser.nextToken() != null) {
            throw new Broken("holds more than one document; remove `---` and what follows", here());
        }
        if (root instanceof Mapping mapping) {
            return mapping;
        }
        if (root instanceof Sequence) {
            throw new Broken("must hold sections, not a list", root.place());
        }
        if (root instanceof Scalar scalar && !scalar.empty()) {
            throw new Broken("must begin with a section, such as `strategy:`", root.place());
        }
        return new Mapping(List.of(), start);
    }

    private Node node() throws IOException, Broken {
        Place place = here();
        refuseTagsAndAliases(place);
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            case VALUE_NULL -> new Scalar("", true, place);
            default -> new Scalar(parser.getText(), parser.getText().isBlank(), place);
        };
    }

    private Mapping mapping(Place place) throws IOException, Broken {
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place keyPlace = here();
            refuseTagsAndAliases(keyPlace);
            String key = parser.currentName();
            parser.nextToken();
            entries.add(new Entry(key, keyPlace, node()));
        }
        return new Mapping(List.copyOf(entries), place);
    }

    private Sequence sequence(Place place) throws IOException, Broken {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new Sequence(List.copyOf(items), place);
    }

    private void refuseTagsAndAliases(Place place) throws IOException, Broken {
        if (parser.isCurrentAlias()) {
            throw new Broken("aliases (`*name`) are not allowed: write the value out", place);
        }
        if (parser.getTypeId() != null) {
            throw new Broken("tags (`!name`) are not allowed: remove it", place);
        }
    }

    private Place here() {
        JsonLocation location = parser.currentTokenLocation();
        return new Place(file, location.getLineNr(), location.getColumnNr());
    }

    /** The parser's own messages quote the file, which may hold a secret; so only what is wrong and where is taken over. */
    private static Broken broken(String file, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
                return new Broken(
                        "is not valid YAML: " + marked.getProblem(),
                        new Place(
                                file,
                                marked.getProblemMark().getLine() + 1,
                                marked.getProblemMark().getColumn() + 1));
            }
            if (cause instanceof org.yaml.snakeyaml.reader.ReaderException reader) {
                return new Broken(
                        "holds the control character U+%04X".formatted(reader.getCodePoint()), new Place(file, 0, 0));
            }
        }
        Place place = e instanceof JsonProcessingException json && json.getLocation() != null
                ? new Place(
                        file, json.getLocation().getLineNr(), json.getLocation().getColumnNr())
                : new Place(file, 0, 0);
        return new Broken(
                e instanceof StreamConstraintsException
                        ? "is nested more than " + MAX_DEPTH + " levels deep"
                        : "is not valid YAML: a key and its value were expected",
                place);
    }
}
