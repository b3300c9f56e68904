package org.cuntu.core.intake.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.Submission.State;
import org.cuntu.core.intake.SubmissionFile;
import org.cuntu.core.intake.SubmissionRound;
import org.cuntu.core.intake.SubmissionStep;
import org.cuntu.core.intake.SubmissionStep.Outcome;
import org.cuntu.core.intake.SubmissionStep.Step;
import org.cuntu.core.intake.Submissions;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.User;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class StoredSubmissions implements Submissions {
    static final String CREATE = "intake:submission:create";
    static final String REVIEW = "intake:submission:review";
    static final String RETURN = "intake:submission:return";
    static final String RELEASE = "intake:submission:release";
    private static final int LONGEST_WORDS = 500;

    private final SubmissionTable submissions;
    private final RoundTable rounds;
    private final StepTable steps;
    private final AcceptedTable accepted;
    private final Standing standing;
    private final SubmissionChecks checks;
    private final OtherPersons others;
    private final SubmissionSight sight;
    private final LayerRegister register;
    private final LayerSight layers;
    private final CurrentUser current;
    private final Tasks tasks;
    private final CityClock clock;
    private final Settings settings;
    private final TransactionTemplate transaction;

    StoredSubmissions(
            SubmissionTable submissions,
            RoundTable rounds,
            StepTable steps,
            AcceptedTable accepted,
            Standing standing,
            SubmissionChecks checks,
            OtherPersons others,
            SubmissionSight sight,
            LayerRegister register,
            LayerSight layers,
            CurrentUser current,
            Tasks tasks,
            CityClock clock,
            Settings settings,
            TransactionTemplate transaction) {
        this.submissions = submissions;
        this.rounds = rounds;
        this.steps = steps;
        this.accepted = accepted;
        this.standing = standing;
        this.checks = checks;
        this.others = others;
        this.sight = sight;
        this.register = register;
        this.layers = layers;
        this.current = current;
        this.tasks = tasks;
        this.clock = clock;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** What an order is for, once nothing is against it. */
    record Sound(LayerEntry layer, String division) {}

    /** Refuses what {@link #create} would, before files are kept. */
    Sound check(Order order) {
        LayerEntry layer = register.findLayer(order.layer())
                .filter(layers::sees)
                .orElseThrow(() -> CandidateMaking.refused("onemap.unknown-layer", "layer", order.layer()));
        String division = checks.division(order.division());
        if (!sight.reaches(CREATE, division, layer.classification())) throw elsewhere(division);
        checks.check(order, layer, division);
        return new Sound(layer, division);
    }

    private static ProblemAnswer elsewhere(String division) {
        return new ProblemAnswer(
                403, Problem.refused("intake.other-division", Problem.Place.UNKNOWN, "division", division));
    }

    @Override
    public Submission create(Order order) {
        User user = current.get();
        Sound sound = check(order);
        return Objects.requireNonNull(transaction.execute(status -> {
            Submission made = add(order, sound.layer(), sound.division(), user);
            rounds.add(made.id(), 1, user.id(), made.submittedAt(), order.files());
            StepTable.Ended received = new StepTable.Ended(
                    Step.RECEIVE,
                    Outcome.DONE,
                    made.submittedAt(),
                    made.submittedAt(),
                    user.id(),
                    null,
                    received(user, order.files()),
                    List.of());
            standing.move(made, made.state(), 1, received, "create", null);
            return made;
        }));
    }

    private static Map<String, Object> received(User user, List<Given> files) {
        Map<String, Object> figures = new LinkedHashMap<>(OtherPersons.lentTo(user, CREATE));
        figures.put("files", files.size());
        figures.put("bytes", files.stream().mapToLong(Given::size).sum());
        return figures;
    }

    private Submission add(Order order, LayerEntry layer, String division, User user) {
        boolean withdrawal = order.kind() == Submission.Kind.WITHDRAWAL;
        LocalDate from = withdrawal ? withdrawn(order) : Objects.requireNonNull(order.inForceFrom());
        String period = period(withdrawal ? clock.today() : from);
        var now = clock.now();
        Submission made = new Submission(
                UUID.randomUUID(),
                submissions.nextNumber(period, division),
                layer.code(),
                division,
                layer.classification(),
                period,
                order.kind(),
                from,
                order.target(),
                order.source().strip(),
                order.crs(),
                order.ground(),
                order.invented() || settings.mode() == Settings.Mode.DEMO,
                user.id(),
                user.unit(),
                now,
                order.kind().hasFiles() ? State.READING : State.REVIEWING,
                1,
                null,
                null,
                now);
        submissions.add(made);
        return made;
    }

    private LocalDate withdrawn(Order order) {
        LocalDate from = checks.entry(order).inForceFrom();
        return from == null ? clock.today() : from;
    }

    private static String period(LocalDate day) {
        return String.format(Locale.ROOT, "%d-Q%d", day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    @Override
    public List<Submission> list(Filter filter, int limit) {
        return submissions.list(filter, sight.condition(), limit);
    }

    @Override
    public Optional<Submission> find(UUID id) {
        return submissions.find(id).filter(sight::sees);
    }

    @Override
    public List<SubmissionStep> listSteps(Submission submission) {
        return steps.list(submission.id());
    }

    @Override
    public List<SubmissionRound> listRounds(Submission submission) {
        return rounds.list(submission.id());
    }

    @Override
    public List<SubmissionFile> listFiles(Submission submission) {
        return rounds.listFiles(submission.id());
    }

    @Override
    public Submission resubmit(UUID id, List<Given> files, @Nullable String words) {
        return act(id, submission -> {
            User user = permitted(CREATE, submission);
            if (!submission.kind().hasFiles() || submission.state() != State.MENDING && !isStuck(submission))
                throw wrong(submission);
            List<Given> given = files.isEmpty() ? lastFiles(submission) : files;
            checks.checkFiles(submission.kind(), given);
            int round = submission.round() + 1;
            var now = clock.now();
            rounds.add(id, round, user.id(), now, given);
            StepTable.Ended mended = new StepTable.Ended(
                    Step.MEND,
                    Outcome.DONE,
                    now,
                    now,
                    user.id(),
                    words(words, false),
                    received(user, given),
                    List.of());
            standing.move(submission, State.READING, round, mended, "resubmit", null);
        });
    }

    private List<Given> lastFiles(Submission submission) {
        return rounds.listFiles(submission.id(), submission.round()).stream()
                .map(file -> new Given(file.role(), file.sha256(), file.name(), file.size(), file.sourceLayer()))
                .toList();
    }

    /** Somebody ended the task that worked on it. */
    private boolean isStuck(Submission submission) {
        UUID task = submission.task();
        return submission.state().isWorking()
                && submission.state() != State.RELEASING
                && task != null
                && tasks.find(new TaskId(task))
                        .map(TaskView::state)
                        .filter(state -> state.isEnd())
                        .isPresent();
    }

    @Override
    public Submission review(UUID id, String words) {
        return act(id, submission -> {
            User user = permitted(REVIEW, submission);
            if (submission.state() != State.REVIEWING) throw wrong(submission);
            others.require(user, REVIEW, submission, Step.REVIEW);
            decide(submission, user, REVIEW, Step.REVIEW, State.APPROVED, words, "review");
        });
    }

    @Override
    public Submission giveBack(UUID id, String words) {
        return act(id, submission -> {
            User user = permitted(RETURN, submission);
            boolean open = submission.state() == State.REVIEWING || submission.state() == State.APPROVED;
            if (!open) throw wrong(submission);
            others.require(user, RETURN, submission, Step.REVIEW);
            State next = submission.kind().hasFiles() ? State.MENDING : State.WITHDRAWN;
            Step step = submission.state() == State.REVIEWING ? Step.REVIEW : Step.RELEASE;
            StepTable.Ended back =
                    StepTable.Ended.by(user.id(), step, Outcome.RETURNED, clock.now(), words(words, true));
            standing.move(submission, next, submission.round(), back, "return", null);
        });
    }

    @Override
    public Submission release(UUID id, String words) {
        return act(id, submission -> {
            User user = permitted(RELEASE, submission);
            if (submission.state() != State.APPROVED) throw wrong(submission);
            others.require(user, RELEASE, submission, Step.RELEASE);
            decide(submission, user, RELEASE, Step.RELEASE, State.RELEASING, words, "release-order");
        });
    }

    private void decide(
            Submission submission, User user, String permission, Step step, State next, String words, String verb) {
        var now = clock.now();
        Map<String, Object> figures = OtherPersons.lentTo(user, permission);
        StepTable.Ended decided =
                new StepTable.Ended(step, Outcome.DONE, now, now, user.id(), words(words, true), figures, List.of());
        standing.move(submission, next, submission.round(), decided, verb, null);
    }

    @Override
    public Submission withdraw(UUID id, String words) {
        return act(id, submission -> {
            User user = permitted(CREATE, submission);
            if (submission.state().isEnd() || submission.state() == State.RELEASING) throw wrong(submission);
            if (!user.id().equals(submission.submittedBy()))
                throw new ProblemAnswer(403, Problem.refused("intake.not-submitter", Problem.Place.UNKNOWN));
            StepTable.Ended back =
                    StepTable.Ended.by(user.id(), Step.MEND, Outcome.WITHDRAWN, clock.now(), words(words, true));
            standing.move(submission, State.WITHDRAWN, submission.round(), back, "withdraw", null);
            UUID task = submission.task();
            if (task != null) tasks.cancel(new TaskId(task));
        });
    }

    @Override
    public void accept(UUID id, String rule, String feature, String reason) {
        act(id, submission -> {
            User user = permitted(REVIEW, submission);
            if (submission.state().isEnd()) throw wrong(submission);
            others.require(user, REVIEW, submission, Step.REVIEW);
            if (rule.isBlank() || rule.length() > 100 || feature.length() > 200) throw wrong(submission);
            try {
                Accepted one = new Accepted(rule, feature, words(reason, true), user.id());
                accepted.add(id, one, clock.now());
            } catch (DuplicateKeyException e) {
                throw ProblemAnswer.conflict("intake.accepted", "rule", rule, "feature", feature);
            }
            standing.note(user.id(), "accept", submission, null);
        });
    }

    @Override
    public List<Accepted> listAccepted(Submission submission) {
        return accepted.list(submission.id());
    }

    private interface Act {
        void on(Submission submission);
    }

    /** In one transaction that holds the submission's row. */
    private Submission act(UUID id, Act act) {
        transaction.executeWithoutResult(status -> act.on(submissions
                .lock(id)
                .filter(sight::sees)
                .orElseThrow(() -> ProblemAnswer.notFound("intake.unknown", "id", id))));
        return submissions.find(id).orElseThrow();
    }

    private User permitted(String permission, Submission submission) {
        if (!sight.reaches(permission, submission.division(), submission.classification()))
            throw elsewhere(submission.division());
        return current.get();
    }

    private static ProblemAnswer wrong(Submission submission) {
        return ProblemAnswer.conflict(
                "intake.state",
                "number",
                submission.number(),
                "state",
                submission.state().name());
    }

    private static String words(@Nullable String text, boolean needed) {
        String said = text == null ? "" : text.strip();
        if (needed && said.isEmpty() || said.length() > LONGEST_WORDS)
            throw CandidateMaking.refused("intake.words", "most", LONGEST_WORDS);
        return said;
    }
}
