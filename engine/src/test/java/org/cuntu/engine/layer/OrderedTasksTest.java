package org.cuntu.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedTasksTest {
    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 4})
    void resultsComeInTheOrderOfTheTasks(int threads) {
        List<Integer> results = new ArrayList<>();
        try (OrderedTasks tasks = new OrderedTasks(threads, 50)) {
            for (int i = 0; i < 1_000; i++) {
                int number = i;
                tasks.add(() -> number, results::add, 1);
            }
            tasks.drain();
        }
        assertThat(results)
                .containsExactlyElementsOf(IntStream.range(0, 1_000).boxed().toList());
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 4})
    void whatATaskThrowsComesOutAndTheThreadsEnd(int threads) {
        try (OrderedTasks tasks = new OrderedTasks(threads, 50)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            int number = i;
                            tasks.add(
                                    () -> {
                                        if (number == 60) throw new IllegalStateException("the sixtieth");
                                        return number;
                                    },
                                    result -> assertThat(result).isLessThan(60),
                                    1);
                        }
                        tasks.drain();
                    })
                    .hasMessage("the sixtieth");
        }
    }

    @Test
    void aFullDiskComesOutAsSuch() {
        try (OrderedTasks tasks = new OrderedTasks(2, 50)) {
            assertThatThrownBy(() -> {
                        tasks.add(
                                () -> {
                                    throw new IOException("No space left on device");
                                },
                                result -> {},
                                1);
                        tasks.drain();
                    })
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("No space left");
        }
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {2, 4})
    void noMoreIsUnderWayThanMayBe(int threads) {
        int[] taken = {0};
        CountDownLatch first = new CountDownLatch(1);
        try (OrderedTasks tasks = new OrderedTasks(threads, 10)) {
            tasks.add(
                    () -> {
                        first.await();
                        return 0;
                    },
                    result -> taken[0]++,
                    1);
            for (int i = 0; i < 9; i++) tasks.add(() -> 1, result -> taken[0]++, 1);
            assertThat(taken[0]).isZero();
            first.countDown();
            tasks.add(() -> 1, result -> taken[0]++, 10);
            assertThat(taken[0]).isGreaterThanOrEqualTo(10);
        }
    }
}
