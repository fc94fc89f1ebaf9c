package io.metaexpert.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.metaexpert.analysis.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented schema, checked with the few keywords that it uses; an unknown keyword fails the test. */
class ReportSchemaTest {
    private static final Path REFERENCE = Path.of("..", "docs", "reference");

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<String> problems = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void describesEveryKeyOfAReport() throws IOException {
        JsonNode schema = schema();

        check(schema, schema, report(SampleRun.of(2_000, 100)), "$");
        check(schema, schema, report(SampleRun.of(30, 1_000)), "$");
        JsonNode hedged = report(SampleRun.hedged());
        check(schema, schema, hedged, "$");
        assertThat(hedged.at("/margin/liquidations").asInt()).isEqualTo(1);
        assertThat(hedged.at("/orders/0/trailFraction").asText()).isEqualTo("0.02");
        assertThat(hedged.at("/fills/0/positionSide").asText()).isEqualTo("LONG");
        JsonNode quarter = report(SampleRun.of(180_000, 500));
        check(schema, schema, quarter, "$");

        assertThat(problems).isEmpty();
        assertThat(quarter.at("/rolling/1/points").size()).isEqualTo(35);
        assertThat(quarter.at("/regimes/parts").size()).isEqualTo(7);
        assertThat(quarter.at("/benchmarks/0/points").size()).isEqualTo(125);
        assertThat(quarter.at("/breakdown/exitReasons").size()).isEqualTo(1);
    }

    @Test
    void namesEveryKindOfFindingInTheSchemaAndInTheGuide() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "concepts", "run-and-report.md"));
        JsonNode kinds = schema().at("/properties/findings/items/properties/kind/enum");

        assertThat(mapper.convertValue(kinds, Finding.Kind[].class)).containsExactly(Finding.Kind.values());
        for (Finding.Kind kind : Finding.Kind.values()) {
            assertThat(guide).contains("| `" + kind + "` |");
        }
    }

    @Test
    void refusesAMissingAnUnknownAndAWrongValue() throws IOException {
        var report = (ObjectNode) report(SampleRun.of(300, 50));
        report.remove("notes");
        report.put("surprise", 1);
        ((ObjectNode) report.get("summary")).put("fees", 1.5).put("from", "yesterday");

        check(schema(), schema(), report, "$");

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "$: lacks notes", "$.surprise: unknown", "$.summary.fees: type", "$.summary.from: pattern");
    }

    @Test
    void listsEveryFigureInTheReference() throws IOException {
        String reference = Files.readString(REFERENCE.resolve("report.md"));

        for (Figure figure : Figures.undefined()) {
            assertThat(reference).contains("| `" + figure.key() + "` |");
        }
    }

    private JsonNode schema() throws IOException {
        return mapper.readTree(REFERENCE.resolve("report.schema.json").toFile());
    }

    private JsonNode report(RunRecord run) throws IOException {
        SampleRun.write(run, folder.resolve("run"), ReportOptions.DEFAULT);
        return mapper.readTree(folder.resolve("run").resolve("report.json").toFile());
    }

    private void check(JsonNode root, JsonNode schema, JsonNode value, String at) {
        schema.properties().forEach(keyword -> {
            JsonNode wanted = keyword.getValue();
            switch (keyword.getKey()) {
                case "$schema", "title", "$defs", "properties" -> {}
                case "$ref" -> check(root, root.at(wanted.asText().substring(1)), value, at);
                case "const" -> require(wanted.equals(value), at + ": const");
                case "enum" -> require(contains(wanted, value), at + ": enum");
                case "type" -> require(hasType(wanted, value), at + ": type");
                case "pattern" ->
                    require(!value.isTextual() || value.asText().matches(wanted.asText()), at + ": pattern");
                case "minimum" -> require(!value.isNumber() || value.asDouble() >= wanted.asDouble(), at + ": minimum");
                case "maxItems" -> require(value.size() <= wanted.asInt(), at + ": maxItems");
                case "items" -> value.forEach(item -> check(root, wanted, item, at + "[]"));
                case "required" ->
                    wanted.forEach(key -> require(value.has(key.asText()), at + ": lacks " + key.asText()));
                case "additionalProperties" -> properties(root, schema, value, at);
                default -> throw new AssertionError("unknown keyword " + keyword.getKey());
            }
        });
    }

    private void properties(JsonNode root, JsonNode schema, JsonNode value, String at) {
        value.properties().forEach(property -> {
            String path = at + "." + property.getKey();
            JsonNode known = schema.path("properties").path(property.getKey());
            JsonNode others = schema.get("additionalProperties");
            if (!known.isMissingNode()) {
                check(root, known, property.getValue(), path);
            } else if (others.isObject()) {
                check(root, others, property.getValue(), path);
            } else {
                problems.add(path + ": unknown");
            }
        });
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        boolean found = false;
        for (JsonNode one : list) {
            found |= one.equals(value);
        }
        return found;
    }

    private static boolean hasType(JsonNode wanted, JsonNode value) {
        if (wanted.isArray()) {
            boolean any = false;
            for (JsonNode one : wanted) {
                any |= hasType(one, value);
            }
            return any;
        }
        return switch (wanted.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "null" -> value.isNull();
            default -> throw new AssertionError("unknown type " + wanted);
        };
    }

    private void require(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }
}
