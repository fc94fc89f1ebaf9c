package io.metaexpert.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)> & \"quoted\" <!--";

    @Test
    void letsNoNameOutOfItsPlace() throws IOException {
        String page = page(SampleRun.named(HOSTILE));

        assertThat(page).doesNotContain("<img", "</script><");
        JsonNode data = new ObjectMapper()
                .readTree(block(page, "<script type=\"application/json\" id=\"data\">")
                        .get(0));
        assertThat(data.get("expert").asText()).isEqualTo(HOSTILE);
        assertThat(page)
                .contains("<title>&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot; &lt;!-- -"
                        + " MetaExpert</title>");
    }

    @Test
    void allowsExactlyTheScriptsAndTheStyleThatItHolds() throws IOException, NoSuchAlgorithmException {
        String page = page(SampleRun.of(300, 50));

        List<String> parts = new ArrayList<>(block(page, "<script>"));
        parts.addAll(block(page, "<style>"));
        assertThat(parts).hasSize(3);
        for (String part : parts) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(part.getBytes(StandardCharsets.UTF_8));
            assertThat(page).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
        assertThat(page).contains("default-src 'none'").doesNotContain("unsafe-inline", "unsafe-eval");
    }

    @Test
    void asksTheNetworkForNothing() throws IOException {
        String page = page(SampleRun.of(300, 50));

        assertThat(page).doesNotContain("src=\"", "href=\"", "url(", "@import", "fetch(", "style=\"");
    }

    @Test
    void keepsTheNoticeOfTheChartLibrary() throws IOException {
        assertThat(page(SampleRun.of(300, 50))).contains("The MIT License", "Leon Sorokin");
    }

    @Test
    void drawsARunWithoutARoundTrip() throws IOException {
        assertThat(page(SampleRun.of(5, 1_000))).contains("\"profit\":[]");
    }

    @Test
    void holdsTheFindingsAndThePartsOfTheRun() throws IOException {
        JsonNode data = new ObjectMapper()
                .readTree(block(page(SampleRun.of(180_000, 500)), "<script type=\"application/json\" id=\"data\">")
                        .get(0));

        assertThat(data.at("/findings/0").asText()).startsWith("The data of BTC/USDT are synthetic");
        assertThat(data.at("/benchmarks/0/equity").size()).isEqualTo(125);
        assertThat(data.at("/rolling/0/sharpe").size()).isEqualTo(95);
        assertThat(data.at("/breakdown/1/1").size()).isEqualTo(2);
        assertThat(data.at("/regimes/parts").size()).isEqualTo(7);
    }

    private static String page(RunRecord run) throws IOException {
        var out = new ByteArrayOutputStream();
        EquityPoints points =
                EquityPoints.of(run.result().equity(), run.result().metrics().startEquity(), 5_000);
        HtmlReport.write(run, Derived.of(run, RunAnalysis.of(run), points), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> block(String page, String open) {
        var matcher =
                Pattern.compile(Pattern.quote(open) + "(.*?)</", Pattern.DOTALL).matcher(page);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
