package org.cuntu.core.conformity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManyHandsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void answersStandInTheOrderOfTheParts(int hands) {
        List<Integer> squares = ManyHands.map(1000, hands, i -> i * i);

        assertThat(squares)
                .isEqualTo(IntStream.range(0, 1000).map(i -> i * i).boxed().toList());
    }

    @Test
    void twoHandsWorkAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);

        List<Boolean> met = ManyHands.map(2, 2, i -> {
            both.countDown();
            return awaited(both);
        });

        assertThat(met).containsExactly(true, true);
    }

    @Test
    void callerDoesAllWhenNobodyIsIdle() {
        CountDownLatch end = new CountDownLatch(1);
        int busy = ForkJoinPool.getCommonPoolParallelism();
        for (int i = 0; i < busy; i++) ForkJoinPool.commonPool().execute(() -> awaited(end));
        try {
            assertThat(ManyHands.map(5, 4, i -> Thread.currentThread()))
                    .hasSize(5)
                    .containsOnly(Thread.currentThread());
        } finally {
            end.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatAPartThrowsComesOut(int hands) {
        assertThatThrownBy(() -> ManyHands.map(10, hands, i -> {
                    if (i == 7) throw new IllegalArgumentException("seven");
                    return i;
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seven");
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
