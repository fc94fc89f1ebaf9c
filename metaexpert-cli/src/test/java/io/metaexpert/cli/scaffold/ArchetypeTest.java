package io.metaexpert.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.testing.ExpertTester;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The command and the archetype plugin give the same projects and refuse the same properties. */
class ArchetypeTest {
    private static final Archetype ARCHETYPE = Archetype.load();
    private static final Renderer RENDERER = new Renderer(ARCHETYPE);

    @TempDir
    static Path folder;

    private static PluginGenerator plugin;

    @BeforeAll
    static void openTheArchetype() throws IOException {
        plugin = new PluginGenerator(folder);
    }

    static List<String> templates() {
        return List.copyOf(ARCHETYPE.templates().keySet());
    }

    @Test
    void listsTheTemplatesThatItsPropertyAllows() {
        assertThat(templates()).isEqualTo(ARCHETYPE.property("template").choices());
    }

    @Test
    void namesEveryFileOfTheTree() throws IOException {
        Path tree = Path.of("..", "templates", "project");
        List<String> files;
        try (Stream<Path> paths = Files.walk(tree)) {
            files = paths.filter(Files::isRegularFile)
                    .map(path -> tree.relativize(path).toString().replace('\\', '/'))
                    .toList();
        }

        List<String> named = ARCHETYPE.files().stream()
                .map(file -> file.directory() + file.name())
                .filter(file -> !file.contains("mvn"))
                .toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(files);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void rendersByteForByteWhatThePluginDoesForAllChoices(String template) throws Exception {
        int compared = 0;
        for (ProjectSpec spec : allChoices(template)) {
            Path project = plugin.generate(spec, "p" + compared);

            assertThat(contents(project)).as(spec.toString()).isEqualTo(texts(RENDERER.render(spec)));
            assertThat(ExpertTester.configProblems(project.resolve("metaexpert.yaml")))
                    .as(spec.toString())
                    .isEmpty();
            compared++;
        }

        assertThat(compared).isGreaterThanOrEqualTo(5 * 2 * 13);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void leavesNothingOfTheTemplateLanguage(String template) {
        texts(RENDERER.render(spec(Map.of("artifactId", "my-own", "template", template))))
                .forEach((path, text) -> {
                    if (!path.contains("mvn")) {
                        assertThat(text)
                                .as(path)
                                .doesNotContain("#if", "#end", "#set", "#parse", "#[[", "]]#", "${", "@project");
                        assertThat(text).as(path).endsWith("\n").doesNotContain(" \n", "\t");
                    }
                });
    }

    @Test
    void usesThePluginVersionsOfOurOwnBuild() throws IOException {
        Map<String, String> ours = pluginVersions(Files.readString(Path.of("..", "pom.xml")));
        Map<String, String> theirs = pluginVersions(
                texts(RENDERER.render(spec(Map.of("artifactId", "x")))).getOrDefault("pom.xml", ""));

        assertThat(theirs).hasSize(7);
        assertThat(ours).containsAllEntriesOf(theirs);
    }

    @ParameterizedTest
    @CsvSource({"my-strategy", "x", "a-_-b_2c", "trailing-", "EmaCross"})
    void thePluginDerivesTheSameClassAndPackage(String name) throws Exception {
        ProjectSpec spec = spec(Map.of("artifactId", name));
        Map<String, String> given = Map.of("artifactId", name, "groupId", "com.example");

        assertThat(plugin.defaultOf("className", given)).isEqualTo(spec.get("className"));
        assertThat(plugin.defaultOf("package", given)).isEqualTo(spec.get("package"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void thePluginAllowsWhatTheCommandAllows(String template) {
        for (ProjectSpec spec : allChoices(template)) {
            assertThatCode(() -> plugin.defaultOf("checked", spec.properties())).doesNotThrowAnyException();
        }
    }

    static List<Map.Entry<String, String>> badProperties() {
        List<Map.Entry<String, String>> bad = new ArrayList<>();
        ProjectSpecTest.hostileNames().forEach(name -> bad.add(Map.entry("artifactId", name)));
        List.of("7m", "1D", "").forEach(value -> bad.add(Map.entry("timeframe", value)));
        List.of("BTC", "btc/usdt", "BTC/USDT\n", "${x}").forEach(value -> bad.add(Map.entry("symbol", value)));
        List.of("../x", "com.class", "Com", "java.x").forEach(value -> bad.add(Map.entry("package", value)));
        List.of("../../X", "Bar", "x").forEach(value -> bad.add(Map.entry("className", value)));
        bad.add(Map.entry("exchange", "kraken"));
        bad.add(Map.entry("market", "options"));
        bad.add(Map.entry("contract", "quanto"));
        bad.add(Map.entry("template", "none"));
        bad.add(Map.entry("groupId", "a b"));
        bad.add(Map.entry("version", "../1"));
        bad.add(Map.entry("dot", "/"));
        return bad;
    }

    @ParameterizedTest
    @MethodSource("badProperties")
    void thePluginRefusesBadPropertiesBeforeItWritesAnything(Map.Entry<String, String> bad) {
        Map<String, String> properties =
                new HashMap<>(spec(Map.of("artifactId", "x")).properties());
        properties.put(bad.getKey(), bad.getValue());

        assertThatThrownBy(() -> plugin.defaultOf("checked", properties))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Nothing was created: " + bad.getKey());
        assertThat(ARCHETYPE.property(bad.getKey()).allows(bad.getValue())).isFalse();
    }

    @Test
    void thePluginMakesInverseProjectsOfContractsInDollars() throws Exception {
        ProjectSpec inverse = spec(Map.of("artifactId", "x", "market", "futures", "contract", "inverse"));
        Map<String, String> spot = new HashMap<>(inverse.properties());
        spot.put("market", "spot");
        Map<String, String> inTether = new HashMap<>(inverse.properties());
        inTether.put("symbol", "BTC/USDT");

        assertThat(plugin.defaultOf("symbol", inverse.properties())).isEqualTo("BTC/USD");
        assertThat(plugin.defaultOf("symbol", Map.of("contract", "linear"))).isEqualTo("BTC/USDT");
        for (Map<String, String> bad : List.of(spot, inTether)) {
            assertThatThrownBy(() -> plugin.defaultOf("checked", bad)).isInstanceOf(ResourceNotFoundException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"3d", "1w", "1M"})
    void thePluginRefusesTheTemplateOfTwoTimeframesWhereThereIsNoHigherOne(String timeframe) {
        Map<String, String> properties =
                new HashMap<>(spec(Map.of("artifactId", "x")).properties());
        properties.put("template", "breakout-mtf");
        properties.put("timeframe", timeframe);

        assertThatThrownBy(() -> plugin.defaultOf("checked", properties)).isInstanceOf(ResourceNotFoundException.class);
    }

    /** Every exchange, market and timeframe; symbols and names in turn, so that each meets many of them. */
    private static List<ProjectSpec> allChoices(String template) {
        List<String> symbols = List.of("BTC/USDT", "ETH/EUR", "1INCH/USDC", "SOL/BTC");
        List<String> inverseSymbols = List.of("BTC/USD", "SOL/USD", "PEPE/USD", "BNB/USD", "ETH/USD");
        List<String> names = List.of("my-strategy", "x", "Trend_Follower-2");
        List<ProjectSpec> specs = new ArrayList<>();
        for (String exchange : ARCHETYPE.property("exchange").choices()) {
            for (String market : ARCHETYPE.property("market").choices()) {
                for (String timeframe : ARCHETYPE.property("timeframe").choices()) {
                    if (template.equals("breakout-mtf") && timeframe.matches("3d|1w|1M")) {
                        continue;
                    }
                    int turn = specs.size();
                    boolean inverse = market.equals("futures") && turn % 3 == 0;
                    specs.add(spec(Map.of(
                            "template",
                            template,
                            "exchange",
                            exchange,
                            "market",
                            market,
                            "contract",
                            inverse ? "inverse" : "linear",
                            "timeframe",
                            timeframe,
                            "symbol",
                            inverse
                                    ? inverseSymbols.get(turn % inverseSymbols.size())
                                    : symbols.get(turn % symbols.size()),
                            "artifactId",
                            names.get(turn % names.size()),
                            "package",
                            turn % 2 == 0 ? "com.example.mine" : "trading")));
                }
            }
        }
        return specs;
    }

    private static ProjectSpec spec(Map<String, String> chosen) {
        return ProjectSpec.of(ARCHETYPE, chosen);
    }

    private static Map<String, String> texts(ProjectFiles files) {
        Map<String, String> texts = new HashMap<>();
        files.contents()
                .forEach((path, bytes) ->
                        texts.put(path.toString().replace('\\', '/'), new String(bytes, StandardCharsets.ISO_8859_1)));
        return texts;
    }

    private static Map<String, String> contents(Path project) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> paths = Files.walk(project)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                texts.put(
                        project.relativize(path).toString().replace('\\', '/'),
                        Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }

    private static Map<String, String> pluginVersions(String pom) {
        Map<String, String> versions = new HashMap<>();
        Matcher matcher = Pattern.compile("<artifactId>(maven-\\w+-plugin)</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(pom);
        while (matcher.find()) {
            versions.put(matcher.group(1), matcher.group(2));
        }
        return versions;
    }
}
