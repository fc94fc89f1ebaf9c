package io.metaexpert.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeysTest {
    /** Where the component is not the key in camel case. */
    private static final Map<String, String> COMPONENTS = Map.ofEntries(
            Map.entry("strategy.symbol", "strategy.symbols"),
            Map.entry("sizing.max-position", "risk.maxPosition"),
            Map.entry("risk.daily-loss-limit", "risk.dailyLoss"),
            Map.entry("risk.stress-gap", "risk.stress"),
            Map.entry("execution.max-spread", "risk.maxSpread"),
            Map.entry("execution.max-quote-age", "risk.maxQuoteAge"),
            Map.entry("execution.collar", "risk.collar"),
            Map.entry("portfolio.max-open-positions", "risk.maxOpenPositions"),
            Map.entry("portfolio.max-positions-per-symbol", "risk.maxPositionsPerSymbol"),
            Map.entry("filters.trade-hours", "filters.hours"),
            Map.entry("filters.allowed-days", "filters.days"),
            Map.entry("filters.volatility-band", "filters.band"),
            Map.entry("backtest.fees.maker", "backtest.makerFee"),
            Map.entry("backtest.fees.taker", "backtest.takerFee"));

    static List<KeyExamples> free() {
        return KeyExamples.free();
    }

    static List<KeyExamples> waiting() {
        return KeyExamples.waiting();
    }

    @Test
    void haveAnExampleEach() {
        assertThat(Stream.concat(free().stream(), waiting().stream()).map(KeyExamples::path))
                .containsExactlyInAnyOrderElementsOf(Keys.ALL.keySet());
    }

    @ParameterizedTest
    @MethodSource("free")
    void takeEffectInTheirOwnPlaceAlone(KeyExamples example) throws Exception {
        MetaExpertConfig before = ConfigLoader.parse(
                        "", Map.of(), example.with().isEmpty() ? List.of() : withoutType(example))
                .orThrow();

        MetaExpertConfig after = ConfigLoader.parse(
                        KeyExamples.yaml(example.path(), example.valid()), Map.of(), example.with())
                .orThrow();

        assertThat(after.effective()).containsEntry(example.path(), example.canonical());
        String component = COMPONENTS.getOrDefault(example.path(), camelCase(example.path()));
        assertThat(differences(before, after))
                .contains(component)
                .allMatch(changed ->
                        changed.equals(component) || dependants(example.path()).contains(changed));
    }

    /** The settings beside a key, but for those that are valid only with it. */
    private static List<String> withoutType(KeyExamples example) {
        return switch (example.path()) {
            case "sizing.type" -> List.of();
            case "backtest.underlying" ->
                Stream.concat(example.with().stream(), Stream.of("backtest.underlying=sample"))
                        .toList();
            default -> example.with();
        };
    }

    /** What changes with a key because its default comes from the exchange or from the other half of a pair. */
    private static List<String> dependants(String path) {
        return switch (path) {
            case "market.contract" -> List.of("backtest.initialCapital");
            case "market.position-mode" -> List.of("risk.maxPositionsPerSymbol");
            case "exchange.name", "market.type" -> List.of("backtest.makerFee", "backtest.takerFee");
            case "sizing.type" -> List.of("sizing.value");
            default -> List.of();
        };
    }

    @ParameterizedTest
    @MethodSource("free")
    void refuseAnInvalidValueAndSayWhatIsAllowed(KeyExamples example) {
        String yaml = KeyExamples.yaml(example.path(), example.invalid());

        List<Problem> problems = ConfigLoader.parse(yaml, Map.of(), List.of()).problems();

        assertThat(problems).hasSize(1);
        Problem problem = problems.get(0);
        assertThat(problem.key()).isEqualTo(example.path());
        assertThat(problem.line()).isEqualTo((int) yaml.lines().count());
        if (!problem.message().equals("has no value")) {
            assertThat(problem.allowed()).isNotEmpty();
            assertThat(problem.column())
                    .isEqualTo(yaml.lines().toList().getLast().indexOf(": ") + 3);
        }
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void refuseWhatHasNoEffectYetAndNameTheNeutralValue(KeyExamples example) {
        List<Problem> problems = ConfigLoader.parse(KeyExamples.yaml(example.path(), example.valid()))
                .problems();

        assertThat(problems).hasSize(1);
        String neutral = Keys.get(example.path()).defaultText();
        assertThat(problems.get(0).toString())
                .contains(example.path() + ": is not supported yet, it comes with ", "set it to `" + neutral + "`")
                .doesNotContain("hidden");
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void takeTheNeutralValue(KeyExamples example) {
        String neutral = Keys.get(example.path()).defaultText();

        assertThat(ConfigLoader.parse(KeyExamples.yaml(example.path(), neutral)).problems())
                .isEmpty();
    }

    @Test
    void haveOneVariableEach() {
        assertThat(Keys.ALL.values().stream().map(Key::variable)).doesNotHaveDuplicates();
    }

    private static List<String> differences(MetaExpertConfig before, MetaExpertConfig after) throws Exception {
        List<String> changed = new ArrayList<>();
        for (RecordComponent section : MetaExpertConfig.class.getRecordComponents()) {
            if (!section.getType().isRecord()) {
                continue;
            }
            Object old = section.getAccessor().invoke(before);
            Object now = section.getAccessor().invoke(after);
            for (RecordComponent value : section.getType().getRecordComponents()) {
                if (!value.getAccessor().invoke(old).equals(value.getAccessor().invoke(now))) {
                    changed.add(section.getName() + "." + value.getName());
                }
            }
        }
        return changed;
    }

    private static String camelCase(String path) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '-') {
                text.append(i > 0 && path.charAt(i - 1) == '-' ? Character.toUpperCase(c) : c);
            }
        }
        return text.toString();
    }
}
