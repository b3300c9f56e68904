package org.cuntu.core.intake.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.cuntu.core.intake.FeatureVersion;
import org.cuntu.core.intake.LayerComparison;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.SubmissionRound;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.core.onemap.LayerDeliveries;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.formats.FileFormat;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.Tasks;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
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

    private static ChangedFeatures.Pair pair(Submission submission, SubmissionRound round) {
        return new ChangedFeatures.Pair(
                round.base(),
                Objects.requireNonNull(round.part()),
                new Matching("BSM", Set.of("SJNF")),
                submission.division());
    }

    private static DivisionPart part(TestApplication application, Submission submission) {
        LayerEntry layer = application
                .bean(LayerRegister.class)
                .findLayer(submission.layer())
                .orElseThrow();
        return application.bean(CandidateMaking.class).part(submission, layer);
    }

    /** Kind and key of every feature that a round's list of changes has, in its order. */
    public static List<String> changes(TestApplication application, Submission submission, SubmissionRound round) {
        Map<String, Object> page = application
                .bean(ChangedFeatures.class)
                .page(
                        ChangedFeatures.Wanted.of(null, null, null, null),
                        pair(submission, round),
                        part(application, submission));
        return features(page)
                .map(feature -> feature.get("change") + " " + feature.get("key"))
                .toList();
    }

    /** What a round's map of changes draws of a feature after the change, as JSON. */
    public static String drawn(TestApplication application, Submission submission, SubmissionRound round, String key) {
        Map<String, Object> found = application
                .bean(ChangedFeatures.class)
                .in(
                        ChangedFeatures.box("109.3,24.2,109.5,24.4"),
                        pair(submission, round),
                        part(application, submission));
        return features(found)
                .filter(feature -> key.equals(feature.get("key")))
                .map(feature -> JsonMapper.shared().valueToTree(feature).path("after"))
                .map(after -> after.path("outline").toString())
                .findFirst()
                .orElseThrow();
    }

    /** The list of changes between two versions, taken away as separated values; its lines. */
    public static List<String> takenAway(TestApplication application, String before, String after) throws IOException {
        Path file = application
                .bean(ChangesFile.class)
                .write(
                        new ChangedFeatures.Pair(before, after, new Matching("BSM", Set.of("SJNF")), ""),
                        List.of(),
                        ChangedFeatures.Wanted.of(null, null, null, null),
                        FileFormat.CSV,
                        "changes");
        try {
            return Files.readAllLines(file);
        } finally {
            Files.delete(file);
        }
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> features(Map<String, Object> answer) {
        return ((List<Map<String, Object>>) Objects.requireNonNull(answer.get("features"))).stream();
    }

    /** Sends a file before its submission, as somebody. */
    public static UUID upload(TestApplication application, FileRef file, String by) {
        return application.bean(UploadTable.class).add(file, file.name(), by).id();
    }

    /** Whether somebody may still name the upload in a submission. */
    public static boolean mayBeNamed(TestApplication application, UUID upload, String by) {
        return application
                .bean(UploadTable.class)
                .find(upload, by)
                .filter(application.bean(UploadExpiry.class)::isKept)
                .isPresent();
    }

    /** Has uploads removed that are due; how many are gone, and how many are left to the next time. */
    public static Map<String, Object> expire(TestApplication application) throws InterruptedException {
        Tasks tasks = application.bean(Tasks.class);
        return Objects.requireNonNull(tasks.await(tasks.submit(UploadExpiry.KIND, Map.of()), Duration.ofMinutes(1))
                .result());
    }

    /** The package that makes a county's patches of one day into those of another. */
    public static byte[] yearlyPackage(
            TestApplication application, String layer, String county, LocalDate from, LocalDate to) {
        return yearlyPackage(application, layer, county, from, to, null);
    }

    /** The same by what was known at K. */
    public static byte[] yearlyPackage(
            TestApplication application,
            String layer,
            String county,
            LocalDate from,
            LocalDate to,
            @Nullable String known) {
        LayerEntry entry =
                application.bean(LayerRegister.class).findLayer(layer).orElseThrow();
        BaseVersions versions = application.bean(BaseVersions.class);
        try {
            return application
                    .bean(YearlyPackages.class)
                    .make(new YearlyPackages.Asked(
                            entry,
                            application.bean(IntakeRules.class).yearly(layer).orElseThrow(),
                            DivisionPart.of(
                                    county,
                                    entry.schema(),
                                    "ZLDWDM",
                                    application.bean(LayerDeliveries.class).ground(county, to, known)),
                            to.getYear(),
                            versions.find(layer, from, known).orElseThrow().hash(),
                            versions.find(layer, to, known).orElseThrow().hash()))
                    .file();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that is gone: no clause catches it. */
    public static final class Killed extends Error {
        Killed() {
            super("killed");
        }
    }

    /** Runs the task of the state that a submission is in; its process dies when it tells its progress for the nth time. */
    public static void run(TestApplication application, Submission submission, int dies) {
        Context context = new Context(submission, dies);
        application.bean(CurrentActor.class).as(context.actor(), () -> {
            try {
                return application.bean(StepTask.class).run(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Only the work of it, whose result is lost: the process dies at the latest before it is written. */
    public static void work(TestApplication application, Submission submission, int dies) {
        Context context = new Context(submission, dies);
        StepWork work = application.context().getBeansOfType(StepWork.class).values().stream()
                .filter(each -> each.state() == submission.state())
                .findFirst()
                .orElseThrow();
        application.bean(CurrentActor.class).as(context.actor(), () -> {
            try {
                return work.work(submission, context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static final class Context implements TaskContext {
        private final Submission submission;
        private int left;

        private Context(Submission submission, int dies) {
            this.submission = submission;
            this.left = dies;
        }

        @Override
        public TaskId id() {
            return new TaskId(submission.id());
        }

        @Override
        public Map<String, String> params() {
            return Map.of(
                    "submission", submission.id().toString(),
                    "state", submission.state().name(),
                    "round", String.valueOf(submission.round()));
        }

        @Override
        public String actor() {
            return submission.state() == Submission.State.RELEASING ? "releaser" : submission.submittedBy();
        }

        @Override
        public void progress(long done, long total, String unit) {
            if (--left <= 0) throw new Killed();
        }
    }
}
