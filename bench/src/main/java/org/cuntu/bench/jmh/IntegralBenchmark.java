package org.cuntu.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.cuntu.engine.measure.FieldIntegral;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The integral along one edge. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IntegralBenchmark {
    private final FieldIntegral field = FieldIntegral.from(24.33);
    private double longitude = 109.41;

    @Benchmark
    public double edge() {
        longitude += 1e-9;
        return field.edge(longitude, 24.331, longitude + 1.1e-4, 24.3311);
    }
}
