package org.cuntu.core.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.Submission.State;
import org.cuntu.core.intake.SubmissionFile;
import org.cuntu.core.intake.SubmissionRound;
import org.cuntu.core.intake.SubmissionStep;
import org.cuntu.core.intake.SubmissionStep.Step;
import org.cuntu.core.intake.Submissions;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemBody;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.User;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Submissions as the page sees them. */
@Component
class SubmissionJson {
    private final Submissions submissions;
    private final LayerRegister register;
    private final LayerChecks checks;
    private final Organisation organisation;
    private final Accounts accounts;
    private final Tasks tasks;
    private final ComparisonJson comparisons;
    private final OtherPersons others;
    private final SubmissionSight sight;
    private final CurrentUser current;
    private final IntakeRules rules;
    private final CityClock clock;

    SubmissionJson(
            Submissions submissions,
            LayerRegister register,
            LayerChecks checks,
            Organisation organisation,
            Accounts accounts,
            Tasks tasks,
            ComparisonJson comparisons,
            OtherPersons others,
            SubmissionSight sight,
            CurrentUser current,
            IntakeRules rules,
            CityClock clock) {
        this.submissions = submissions;
        this.register = register;
        this.checks = checks;
        this.organisation = organisation;
        this.accounts = accounts;
        this.tasks = tasks;
        this.comparisons = comparisons;
        this.others = others;
        this.sight = sight;
        this.current = current;
        this.rules = rules;
        this.clock = clock;
    }

