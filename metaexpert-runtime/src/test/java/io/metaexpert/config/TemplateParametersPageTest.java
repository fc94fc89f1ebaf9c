package io.metaexpert.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page has every parameter of the original template, keys that exist and tests that exist. */
class TemplateParametersPageTest {
    private static final Path ROOT =
            Path.of(System.getProperty("basedir", ".")).resolve("..").normalize();
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static final List<String> PARAMETERS = List.of("""
            exchange api_key api_secret api_passphrase subaccount base_url testnet proxy market_type contract_type margin_mode
            position_mode log_level log_file log_trade_file log_error_file log_to_file log_to_console json_logging symbol timeframe
            lookback_bars warmup_bars strategy_id strategy_name comment leverage max_drawdown_pct daily_loss_limit size_type
            size_value max_position_size_quote stop_loss_pct take_profit_pct trailing_stop_pct trailing_activation_pct breakeven_pct
            slippage_pct max_spread_pct max_open_positions max_positions_per_symbol trade_hours allowed_days min_volume
            volatility_filter trend_filter trade_mode backtest_start backtest_end initial_capital""".split("\\s+"));

    /** Those that are set elsewhere than in the configuration. */
    private static final List<String> NO_KEY = List.of("api_key", "api_secret", "api_passphrase", "trade_mode");

    private final List<Row> rows = new ArrayList<>();

    private record Row(String parameter, List<String> keys, String effect, String unit, List<String> tests) {}

    @BeforeEach
    void read() throws IOException {
        for (String line : Files.readAllLines(ROOT.resolve("docs/reference/template-parameters.md"))) {
            if (line.startsWith("| `")) {
                String[] cells = line.split("\\|", -1);
                assertThat(cells).as(line).hasSize(7);
                rows.add(new Row(
                        codes(cells[1]).get(0), codes(cells[2]), cells[3].strip(), cells[4].strip(), codes(cells[5])));
            }
        }
    }

    private static List<String> codes(String cell) {
        List<String> codes = new ArrayList<>();
        Matcher code = CODE.matcher(cell);
        while (code.find()) {
            codes.add(code.group(1));
        }
        return codes;
    }

    @Test
    void hasOneRowForEveryParameter() {
        assertThat(rows.stream().map(Row::parameter)).containsExactlyInAnyOrderElementsOf(PARAMETERS);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.effect()).isNotEmpty();
            assertThat(row.unit()).isNotEmpty();
            assertThat(row.tests()).isNotEmpty();
        });
    }

    @Test
    void namesKeysThatExist() {
        assertThat(rows).filteredOn(row -> !NO_KEY.contains(row.parameter())).allSatisfy(row -> {
            assertThat(row.keys()).isNotEmpty();
            assertThat(Keys.ALL.keySet()).containsAll(row.keys());
        });
    }

    /** A key that is refused but for its default is said to be for later, and no other is. */
    @Test
    void saysWhatHasNoEffectYet() {
        assertThat(rows).filteredOn(row -> !NO_KEY.contains(row.parameter())).allSatisfy(row -> {
            boolean waits =
                    row.keys().stream().anyMatch(key -> Keys.get(key).waitsFor().equals(Keys.LIVE));
            assertThat(row.effect().startsWith("with live trading"))
                    .as(row.parameter())
                    .isEqualTo(waits);
        });
    }

    @Test
    void namesTestsThatExist() {
        assertThat(rows.stream().flatMap(row -> row.tests().stream()).distinct())
                .allSatisfy(name -> {
                    String type = name.substring(0, name.indexOf('.'));
                    String method = name.substring(name.indexOf('.') + 1);

                    assertThat(source(type))
                            .as(name)
                            .hasValueSatisfying(
                                    text -> assertThat(isTest(text, method)).isTrue());
                });
    }

    /** Whether the annotations before the method say so. */
    private static boolean isTest(String source, String method) {
        String before = source.substring(0, Math.max(source.indexOf(" void " + method + "("), 0));
        String annotations = before.substring(before.lastIndexOf("\n    }") + 1);
        return annotations.contains("@Test") || annotations.contains("@ParameterizedTest");
    }

    private static Optional<String> source(String type) throws IOException {
        for (String module : List.of("metaexpert-runtime", "metaexpert-cli")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                Optional<Path> file =
                        files.filter(path -> path.endsWith(type + ".java")).findFirst();
                if (file.isPresent()) {
                    return Optional.of(Files.readString(file.get()));
                }
            }
        }
        return Optional.empty();
    }
}
