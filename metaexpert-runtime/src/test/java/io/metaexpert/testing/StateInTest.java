package io.metaexpert.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.OnBar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Testers that go on where another one ended. */
class StateInTest {
    private static final List<String> seen = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void forget() {
        seen.clear();
    }

    /** Counts bars over all its lives, and takes the count back at the fifth. */
    @Expert
    static final class Counter {
        @OnBar
        void count(ExpertContext ctx) {
            int bars = ctx.state().get("bars").map(Integer::parseInt).orElse(0) + 1;
            ctx.state().put("bars", String.valueOf(bars));
            if (bars == 5) {
                ctx.state().remove("bars");
            }
            seen.add(ctx.state().get("bars").orElse("none"));
        }
    }

    private ExpertTester start() {
        return ExpertTester.of(Counter.class).stateIn(folder).start();
    }

    @Test
    void valuesOfTheStrategySurviveAKill() {
        ExpertTester first = start();
        first.closes(1, 1);
        first.kill();
        ExpertTester second = start();
        second.closes(1, 1);
        second.end();
        ExpertTester third = start();
        third.closes(1);
        third.kill();
        ExpertTester last = start();
        last.closes(1);
        last.kill();

        assertThat(seen).containsExactly("1", "2", "3", "4", "none", "1");
    }

    @Test
    void valuesLiveAsLongAsTheRunWithoutAStore() {
        ExpertTester.of(Counter.class).start().closes(1, 1);
        ExpertTester.of(Counter.class).start().closes(1);

        assertThat(seen).containsExactly("1", "2", "1");
    }

    @Test
    void twoTestersDoNotShareAState() {
        ExpertTester first = start();

        assertThatThrownBy(this::start).isInstanceOf(UserException.class);
        first.kill();
    }
}
