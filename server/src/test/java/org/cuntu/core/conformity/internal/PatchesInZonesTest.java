package org.cuntu.core.conformity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cuntu.engine.layer.Snapshot;
import org.junit.jupiter.api.Test;

class PatchesInZonesTest {
    private final PatchesInZones.Shelf shelf = new PatchesInZones.Shelf();

    /** Plots in memory, which are a snapshot without a file. */
    private static Snapshot nameless() {
        return new PlotShapes(List.of());
    }

    @Test
    void snapshotsWithoutANameShareNothing() {
        assertThat(shelf.of(nameless(), nameless())).isNotSameAs(shelf.of(nameless(), nameless()));
    }
}
