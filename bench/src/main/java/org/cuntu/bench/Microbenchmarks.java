package org.cuntu.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The kernels alone, by JMH: forks, warm-ups and iterations; a minute, or with more forks several. */
final class Microbenchmarks {
    private Microbenchmarks() {}

    /** @param thorough more forks and longer iterations */
    static int run(boolean thorough) throws RunnerException {
        int count = thorough ? 5 : 3;
        new Runner(new OptionsBuilder()
                        .include("org[.]cuntu[.]bench[.]jmh[.]")
                        .forks(thorough ? 3 : 1)
                        .warmupIterations(count)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(count)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run();
        return 0;
    }
}
