package org.cuntu.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cuntu.engine.layer.Ground.box;

import java.nio.file.Path;
import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features that are only made on the threads that check them. */
class LaterFeaturesTest {
    @TempDir
    Path folder;

    @Test
    void theFileIsTheSameAsOfFeaturesThatWereThere() {
        List<Feature> features = Ground.cells(40);
        String atOnce = SnapshotWriter.write(folder, Ground.PATCHES, box(0, 0, 40, 40), Ground.INVENTED, features);

        try (SnapshotWriter writer = writer()) {
            for (Feature feature : features) writer.addLater(() -> feature, 4);
            assertThat(writer.finish()).isEqualTo(atOnce);
        }
    }

    @Test
    void whatIsLeftOutLeavesTheNumbersOfTheOthers() {
        try (SnapshotWriter writer = writer()) {
            writer.addLater(() -> null, 4);
            writer.addLater(() -> Ground.patch(Ground.polygon(0, 0, 4, 4, 4, 0, 0, 4), "P", "0101", 1), 4);

            assertThat(writer.problems()).singleElement().satisfies(problem -> assertThat(problem.args())
                    .containsEntry("feature", "2"));
        }
    }

    @Test
    void whatTheMakingThrowsComesOut() {
        try (SnapshotWriter writer = writer()) {
            writer.addLater(
                    () -> {
                        throw new InputRefused(Problem.refused("layer.invalid", Problem.Place.UNKNOWN));
                    },
                    4);

            assertThatThrownBy(writer::finish).isInstanceOf(InputRefused.class);
        }
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
    }

    private SnapshotWriter writer() {
        return SnapshotWriter.begin(folder, Ground.PATCHES, box(0, 0, 40, 40), Ground.INVENTED);
    }
}
