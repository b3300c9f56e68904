package org.cuntu.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a snapshot keeps of boxes and running sums in fewer bits than they had. */
class CompactRecordsTest {
    @Test
    void aBoxIsNeverSmallerThanItWasAndHardlyLarger() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            double origin = 73 + 60 * random.nextDouble();
            double value = origin + StrictMath.scalb(random.nextDouble() - 0.5, -random.nextInt(20));
            double low = origin + Origin.below(value, origin);
            double high = origin + Origin.above(value, origin);
            assertThat(low).isBetween(value - 1e-7, value);
            assertThat(high).isBetween(value, value + 1e-7);
        }
    }

    @Test
    void aRunningSumKeepsWhatItsDoubleLoses() {
        Random random = new Random(2);
        for (int i = 0; i < 10_000; i++) {
            CompensatedSum sum = new CompensatedSum();
            for (int n = random.nextInt(200); n >= 0; n--) sum.add(1e9 * (random.nextDouble() - 0.5));
            double length = 1e6 * random.nextDouble();
            long packed = RunningSum.pack(sum, length);
            double nearest = RunningSum.nearest(sum);
            assertThat(RunningSum.low(nearest, packed))
                    .isCloseTo(RunningSum.rest(sum), within(StrictMath.ulp(nearest) / 60_000));
            assertThat(RunningSum.length(packed)).isCloseTo(length, within(3e-8));
        }
    }

    @Test
    void aSumOfNothingIsNothing() {
        long packed = RunningSum.pack(new CompensatedSum(), 0);
        assertThat(packed).isZero();
        assertThat(RunningSum.low(0, packed)).isZero();
    }

    @Test
    void keysAreSortedAndEqualOnesStayInTheirPlaces() {
        Random random = new Random(3);
        long[] keys = new long[5_000];
        for (int i = 0; i < keys.length; i++) keys[i] = i % 3 == 0 ? random.nextInt(50) : random.nextLong() >>> 2;
        Integer[] expected = new Integer[keys.length];
        Arrays.setAll(expected, i -> i);
        Arrays.sort(expected, (a, b) -> Long.compare(keys[a], keys[b]));
        assertThat(RadixSort.order(keys))
                .containsExactly(
                        Arrays.stream(expected).mapToInt(Integer::intValue).toArray());
        assertThat(RadixSort.order(new long[0])).isEmpty();
    }

    @Test
    void aShapeInAFileIsTheShapeInMemory(@TempDir Path folder) {
        double[] xy = new double[2 * 700];
        for (int i = 0; i < 700; i++) {
            xy[2 * i] = 50 + 20 * StrictMath.cos(2 * StrictMath.PI * i / 700);
            xy[2 * i + 1] = 50 + 20 * StrictMath.sin(2 * StrictMath.PI * i / 700);
        }
        HeapShapes heap = HeapShapes.of(Ground.polygon(xy));
        String hash = SnapshotWriter.write(
                folder,
                Ground.schema(LayerKind.DISJOINT),
                Ground.box(0, 0, 100, 100),
                Ground.INVENTED,
                Ground.bare(Ground.polygon(xy)));
        try (FolderSnapshotStore store = new FolderSnapshotStore(folder)) {
            Shapes file = ((MappedSnapshot) store.open(hash).snapshot()).shapes();
            for (int chunk = 0; chunk < heap.firstChunk(1); chunk++) {
                assertThat(file.runHigh(chunk)).isEqualTo(heap.runHigh(chunk));
                assertThat(file.runLow(chunk)).isEqualTo(heap.runLow(chunk));
                assertThat(file.runLength(chunk)).isEqualTo(heap.runLength(chunk));
            }
            assertThat(file.ringHigh(0)).isEqualTo(heap.ringHigh(0));
            assertThat(file.ringLow(0)).isEqualTo(heap.ringLow(0));
            for (int point = 0; point < heap.points(); point++) {
                assertThat(file.x(point)).isEqualTo(heap.x(point));
                assertThat(file.y(point)).isEqualTo(heap.y(point));
            }
        }
    }
}
