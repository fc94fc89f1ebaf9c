package io.metaexpert.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileConfigTest {
    private static final String SECRET = "s3cr3tValue";

    @TempDir
    private Path folder;

    private static List<String> problems(String yaml) {
        return ConfigLoader.parse(yaml).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private List<String> problems(byte[] file) throws Exception {
        Path path = Files.write(folder.resolve("metaexpert.yaml"), file);
        return ConfigLoader.load(ConfigSource.of(path)).problems().stream()
                .map(problem ->
                        problem.toString().replace(folder.toString(), "").substring(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exchange: {api-key: s3cr3tValue}",
                "exchange: {apiKey: s3cr3tValue}",
                "exchange:\n  api_secret: s3cr3tValue",
                "api_passphrase: s3cr3tValue",
                "notify: {telegram-token: s3cr3tValue}",
                "inputs: {password: s3cr3tValue}",
                "sizing: {value: {secret: s3cr3tValue}}",
                "mine: {deeper: {privateKey: s3cr3tValue}}",
            })
    void refusesCredentialsWithoutRepeatingThem(String yaml) {
        ConfigResult result = ConfigLoader.parse(yaml);

        assertThat(result.problems()).anyMatch(problem -> problem.message().equals(Credentials.MESSAGE));
        assertThat(result.problems().toString() + ConfigJson.result(result)).doesNotContain(SECRET);
    }

    @Test
    void refusesCredentialsOfTheCommandLineAndTheEnvironmentWithoutRepeatingThem() {
        ConfigResult result = ConfigLoader.parse(
                "",
                Map.of("METAEXPERT_EXCHANGE_API_SECRET", SECRET, "BINANCE_API_SECRET", SECRET),
                List.of("exchange.api-key=" + SECRET, "exchange.api-secret:" + SECRET));

        assertThat(result.problems())
                .hasSize(3)
                .allMatch(problem -> problem.message().equals(Credentials.MESSAGE));
        assertThat(ConfigJson.result(result)).doesNotContain(SECRET);
    }

    @Test
    void doesNotRepeatTheValueOfAnUnknownKeyAsItMayBeAMisspeltSecret() {
        assertThat(problems("exchange: {apy-kee: " + SECRET + "}").toString()).doesNotContain(SECRET);
    }

    @Test
    void doesNotQuoteTheFileWhereItIsNotYaml() {
        assertThat(problems("exchange:\n  api-key: '" + SECRET + "\nmarket: {"))
                .singleElement()
                .asString()
                .startsWith("metaexpert.yaml:")
                .contains("is not valid YAML")
                .doesNotContain(SECRET);
    }

    @Test
    void refusesABillionLaughs() {
        String bomb = """
                a: &a [lol, lol, lol]
                b: &b [*a, *a, *a]
                c: &c [*b, *b, *b]
                """;

        assertThat(problems(bomb))
                .containsExactly("metaexpert.yaml:2:8: aliases (`*name`) are not allowed: write the value out");
    }

    @Test
    void refusesTags() {
        assertThat(problems("inputs:\n  x: !!javax.script.ScriptEngineManager [1]\n"))
                .containsExactly("metaexpert.yaml:2:6: tags (`!name`) are not allowed: remove it");
    }

    @Test
    void refusesDeepNesting() {
        assertThat(problems("a: " + "[".repeat(10_000)))
                .singleElement()
                .asString()
                .contains("is nested more than 50 levels deep");
        assertThat(problems("{a: ".repeat(10_000)))
                .singleElement()
                .asString()
                .contains("is nested more than 50 levels deep");
    }

    @Test
    void refusesASecondDocumentAndAListAtTheTop() {
        assertThat(problems("market: {}\n---\nmarket: {}\n"))
                .singleElement()
                .asString()
                .contains("more than one document");
        assertThat(problems("- market\n")).containsExactly("metaexpert.yaml:1:1: must hold sections, not a list");
        assertThat(problems("market\n"))
                .containsExactly("metaexpert.yaml:1:1: must begin with a section, such as `strategy:`");
    }

    @Test
    void placesBrokenYaml() {
        assertThat(problems("market:\n  type: spot\n contract: linear\n"))
                .singleElement()
                .asString()
                .startsWith("metaexpert.yaml:3:2: is not valid YAML: ");
        assertThat(problems("market:\n\ttype: spot\n"))
                .singleElement()
                .asString()
                .startsWith("metaexpert.yaml:2:1: ");
    }

    @Test
    void refusesDuplicateKeys() {
        assertThat(problems("market:\n  type: spot\n  type: futures\nmarket: {}\n"))
                .containsExactly(
                        "metaexpert.yaml:3:3 market.type: is there twice, first in line 2; hint: remove one of them",
                        "metaexpert.yaml:4:1 market: is there twice, first in line 1; hint: remove one of them");
    }

    @Test
    void refusesAFileThatIsNotUtf8AndSaysWhere() throws Exception {
        assertThat(problems("strategy:\n  comment: gr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("metaexpert.yaml:2:14: is not UTF-8 text; hint: save the file as UTF-8");
    }

    @Test
    void readsAFileWithAByteOrderMark() throws Exception {
        assertThat(problems("\uFEFFstrategy:\n  comment: gr\u00fcn\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void refusesALargeFile() throws Exception {
        assertThat(problems(new byte[(1 << 20) + 1])).singleElement().asString().contains("is larger than 1 MB");
    }

    @Test
    void refusesControlCharacters() throws Exception {
        assertThat(problems("strategy:\n  comment: a\u0000b\n".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .contains("holds the control character U+0000");
    }

    @Test
    void refusesAMissingFileAFolderAndAProfileThatLeavesTheFolder() {
        assertThat(ConfigLoader.load(ConfigSource.of(folder.resolve("none.yaml")))
                        .problems())
                .singleElement()
                .matches(problem -> problem.message().equals("there is no such file"));
        assertThat(ConfigLoader.load(ConfigSource.of(folder)).problems())
                .singleElement()
                .matches(problem -> problem.message().equals("is a folder, not a file"));
        assertThat(ConfigLoader.load(new ConfigSource(folder, Optional.of("../x"), Map.of(), List.of()))
                        .problems())
                .anyMatch(problem -> problem.file().equals("--profile"));
    }

    @Test
    void refusesADecimalThatWouldNotFitInMemory() {
        assertThat(problems("backtest: {initial-capital: 1e999999999 USDT}")).hasSize(1);
        assertThat(problems("strategy: {id: " + "9".repeat(100_000) + "}")).hasSize(1);
    }
}
