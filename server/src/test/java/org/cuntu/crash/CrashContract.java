package org.cuntu.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 under concurrent writes. Three rounds in the ordinary run; {@code ./cuntu test --crash --rounds N --seed N} makes
 * as many as asked for.
 */
abstract class CrashContract {
    @TempDir
    Path home;

    abstract List<String> database();

    @Test
    void whatWasAcknowledgedIsThereNothingIsHalfDoneAndTheLogVerifies() throws Exception {
        int rounds = Integer.getInteger("cuntu.crash.rounds", 3);
        long seed = Long.getLong("cuntu.crash.seed", 1);

        CrashRounds.Outcome outcome = new CrashRounds(home, database(), seed).run(rounds);

        System.out.printf("%d rounds, seed %d: %d acknowledged, all there%n", rounds, seed, outcome.acknowledged());
        assertThat(outcome.acknowledged()).isGreaterThan(rounds);
    }
}
