package io.metaexpert.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What Jackson reads must be what was written. */
class JsonTest {
    private static final List<String> TEXTS =
            List.of("BUY", "SELL", "", "a \"quoted\" reason", "tab\tand\nline", "\u00e9\u20ac", "</script>", "\u0001");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void writesTextsThatComeAgainAsTheFirstTime() throws IOException {
        Random random = new Random(6);
        List<String> sides = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        try (Json json = Json.lines(bytes)) {
            json.startArray();
            for (int i = 0; i < 2_000; i++) {
                sides.add(TEXTS.get(random.nextInt(i < 1_000 ? 2 : TEXTS.size())));
                ids.add(i % 50 < 40 ? "id-" + i : TEXTS.get(i % TEXTS.size()));
                json.startObject();
                json.text("side", sides.get(i));
                json.text("id", ids.get(i));
                json.endObject();
            }
            json.endArray();
        }

        JsonNode rows = new ObjectMapper().readTree(bytes.toByteArray());

        assertThat(rows.findValuesAsText("side")).isEqualTo(sides);
        assertThat(rows.findValuesAsText("id")).isEqualTo(ids);
    }

    @Test
    void keepsScriptsFromEndingInTextsThatComeAgain() throws IOException {
        try (Json json = Json.forScript(bytes)) {
            json.startArray();
            for (int i = 0; i < 5; i++) {
                json.startObject();
                json.text("reason", "</script>&");
                json.endObject();
            }
            json.endArray();
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain("<", ">", "&");
        assertThat(new ObjectMapper().readTree(bytes.toByteArray()).findValuesAsText("reason"))
                .hasSize(5)
                .containsOnly("</script>&");
    }

    @Test
    void writesEveryLongAndTheDoublesBetweenThem() throws IOException {
        long[] longs = {0, -1, 42, 999_999_999_999_999_999L, 1_000_000_000_000_000_000L, Long.MIN_VALUE, Long.MAX_VALUE
        };
        double[] doubles = {1, -2, 0.1, 1514764800000.0, 5.0E-4, -1.25E-7, 1e17, 12345678.5, Double.MIN_VALUE};
        try (Json json = Json.lines(bytes)) {
            json.startArray();
            for (long value : longs) {
                json.item(value);
            }
            for (double value : doubles) {
                json.item(value);
            }
            json.item(Double.NaN);
            json.endArray();
        }

        JsonNode read = new ObjectMapper().readTree(bytes.toByteArray());

        for (int i = 0; i < longs.length; i++) {
            assertThat(read.get(i).bigIntegerValue()).isEqualTo(longs[i]);
        }
        for (int i = 0; i < doubles.length; i++) {
            assertThat(read.get(longs.length + i).doubleValue()).isEqualTo(doubles[i]);
        }
        assertThat(read.get(read.size() - 1).isNull()).isTrue();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain("E");
    }
}
