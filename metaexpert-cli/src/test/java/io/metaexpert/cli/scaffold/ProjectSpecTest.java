package io.metaexpert.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectSpecTest {
    private static final Archetype ARCHETYPE = Archetype.load();

    static List<String> hostileNames() {
        return List.of(
                "",
                " ",
                "a b",
                "a\"b",
                "a'b",
                "${x}",
                "$x",
                "#set($x=1)",
                "a\nb",
                "a\u0000b",
                "*/",
                "\u202Etxt",
                "näme",
                "class",
                "Null",
                "CON",
                "lpt1",
                "../x",
                "..",
                ".",
                "a/b",
                "/etc",
                "C:\\x",
                "a\\b",
                "-x",
                "1st",
                "_x",
                "x;rm",
                "<x>",
                "a".repeat(65),
                "a".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void refusesNamesThatAreNoFolderPackageAndClassAtOnce(String name) {
        assertThatThrownBy(() -> spec(Map.of("artifactId", name)))
                .isInstanceOf(UserException.class)
                .message()
                .hasSizeLessThan(200)
                .matches("[ -~…]+");
    }

    @ParameterizedTest
    @CsvSource({
        "my-strategy, MyStrategy, com.example.mystrategy",
        "x, X, com.example.x",
        "a-_-b_2c, AB2c, com.example.ab2c",
        "trailing-, Trailing, com.example.trailing",
        "EmaCross, EmaCross, com.example.emacross"
    })
    void derivesClassAndPackageFromTheName(String name, String className, String packageName) {
        ProjectSpec spec = spec(Map.of("artifactId", name));

        assertThat(spec.get("className")).isEqualTo(className);
        assertThat(spec.get("package")).isEqualTo(packageName);
        assertThat(spec.get("groupId")).isEqualTo("com.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Com.example",
                "com..x",
                ".com",
                "com.",
                "com.class",
                "com.example.new.x",
                "com/x",
                "com.x;",
                "com.${x}",
                "../x",
                "java.x",
                "javax",
                "io.metaexpert.x",
                "1a",
                "com.é",
                ""
            })
    void refusesPackagesThatJavaOrTheFolderCannotHave(String packageName) {
        assertThatThrownBy(() -> spec(Map.of("artifactId", "x", "package", packageName)))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("--package");
    }

    @Test
    void takesTheGroupFromThePackage() {
        assertThat(spec(Map.of("artifactId", "x", "package", "org.me.trading")).get("groupId"))
                .isEqualTo("org.me");
        assertThat(spec(Map.of("artifactId", "x", "package", "trading")).get("groupId"))
                .isEqualTo("trading");
    }

    @ParameterizedTest
    @CsvSource({
        "exchange, binanse, did you mean binance?",
        "template, ema-corss, did you mean ema-cross?",
        "market, options, later version",
        "contract, quanto, 'linear, inverse'",
        "symbol, btc-usdt, write BTC/USDT",
        "symbol, BTC, write base and quote",
        "timeframe, 7m, '1m, 3m, 5m'"
    })
    void saysWhatIsAllowedInstead(String key, String value, String hint) {
        assertThatThrownBy(() -> spec(Map.of("artifactId", "x", key, value)))
                .isInstanceOfSatisfying(
                        UserException.class,
                        mistake -> assertThat(mistake.hint()).contains(hint));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3d", "1w", "1M"})
    void refusesTheTemplateOfTwoTimeframesWhereThereIsNoHigherOne(String timeframe) {
        assertThatThrownBy(() -> spec(Map.of("artifactId", "x", "template", "breakout-mtf", "timeframe", timeframe)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(timeframe);
    }

    @Test
    void refusesEveryClassNameThatTheGeneratedCodeUses() {
        TreeSet<String> used = new TreeSet<>();
        for (String template : ARCHETYPE.templates().keySet()) {
            ProjectFiles files =
                    new Renderer(ARCHETYPE).render(spec(Map.of("artifactId", "my-own", "template", template)));
            files.contents().forEach((path, bytes) -> {
                if (path.toString().endsWith(".java")) {
                    addTypes(new String(bytes, StandardCharsets.UTF_8), used);
                }
            });
        }

        used.removeIf(type -> type.startsWith("MyOwn"));

        assertThat(used).contains("Expert", "ExpertContext", "Test");
        assertThat(used).noneMatch(ARCHETYPE.property("className")::allows);
    }

    private static void addTypes(String java, Set<String> types) {
        Matcher imported =
                Pattern.compile("import (?!static)[a-z0-9.]+\\.([A-Z]\\w*);").matcher(java);
        while (imported.find()) {
            types.add(imported.group(1));
        }
        Matcher used = Pattern.compile("\\b(Math|Double|Integer|String|Object|Override)\\b")
                .matcher(java);
        while (used.find()) {
            types.add(used.group(1));
        }
    }

    private static ProjectSpec spec(Map<String, String> chosen) {
        return ProjectSpec.of(ARCHETYPE, chosen);
    }

    @Test
    void makesInverseProjectsOfContractsInDollars() {
        assertThat(spec(Map.of("artifactId", "x", "market", "futures", "contract", "inverse"))
                        .get("symbol"))
                .isEqualTo("BTC/USD");
        assertThatThrownBy(() -> spec(Map.of("artifactId", "x", "contract", "inverse")))
                .hasMessage("--contract inverse needs the futures market, not spot");
        assertThatThrownBy(() -> spec(
                        Map.of("artifactId", "x", "market", "futures", "contract", "inverse", "symbol", "BTC/USDT")))
                .hasMessageContaining("quoted in USD");
    }
}
