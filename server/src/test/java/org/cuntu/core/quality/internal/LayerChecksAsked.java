package org.cuntu.core.quality.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.locationtech.jts.geom.Geometry;

/** A city whose checks are asked: nothing is released and nothing was checked before. */
abstract class LayerChecksAsked {
    static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    final TestApplication application = application();
    final LayerChecks checks = application.bean(LayerChecks.class);
    final QualityStore store = application.bean(QualityStore.class);
    final LayerSchema patches = application
            .bean(LayerRegister.class)
            .findLayer("DLTB")
            .orElseThrow()
            .schema();

    abstract TestApplication application();

    static final LayerChecks.Progress SILENT = new LayerChecks.Progress() {
        @Override
        public void at(long done, long of) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    @BeforeEach
    void nothingReleasedAndNothingChecked() {
        application.jdbc().sql("delete from layer_release").update();
        application.jdbc().sql("delete from layer_issue").update();
        application.jdbc().sql("delete from quality_rule_count").update();
        application.jdbc().sql("delete from quality_run").update();
    }

    String write(Geometry coverage, Feature... features) {
        return Survey.write(application.bean(SnapshotStore.class).folder(), patches, coverage, features);
    }

    static LayerChecks.Order order(String hash, String division) {
        return new LayerChecks.Order("DLTB", hash, DAY, null, division);
    }

    CheckRun check(String hash) {
        return checks.check(order(hash, null), SILENT);
    }

    static Map<String, Long> counts(CheckRun run) {
        Map<String, Long> counts = new HashMap<>();
        for (CheckRun.RuleCount rule : run.byRule()) if (rule.count() > 0) counts.put(rule.rule(), rule.count());
        return counts;
    }

    List<LayerIssue> issues(CheckRun run, String rule) {
        return store.list(run.id(), new QualityStore.Filter(rule, null, null), 0, 100);
    }
}
