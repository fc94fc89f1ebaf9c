package io.metaexpert.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimedValuesTest {
    private static final TimedValues VALUES = new TimedValues(new long[] {10, 20, 30}, new double[] {1, 2, 3});

    @Test
    void findsTheLastValueAtOrBeforeAnInstant() {
        assertThat(VALUES.indexAt(9)).isEqualTo(-1);
        assertThat(VALUES.indexAt(10)).isZero();
        assertThat(VALUES.indexAt(29)).isEqualTo(1);
        assertThat(VALUES.indexAt(99)).isEqualTo(2);
    }

    @Test
    void aCursorGivesEveryLaterValueOnce() {
        TimedValues.Cursor cursor = VALUES.after(10);
        assertThat(cursor.nextTimeMs()).isEqualTo(20);
        assertThat(cursor.take()).isEqualTo(2);
        assertThat(cursor.take()).isEqualTo(3);
        assertThat(cursor.nextTimeMs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aStatedValueComesAtWholeIntervals() {
        TimedValues stated = TimedValues.every(8, 0.5, 8, 24);
        assertThat(stated.size()).isEqualTo(2);
        assertThat(stated.timeMs(0)).isEqualTo(16);
        assertThat(stated.value(1)).isEqualTo(0.5);
        assertThat(TimedValues.every(8, 0.5, 9, 15).size()).isZero();
    }

    @Test
    void refusesDisorderAndNonNumbers() {
        assertThatThrownBy(() -> new TimedValues(new long[] {1, 1}, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimedValues(new long[] {1}, new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimedValues(new long[] {1}, new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
