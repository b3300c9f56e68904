package org.cuntu.core.intake.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.SubmissionFile;
import org.cuntu.core.intake.SubmissionStep.Outcome;
import org.cuntu.core.intake.SubmissionStep.Step;
import org.cuntu.core.onemap.LayerDeliveries;
import org.cuntu.core.onemap.LayerDeliveries.Delivery;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.tasks.TaskContext;
import org.springframework.stereotype.Component;

/** 解析: every file is what its name says, and has features. */
@Component
class ReadWork implements StepWork {
    private final RoundTable rounds;
    private final LayerDeliveries deliveries;
    private final IntakeRules rules;

    ReadWork(RoundTable rounds, LayerDeliveries deliveries, IntakeRules rules) {
        this.rounds = rounds;
        this.deliveries = deliveries;
        this.rules = rules;
    }

    @Override
    public Submission.State state() {
        return Submission.State.READING;
    }

    @Override
    public Step step() {
        return Step.READ;
    }

    @Override
    public String verb() {
        return "parse";
    }

    @Override
    public Done work(Submission submission, TaskContext context) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        Map<String, Object> figures = new LinkedHashMap<>();
        long features = 0;
        for (SubmissionFile file : rounds.listFiles(submission.id(), submission.round())) {
            if (!holdsFeatures(file)) continue;
            try (Delivery delivery = open(submission, file, () -> context.progress(0, 0, "features"))) {
                features += delivery.size();
                figures.put("crs", delivery.crs());
                warnings.addAll(delivery.warnings());
            } catch (InputRefused e) {
                problems.addAll(e.problems());
            }
            context.progress(features, 0, "features");
        }
        if (!problems.isEmpty()) throw new InputRefused(problems);
        figures.put("features", features);
        return new Done(Outcome.DONE, Submission.State.FITTING, figures, warnings, null, () -> {});
    }

    private Delivery open(Submission submission, SubmissionFile file, Runnable pulse) throws IOException {
        LayerDeliveries.Source source = CandidateMaking.source(file, submission.crs());
        return file.role() == SubmissionFile.Role.PROCESS
                ? deliveries.openBeside(
                        rules.yearly(submission.layer()).orElseThrow().process(), source, pulse)
                : deliveries.open(submission.layer(), source, pulse);
    }

    private static boolean holdsFeatures(SubmissionFile file) {
        boolean keysAlone = file.role() == SubmissionFile.Role.REMOVED && PackageKeys.isText(file.name());
        return file.role() != SubmissionFile.Role.PAPER && !keysAlone;
    }
}
