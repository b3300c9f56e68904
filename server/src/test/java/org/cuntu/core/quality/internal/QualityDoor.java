package org.cuntu.core.quality.internal;

import java.util.List;
import java.util.UUID;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.testing.TestApplication;

/** What tests of other modules ask of a check. */
public final class QualityDoor {
    private QualityDoor() {}

    /** Every issue of a run, in its order. */
    public static List<LayerIssue> issues(TestApplication application, UUID run) {
        return application.bean(QualityStore.class).list(run, QualityStore.Filter.ALL, 0, 1_000);
    }
}
