package org.cuntu.bench.row;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cuntu.bench.result.Round;

/** Ours, theirs, ours, theirs: a neighbour that takes the machine away takes it from both. */
final class Alternation {
    private Alternation() {}

    /** The same after one round of both that does not count: a JVM compiles in it, a database fills its buffers. */
    static List<Round> warmed(
            int rounds, String what, Progress progress, Supplier<double[]> ours, Supplier<double[]> theirs) {
        progress.say("warm-up", what);
        ours.get();
        theirs.get();
        return of(rounds, what, progress, ours, theirs);
    }

    static List<Round> of(
            int rounds, String what, Progress progress, Supplier<double[]> ours, Supplier<double[]> theirs) {
        List<Round> done = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            progress.say("round", what, round, rounds);
            double[] our = ours.get();
            double[] their = theirs.get();
            done.add(new Round(our, their, Load.now()));
        }
        return done;
    }
}
