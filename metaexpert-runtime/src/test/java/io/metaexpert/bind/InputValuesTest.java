package io.metaexpert.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.metaexpert.UserException;
import io.metaexpert.api.Expert;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnBar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InputValuesTest {
    enum Mode {
        LONG_ONLY,
        BOTH
    }

    @Expert
    static final class Settings {
        @Input(min = 5, max = 50, step = 1, description = "Bars of the fast average")
        int fastPeriod = 12;

        @Input(max = 10_000_000_000L)
        long count = 3;

        @Input(min = 0.001, max = 0.1, percent = true)
        double stop = 0.02;

        @Input
        double factor = 1.5;

        @Input
        boolean enabled;

        @Input
        String text = "x";

        @Input
        Mode mode = Mode.BOTH;

        @Input
        Duration pause = Duration.ofMinutes(15);

        @OnBar
        void trade() {}
    }

    @Expert
    static final class Wanting {
        @Input(min = 5)
        int period = 3;

        @Input
        @Nullable
        String required;

        @OnBar
        void trade() {}
    }

    private static Settings with(String name, String value) {
        return (Settings) ExpertBinder.bind(Settings.class, Map.of(name, value)).instance();
    }

    private static UserException refused(String name, String value) {
        return catchThrowableOfType(UserException.class, () -> ExpertBinder.bind(Settings.class, Map.of(name, value)));
    }

    @Test
    void readsEveryType() {
        assertThat(with("fastPeriod", " 20 ").fastPeriod).isEqualTo(20);
        assertThat(with("count", "9000000000").count).isEqualTo(9_000_000_000L);
        assertThat(with("stop", "2.5%").stop).isEqualTo(0.025);
        assertThat(with("factor", "-3e2").factor).isEqualTo(-300);
        assertThat(with("enabled", "True").enabled).isTrue();
        assertThat(with("text", " kept as it is ").text).isEqualTo(" kept as it is ");
        assertThat(with("mode", "long-only").mode).isEqualTo(Mode.LONG_ONLY);
        assertThat(with("mode", "Long_Only").mode).isEqualTo(Mode.LONG_ONLY);
        assertThat(with("pause", "90s").pause).isEqualTo(Duration.ofSeconds(90));
        assertThat(with("pause", "PT1H30M").pause).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void showsAllInputsInEffectSortedByName() {
        Map<String, String> inputs = ExpertBinder.bind(Settings.class, Map.of("stop", "0.50%", "pause", "60s"))
                .inputs();

        assertThat(inputs.toString())
                .isEqualTo(
                        "{count=3, enabled=false, factor=1.5, fastPeriod=12, mode=both, pause=1m, stop=0.5%, text=x}");
    }

    @Test
    void refusesABareNumberForAPercentage() {
        UserException e = refused("stop", "2");

        assertThat(e).hasMessage("inputs.stop: \"2\" has no unit, allowed is a percentage from 0.1% to 10%");
        assertThat(e.hint()).isEqualTo("Write 2% for 2 percent, 200% for the fraction 2.");
    }

    @Test
    void refusesValuesOutOfRangeAndNamesTheRange() {
        assertThat(refused("fastPeriod", "100"))
                .hasMessage("inputs.fastPeriod: 100 is out of range, allowed is a whole number from 5 to 50");
        assertThat(refused("count", "10000000001"))
                .hasMessage(
                        "inputs.count: 10000000001 is out of range, allowed is a whole number of at most 10000000000");
        assertThat(refused("stop", "20%"))
                .hasMessage("inputs.stop: 20% is out of range, allowed is a percentage from 0.1% to 10%");
        assertThat(refused("factor", "1e999")).hasMessageContaining("is out of range");
    }

    @Test
    void refusesTextThatIsNotOfTheType() {
        assertThat(refused("fastPeriod", "1.5"))
                .hasMessage("inputs.fastPeriod: \"1.5\" is not a whole number from 5 to 50");
        assertThat(refused("fastPeriod", "5000000000")).hasMessageContaining("is not a whole number");
        assertThat(refused("factor", "NaN")).hasMessage("inputs.factor: \"NaN\" is not a number");
        assertThat(refused("enabled", "yes")).hasMessage("inputs.enabled: \"yes\" is not one of true, false");
        assertThat(refused("mode", "long-onli").hint()).startsWith("Did you mean long-only?");
        assertThat(refused("pause", "5 minutes"))
                .hasMessage("inputs.pause: \"5 minutes\" is not a duration, such as 500ms, 60s, 15m, 1h or 1d");
    }

    @Test
    void suggestsTheInputThatWasMeant() {
        UserException e = refused("fast-period", "20");

        assertThat(e).hasMessage("inputs.fast-period: no such input");
        assertThat(e.hint())
                .isEqualTo("Did you mean fastPeriod? Inputs of Settings: count, enabled, factor, fastPeriod, mode,"
                        + " pause, stop, text.");
    }

    @Test
    void reportsWrongValuesDefaultsAndMissingOnesTogether() {
        UserException e = catchThrowableOfType(
                UserException.class, () -> ExpertBinder.bind(Wanting.class, Map.of("period", "x")));

        assertThat(String.valueOf(e.getMessage())
                        .lines()
                        .filter(line -> line.startsWith("  ") && !line.startsWith("    ")))
                .containsExactly(
                        "  Wanting.period: the default 3 is out of range, allowed is a whole number of at least 5",
                        "  inputs.period: \"x\" is not a whole number of at least 5",
                        "  inputs.required: has no default, so a value must be given");
    }

    @Test
    void describesInputsForOthers() {
        assertThat(ExpertBinder.inputs(Settings.class))
                .hasSize(8)
                .contains(
                        new InputSpec(
                                "fastPeriod",
                                InputType.INT,
                                Optional.of("12"),
                                5,
                                50,
                                1,
                                false,
                                "Bars of the fast average",
                                List.of()),
                        new InputSpec(
                                "mode",
                                InputType.ENUM,
                                Optional.of("both"),
                                Double.NEGATIVE_INFINITY,
                                Double.POSITIVE_INFINITY,
                                0,
                                false,
                                "",
                                List.of("long-only", "both")));
    }

    @Test
    void printsDurationsAsTheyAreRead() {
        for (String text : new String[] {"500ms", "60s", "15m", "1h", "1d", "0s", "36h"}) {
            Duration duration = Durations.parse(text).orElseThrow();
            assertThat(Durations.parse(Durations.print(duration))).contains(duration);
        }
        assertThat(Durations.parse("99999999999999999d")).isEmpty();
        assertThat(Durations.print(Duration.ofMillis(-5))).isEqualTo("PT-0.005S");
    }
}
