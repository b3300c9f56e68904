package org.cuntu.core.conformity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.cuntu.core.conformity.Batch;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.ProjectText;
import org.cuntu.core.rules.RuleBook;
import org.cuntu.core.rules.RuleSet;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.PlotList;
import org.cuntu.engine.format.PlotListReader;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.platform.files.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a batch was settled to be judged by, taken up again from its row: plots, baseline, rules and project. */
@Component
class BatchGround {
    private final Files files;
    private final Baselines baselines;
    private final RuleBook rules;
    private final org.cuntu.core.conformity.Reviews reviews;

    BatchGround(Files files, Baselines baselines, RuleBook rules, org.cuntu.core.conformity.Reviews reviews) {
        this.files = files;
        this.baselines = baselines;
        this.rules = rules;
        this.reviews = reviews;
    }

    /** Baseline and rules as when the batch was made. */
    record Settled(Baseline baseline, RuleSet rules, Project project) {}

    Settled settled(Batch batch) {
        Baseline now = baselines.replay(batch.asOf(), batch.known(), BaselineText.hashes(batch.baseline()));
        return new Settled(
                BaselineText.restore(batch.baseline(), now),
                rules.read(reviews.findRuleSet(batch.ruleSet()).orElseThrow()),
                ProjectText.read(JsonMapper.shared().readTree(batch.project())));
    }

    /** The plots of the kept file. */
    PlotList plots(Batch batch) {
        try {
            return PlotListReader.read(
                    files.checked(batch.fileHash()), batch.fileName(), crs(batch.crs()), InputLimits.SITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Crs crs(@Nullable String stated) {
        return stated == null ? null : Crs.find(stated).orElseThrow();
    }
}
