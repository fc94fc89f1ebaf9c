package io.metaexpert.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private final StringWriter shown = new StringWriter();
    private final Map<String, String> chosen = new HashMap<>();

    @Test
    void takesTheUsualAnswersForEmptyLines() {
        ask("my-strategy\n\n\n\n\n\n");

        assertThat(chosen)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "artifactId", "my-strategy",
                        "template", "ema-cross",
                        "exchange", "binance",
                        "market", "spot",
                        "symbol", "BTC/USDT",
                        "timeframe", "15m"));
        assertThat(shown.toString()).contains("rsi-reversion").contains("[BTC/USDT]");
    }

    @Test
    void asksAgainUntilAnAnswerIsAllowed() {
        ask("../x\nclass\ntrend\nblank\nkraken\nokx\nfutures\nquanto\ninverse\nETH/USD\n2m\n4h\n");

        assertThat(chosen)
                .containsEntry("artifactId", "trend")
                .containsEntry("exchange", "okx")
                .containsEntry("contract", "inverse")
                .containsEntry("timeframe", "4h");
        assertThat(shown.toString())
                .contains("`../x` cannot be")
                .contains("`kraken`")
                .contains("`quanto`")
                .contains("[BTC/USD]")
                .contains("`2m`");
    }

    @Test
    void asksNothingThatWasGiven() {
        chosen.putAll(
                Map.of("template", "blank", "exchange", "okx", "market", "spot", "symbol", "A/B", "timeframe", "1d"));

        ask("trend\n");

        assertThat(shown.toString()).contains("Name").doesNotContain("Template").doesNotContain("Exchange");
    }

    @Test
    void endsWhenTheInputDoes() {
        assertThatThrownBy(() -> ask("trend\n")).isInstanceOf(UserException.class);
    }

    private void ask(String answers) {
        new Questions(Archetype.load(), new BufferedReader(new StringReader(answers)), new PrintWriter(shown))
                .ask(chosen);
    }
}