    /** As in the list. */
    Map<String, @Nullable Object> brief(Submission s) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", s.id());
        tree.put("number", s.number());
        tree.put("layer", s.layer());
        tree.put(
                "layerName",
                register.findLayer(s.layer()).map(SubmissionJson::words).orElse(Map.of()));
        tree.put("division", s.division());
        tree.put(
                "divisionName",
                organisation
                        .findDivision(s.division())
                        .map(found -> Map.of("zh", found.zh(), "en", found.en()))
                        .orElse(Map.of()));
        tree.put("period", s.period());
        tree.put("kind", s.kind().name());
        tree.put("state", s.state().name());
        tree.put("inForceFrom", s.inForceFrom().toString());
        tree.put("source", s.source());
        tree.put("invented", s.invented());
        tree.put("submittedBy", name(s.submittedBy()));
        tree.put("mine", s.submittedBy().equals(current.get().id()));
        tree.put("unit", s.unit());
        tree.put("submittedAt", s.submittedAt().toString());
        tree.put("changedAt", s.changedAt().toString());
        tree.put("round", s.round());
        deadline(s, tree);
        SubmissionRound last = last(s, submissions.listRounds(s));
        tree.put("features", last == null ? null : last.features());
        tree.put("refusing", last == null ? null : last.refusing());
        tree.put("warnings", last == null ? null : last.warnings());
        return tree;
    }

    /** When working days were not known the deadline is told as soon as the calendar of the year is there. */
    private void deadline(Submission s, Map<String, @Nullable Object> tree) {
        LocalDate since = LocalDate.ofInstant(s.changedAt(), clock.zone());
        boolean mending = s.state() == State.MENDING;
        LocalDate deadline = s.deadline() != null || !mending
                ? s.deadline()
                : rules.deadline(since).orElse(null);
        OptionalInt left = deadline == null ? OptionalInt.empty() : rules.workingDaysLeft(clock.today(), deadline);
        OptionalInt missing = mending && deadline == null ? rules.notKnown(since) : OptionalInt.empty();
        tree.put("deadline", deadline == null ? null : deadline.toString());
        tree.put("workingDaysLeft", left.isPresent() ? left.getAsInt() : null);
        tree.put("noCalendarOf", missing.isPresent() ? missing.getAsInt() : null);
    }

    private static Map<String, String> words(LayerEntry layer) {
        return Map.of("zh", layer.zh(), "en", layer.en());
    }

    private String name(String account) {
        return accounts.findName(account).orElse(account);
    }

    private static @Nullable SubmissionRound last(Submission s, List<SubmissionRound> rounds) {
        return rounds.stream()
                .filter(round -> round.round() == s.round())
                .findFirst()
                .orElse(null);
    }

    /** Where it stands, and how far the task is. */
    Map<String, @Nullable Object> progress(Submission s) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("state", s.state().name());
        tree.put("round", s.round());
        TaskView task = !s.state().isWorking() || s.task() == null
                ? null
                : tasks.find(new TaskId(s.task())).orElse(null);
        tree.put(
                "working",
                s.state().isWorking() && task != null && !task.state().isEnd());
        tree.put("done", task == null ? null : task.done());
        tree.put("total", task == null ? null : task.total());
        tree.put("rate", task == null ? null : task.rate());
        tree.put("secondsLeft", task == null ? null : task.secondsLeft());
        return tree;
    }

    /** With everything on its page. */
    Map<String, @Nullable Object> whole(Submission s, Locale locale) {
        Map<String, @Nullable Object> tree = brief(s);
        List<SubmissionRound> rounds = submissions.listRounds(s);
        tree.put("target", s.target());
        tree.put("crs", s.crs());
        tree.put("ground", s.ground());
        tree.put("progress", progress(s));
        tree.put(
                "steps",
                submissions.listSteps(s).stream()
                        .map(step -> step(step, locale))
                        .toList());
        tree.put("rounds", rounds.stream().map(this::round).toList());
        tree.put(
                "files",
                submissions.listFiles(s).stream().map(SubmissionJson::file).toList());
        tree.put(
                "accepted",
                submissions.listAccepted(s).stream().map(this::accepted).toList());
        SubmissionRound last = last(s, rounds);
        tree.put("comparison", last == null || last.comparison() == null ? null : comparisons.stored(s, last));
        tree.put("can", can(s));
        return tree;
    }

    private Map<String, @Nullable Object> step(SubmissionStep step, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("number", step.number());
        tree.put("round", step.round());
        tree.put("step", step.step().name());
        tree.put("outcome", step.outcome().name());
        tree.put("beganAt", text(step.beganAt()));
        tree.put("endedAt", text(step.endedAt()));
        tree.put("by", name(step.actor()));
        tree.put("words", step.words());
        tree.put("figures", step.figures());
        tree.put(
                "problems",
                step.problems().stream()
                        .map(problem -> ProblemBody.Item.of(problem, locale))
                        .toList());
        return tree;
    }

    private static String text(Instant at) {
        return at.toString();
    }

    private Map<String, @Nullable Object> round(SubmissionRound round) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("round", round.round());
        tree.put("begunBy", name(round.begunBy()));
        tree.put("begunAt", text(round.begunAt()));
        tree.put("base", round.base());
        tree.put("part", round.part());
        tree.put("candidate", round.candidate());
        tree.put("run", round.run());
        tree.put("features", round.features());
        tree.put("refusing", round.refusing());
        tree.put("warnings", round.warnings());
        tree.put("score", round.score());
        UUID run = round.run();
        tree.put(
                "byRule",
                run == null ? List.of() : checks.find(run).map(CheckRun::byRule).orElse(List.of()));
        return tree;
    }

    private static Map<String, @Nullable Object> file(SubmissionFile file) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("round", file.round());
        tree.put("role", file.role().name());
        tree.put("name", file.name());
        tree.put("size", file.size());
        tree.put("sha256", file.sha256());
        tree.put("sourceLayer", file.sourceLayer());
        return tree;
    }

    private Map<String, Object> accepted(Submissions.Accepted one) {
        return Map.of("rule", one.rule(), "feature", one.feature(), "reason", one.reason(), "by", name(one.by()));
    }

    /** What the caller could do now. */
    private List<String> can(Submission s) {
        User user = current.get();
        List<String> can = new ArrayList<>();
        boolean creates = reaches(StoredSubmissions.CREATE, s);
        boolean waits = s.state() == State.REVIEWING || s.state() == State.APPROVED;
        if (creates && s.kind().hasFiles() && s.state() == State.MENDING) can.add("resubmit");
        if (creates && s.submittedBy().equals(user.id()) && !s.state().isEnd() && s.state() != State.RELEASING)
            can.add("withdraw");
        boolean otherThanSubmitter = others.isOther(user, StoredSubmissions.REVIEW, s, Step.REVIEW);
        if (s.state() == State.REVIEWING && otherThanSubmitter && reaches(StoredSubmissions.REVIEW, s))
            can.add("review");
        if (waits && otherThanSubmitter && reaches(StoredSubmissions.RETURN, s)) can.add("return");
        if (s.state() == State.APPROVED
                && reaches(StoredSubmissions.RELEASE, s)
                && others.isOther(user, StoredSubmissions.RELEASE, s, Step.RELEASE)) can.add("release");
        if (!s.state().isEnd() && otherThanSubmitter && reaches(StoredSubmissions.REVIEW, s)) can.add("accept");
        return can;
    }

    private boolean reaches(String permission, Submission s) {
        return sight.reaches(permission, s.division(), s.classification());
    }
}
