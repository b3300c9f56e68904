package org.cuntu.business.planning.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.Plan;
import org.cuntu.business.planning.PlanDeliveries;
import org.cuntu.business.planning.PlanFindings;
import org.cuntu.business.planning.PlanScheme;
import org.cuntu.business.planning.PlanState;
import org.cuntu.business.planning.PlanStep;
import org.cuntu.business.planning.PlanStep.Kind;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.business.planning.ProposalStep.Outcome;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans in the database; every act in one transaction that holds the version's row. */
@Component
class StoredPlans implements PlanDeliveries {
    private static final int LONGEST_WORDS = 1000;
    /** 内部. */
    private static final int CLASSIFICATION = 2;

    private final PlanTable plans;
    private final PlanRounds rounds;
    private final PlanSteps steps;
    private final PlanMoves moves;
    private final PlanOrders orders;
    private final PlanBeginnings beginnings;
    private final PlanPersons persons;
    private final PlanPossible possible;
    private final LineNoticeTable notices;
    private final CurrentUser current;
    private final Settings settings;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    StoredPlans(
            PlanTable plans,
            PlanRounds rounds,
            PlanSteps steps,
            PlanMoves moves,
            PlanOrders orders,
            PlanBeginnings beginnings,
            PlanPersons persons,
            PlanPossible possible,
            LineNoticeTable notices,
            CurrentUser current,
            Settings settings,
            CityClock clock,
            TransactionTemplate transaction) {
        this.plans = plans;
        this.rounds = rounds;
        this.steps = steps;
        this.moves = moves;
        this.orders = orders;
        this.beginnings = beginnings;
        this.persons = persons;
        this.possible = possible;
        this.notices = notices;
        this.current = current;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public PlanVersion deliver(Order order) {
        String division = orders.division(order.division());
        reached(PlanPersons.DELIVER, division, CLASSIFICATION);
        PlanScheme.Occasion occasion = orders.check(order);
        User user = current.get();
        Plan plan = new Plan(
                UUID.randomUUID(),
                order.kind(),
                order.name().strip(),
                division,
                CLASSIFICATION,
                order.listing(),
                user.id(),
                clock.now());
        boolean invented = order.invented() || settings.mode() == Settings.Mode.DEMO;
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            plans.add(plan);
            beginnings.begin(id, plan, 1, occasion.id(), order.grounds(), null, invented, order.files());
        });
        return plans.find(id).orElseThrow();
    }

    @Override
    public PlanVersion amend(UUID plan, String occasion, String grounds, List<Given> files) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            plans.lockPlan(plan);
            PlanVersion newest = listVersions(plan).stream()
                    .findFirst()
                    .orElseThrow(() -> ProblemAnswer.notFound("planning.unknown-plan", "id", plan));
            reached(PlanPersons.DELIVER, newest.plan().division(), newest.plan().classification());
            PlanVersion amended = amended(newest);
            PlanScheme scheme = orders.scheme(newest.plan().kind());
            PlanScheme.Occasion chosen = orders.occasion(scheme, occasion, true);
            orders.grounds(grounds);
            orders.check(scheme, files);
            List<Given> all = PlanRounds.replaced(
                    rounds.listFiles(amended.id(), amended.round()).stream()
                            .filter(file -> file.role() != PlanScheme.Role.DOCUMENT)
                            .toList(),
                    files);
            beginnings.begin(
                    id,
                    newest.plan(),
                    newest.version() + 1,
                    chosen.id(),
                    grounds,
                    amended.id(),
                    amended.invented(),
                    all);
        });
        return plans.find(id).orElseThrow();
    }

    /** The version in force that an amendment would stand on; refuses while another one is on its way. */
    private PlanVersion amended(PlanVersion newest) {
        if (!newest.isEnd()) throw conflict("planning.amendment-open", newest);
        return listVersions(newest.plan().id()).stream()
                .filter(version -> version.state() == PlanState.IN_FORCE)
                .findFirst()
                .orElseThrow(() -> conflict("planning.not-in-force", newest));
    }

    @Override
    public PlanVersion change(UUID version, List<Given> files, @Nullable String words) {
        return act(version, held -> {
            User user = permitted(PlanPersons.DELIVER, held);
            own(user, held);
            if (!PlanPossible.isChangeable(held)) throw wrong(held);
            if (files.isEmpty()) throw LineCandidates.refused("planning.no-files");
            orders.check(orders.scheme(held.plan().kind()), files);
            int round = held.round() + 1;
            rounds.add(held.id(), round, PlanRounds.replaced(rounds.listFiles(held.id(), held.round()), files));
            plans.forgetOutcome(held.id());
            moves.move(
                    held,
                    PlanState.DELIVERED,
                    0,
                    round,
                    PlanMoves.Taken.by(
                            user,
                            Kind.DELIVER,
                            PlanPersons.DELIVER,
                            words(words == null ? "" : words, false),
                            "change"));
        });
    }

    @Override
    public List<PlanVersion> list(Filter filter, int limit) {
        String division = filter.division();
        String words = filter.words() == null ? "" : filter.words().strip().toLowerCase(Locale.ROOT);
        return plans.listNewest(filter.kind(), division == null ? null : Reach.significant(division)).stream()
                .filter(this::sees)
                .filter(version -> filter.state() == null || version.state() == filter.state())
                .filter(version ->
                        version.plan().name().toLowerCase(Locale.ROOT).contains(words)
                                || version.number().toLowerCase(Locale.ROOT).contains(words))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<PlanVersion> find(UUID version) {
        return plans.find(version).filter(this::sees);
    }

    @Override
    public List<PlanVersion> listVersions(UUID plan) {
        return plans.listVersions(plan).stream().filter(this::sees).toList();
    }

    @Override
    public Optional<PlanVersion> findInForce(UUID plan, LocalDate day, @Nullable Instant known) {
        return plans.findInForce(plan, day, known).filter(this::sees);
    }

    private boolean sees(PlanVersion version) {
        return possible.permits(PlanPersons.READ, version);
    }

    private void reached(String permission, String division, int classification) {
        if (!possible.permits(permission, division, classification))
            throw new ProblemAnswer(
                    403, Problem.refused("planning.other-division", Problem.Place.UNKNOWN, "division", division));
    }

    @Override
    public List<PlanStep> listSteps(PlanVersion version) {
        return steps.list(version.id());
    }

    @Override
    public List<Given> listFiles(PlanVersion version) {
        return rounds.listFiles(version.id(), version.round());
    }

    @Override
    public List<PlanMap> listMaps(PlanVersion version) {
        return rounds.listMaps(version.id(), version.round());
    }

    @Override
    public Optional<PlanFindings> findFindings(PlanVersion version) {
        return rounds.findings(version.id(), version.round());
    }

    @Override
    public PlanVersion agree(UUID version, String words) {
        return act(version, held -> {
            User user = permitted(PlanPersons.REVIEW, held);
            ControlLine.Step step = atStep(user, held);
            PlanFindings findings = findFindings(held).orElseThrow(() -> wrong(held));
            if (!findings.stopping().isEmpty()) throw new ProblemAnswer(409, stopped(findings));
            if (persons.isLast(held)) notices.tell("AGREED", held, findings.affected());
            moves.move(
                    held,
                    PlanState.UNDER_REVIEW,
                    held.step() + 1,
                    held.round(),
                    PlanMoves.Taken.by(user, Kind.REVIEW, PlanPersons.REVIEW, words(words, true), "review")
                            .of(step.id()));
        });
    }

    /** Which rules stop it. */
    static Problem stopped(PlanFindings findings) {
        String named =
                findings.stopping().stream().map(each -> each.rule().id()).collect(Collectors.joining(", "));
        return Problem.refused("planning.plan-stopped", Problem.Place.UNKNOWN, "rules", named);
    }

    @Override
    public PlanVersion giveBack(UUID version, String words) {
        return act(version, held -> {
            User user = permitted(PlanPersons.REVIEW, held);
            ControlLine.Step step = atStep(user, held);
            moves.move(
                    held,
                    PlanState.RETURNED,
                    0,
                    held.round(),
                    PlanMoves.Taken.by(user, Kind.REVIEW, PlanPersons.REVIEW, words(words, true), "return")
                            .of(step.id())
                            .ending(Outcome.RETURNED));
        });
    }

    private ControlLine.Step atStep(User user, PlanVersion version) {
        ControlLine.Step step = persons.waiting(version).orElseThrow(() -> wrong(version));
        if (!persons.holds(user, step, version))
            throw new ProblemAnswer(
                    403, Problem.refused("planning.other-step", Problem.Place.UNKNOWN, "step", step.zh()));
        other(user, PlanPersons.REVIEW, version);
        return step;
    }

    private void other(User user, String permission, PlanVersion version) {
        if (!persons.isOther(user, permission, version))
            throw new ProblemAnswer(403, Problem.refused("planning.same-person", Problem.Place.UNKNOWN));
    }

    @Override
    public PlanVersion display(UUID version, LocalDate from, @Nullable LocalDate to, String place) {
        return act(version, held -> {
            User user = permitted(PlanPersons.REVIEW, held);
            if (!persons.waitsForDisplay(held)) throw wrong(held);
            if (user.id().equals(held.deliveredBy()))
                throw new ProblemAnswer(403, Problem.refused("planning.same-person", Problem.Place.UNKNOWN));
            PlanVersion.Display display = orders.display(persons.occasion(held).orElseThrow(), from, to, place);
            plans.display(held.id(), display);
            moves.move(
                    held,
                    PlanState.ON_DISPLAY,
                    held.step(),
                    held.round(),
                    PlanMoves.Taken.by(user, Kind.DISPLAY, PlanPersons.REVIEW, display.place(), "display"));
        });
    }

    @Override
    public PlanVersion approve(UUID version, PlanVersion.Approval approval, Given scan, String words) {
        return act(version, held -> {
            User user = permitted(PlanPersons.APPROVE, held);
            if (!persons.waitsForApproval(held)) throw wrong(held);
            other(user, PlanPersons.APPROVE, held);
            PlanFindings findings = findFindings(held).orElseThrow(() -> wrong(held));
            if (!findings.stopping().isEmpty()) throw new ProblemAnswer(409, stopped(findings));
            boolean changes = listMaps(held).stream().anyMatch(map -> map.candidate() != null);
            orders.check(approval, changes);
            orders.named(scan);
            plans.approve(held.id(), approval);
            rounds.addLater(held.id(), held.round(), scan);
            moves.move(
                    held,
                    PlanState.APPROVED,
                    held.step(),
                    held.round(),
                    PlanMoves.Taken.by(user, Kind.APPROVE, PlanPersons.APPROVE, words(words, false), "approve")
                            .naming(scan.sha256()));
        });
    }

    @Override
    public PlanVersion withdraw(UUID version, String words) {
        return act(version, held -> {
            User user = permitted(PlanPersons.DELIVER, held);
            own(user, held);
            if (held.isEnd() || held.state() == PlanState.APPROVED) throw wrong(held);
            moves.move(
                    held,
                    PlanState.WITHDRAWN,
                    0,
                    held.round(),
                    PlanMoves.Taken.by(user, Kind.WITHDRAW, PlanPersons.DELIVER, words(words, true), "withdraw"));
        });
    }

    @Override
    public List<String> listPossible(PlanVersion version) {
        return possible.list(version);
    }

    private interface Act {
        void on(PlanVersion held);
    }

    private PlanVersion act(UUID version, Act act) {
        transaction.executeWithoutResult(status -> act.on(plans.lock(version)
                .filter(this::sees)
                .orElseThrow(() -> ProblemAnswer.notFound("planning.unknown-plan", "id", version))));
        return plans.find(version).orElseThrow();
    }

    private User permitted(String permission, PlanVersion version) {
        reached(permission, version.plan().division(), version.plan().classification());
        return current.get();
    }

    private static void own(User user, PlanVersion version) {
        if (!user.id().equals(version.deliveredBy()))
            throw new ProblemAnswer(403, Problem.refused("planning.not-deliverer", Problem.Place.UNKNOWN));
    }

    private static ProblemAnswer wrong(PlanVersion version) {
        return conflict("planning.plan-state", version);
    }

    private static ProblemAnswer conflict(String code, PlanVersion version) {
        return ProblemAnswer.conflict(
                code, "number", version.number(), "state", version.state().name());
    }

    private static String words(String words, boolean needed) {
        String said = words.strip();
        if (said.length() > LONGEST_WORDS || needed && said.isEmpty())
            throw LineCandidates.refused("planning.words", "most", LONGEST_WORDS);
        return said;
    }
}
