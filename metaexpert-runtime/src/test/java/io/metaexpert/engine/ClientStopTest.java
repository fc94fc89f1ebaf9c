package io.metaexpert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.order.OrderSize;
import io.metaexpert.protection.ProtectionSettings;
import io.metaexpert.protection.Protections;
import org.junit.jupiter.api.Test;

/** Stops that this process watches, over bars. */
class ClientStopTest {
    private static final ProtectionSettings STOP = Protections.client(Protections.bracket("2%", "4%"));

    private static ProtectionStory longAt100() {
        return ProtectionStory.with(STOP)
                .begin()
                .then(ctx -> ctx.buy(OrderSize.base("1")))
                .flat(100)
                .flat(100);
    }

    @Test
    void theTargetIsAtTheExchangeAndTheStopIsNot() {
        ProtectionStory story = longAt100();

        assertThat(story.stops()).isEmpty();
        assertThat(story.targets()).containsExactly("SELL 104 x 1");
    }

    @Test
    void aBarThatTouchesTheLevelIsFollowedByAMarketOrderAtTheNextOpen() {
        ProtectionStory story = longAt100().bar(100, 101, 98, 100);
        assertThat(story.position().isFlat()).isFalse();

        story.bar(99.5, 100, 99, 100);
        assertThat(story.exits()).containsExactly("99.5 stop-loss");
        assertThat(story.guards()).isEmpty();
        assertThat(story.flat(100).refused()).isZero();
    }

    @Test
    void itWorksForShortsAndTrailsToo() {
        ProtectionStory story = ProtectionStory.with(Protections.client(Protections.trailing("2%")))
                .begin()
                .then(ctx -> ctx.sell(OrderSize.base("1")))
                .flat(100)
                .flat(100)
                .bar(100, 101, 95, 96)
                .bar(96, 97, 96, 97)
                .bar(97, 98, 97, 98);

        // 96.9 is met by the bar that reaches 97
        assertThat(story.exits()).containsExactly("97 trailing stop");
    }

    @Test
    void theStrategysOwnExitOnItsWayIsNotDoubled() {
        ProtectionStory story = longAt100()
                .then(ctx -> ctx.close("own"))
                .bar(100, 100, 97, 98)
                .flat(98)
                .flat(98);

        assertThat(story.position().isFlat()).isTrue();
        assertThat(story.fills()).hasSize(2);
    }
}
