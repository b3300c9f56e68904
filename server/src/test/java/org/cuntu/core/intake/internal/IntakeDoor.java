package org.cuntu.core.intake.internal;

import java.util.List;
import org.cuntu.core.intake.FeatureVersion;
import org.cuntu.core.intake.LayerComparison;
import org.cuntu.core.intake.SubmissionRound;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.testing.TestApplication;
import tools.jackson.databind.json.JsonMapper;

/** What tests of the module ask of its inside. */
public final class IntakeDoor {
    private IntakeDoor() {}

    public static LayerComparison comparison(SubmissionRound round) {
        return JsonMapper.shared().readValue(round.comparison(), LayerComparison.class);
    }

    public static List<FeatureVersion> history(TestApplication application, String layer, String key) {
        return application
                .bean(FeatureHistories.class)
                .of(application.bean(LayerRegister.class).findLayer(layer).orElseThrow(), key, null);
    }
}
