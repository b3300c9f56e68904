package org.cuntu.business.planning.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.Proposal;
import org.cuntu.business.planning.Proposal.State;
import org.cuntu.business.planning.ProposalFindings;
import org.cuntu.business.planning.ProposalStep;
import org.cuntu.business.planning.ProposalStep.Kind;
import org.cuntu.business.planning.ProposalStep.Outcome;
import org.cuntu.business.planning.Proposals;
import org.cuntu.business.planning.RuleAnswer;
import org.cuntu.core.onemap.LayerRegister;
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

/** Proposals in the database; every act in one transaction that holds the proposal's row. */
@Component
class StoredProposals implements Proposals {
    private static final int LONGEST_WORDS = 1000;
    /** Those not seen are left out afterwards. */
    private static final int CANDIDATES = 5;

    private final ProposalTable proposals;
    private final ProposalRounds rounds;
    private final ProposalSteps steps;
    private final ProposalMoves moves;
    private final ProposalOrders orders;
    private final ProposalPersons persons;
    private final LinesFile lines;
    private final LayerRegister register;
    private final CurrentUser current;
    private final Settings settings;
    private final LineNoticeTable notices;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    StoredProposals(
            ProposalTable proposals,
            ProposalRounds rounds,
            ProposalSteps steps,
            ProposalMoves moves,
            ProposalOrders orders,
            ProposalPersons persons,
            LinesFile lines,
            LayerRegister register,
            CurrentUser current,
            Settings settings,
            LineNoticeTable notices,
            CityClock clock,
            TransactionTemplate transaction) {
        this.proposals = proposals;
        this.rounds = rounds;
        this.steps = steps;
        this.moves = moves;
        this.orders = orders;
        this.persons = persons;
        this.lines = lines;
        this.register = register;
        this.current = current;
        this.settings = settings;
        this.notices = notices;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Proposal create(Order order) {
        String division = orders.division(order.division());
        int classification = register.findLayer(order.layer())
                .orElseThrow(() -> LineCandidates.refused("planning.unknown-line", "layer", order.layer()))
                .classification();
        if (!reaches(ProposalPersons.PROPOSE, division, classification))
            throw new ProblemAnswer(
                    403, Problem.refused("planning.other-division", Problem.Place.UNKNOWN, "division", division));
        orders.check(order);
        User user = current.get();
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            Instant now = clock.now();
            Proposal made = new Proposal(
                    id,
                    proposals.nextNumber(lines.numberLetters(), clock.today().getYear(), division),
                    order.layer(),
                    division,
                    classification,
                    order.title().strip(),
                    order.ground(),
                    order.reason().strip(),
                    order.inForceFrom(),
                    order.invented() || settings.mode() == Settings.Mode.DEMO,
                    user.id(),
                    user.unit(),
                    now,
                    State.MAKING,
                    0,
                    1,
                    null,
                    null,
                    now);
            proposals.add(made);
            rounds.add(id, 1, user.id(), now, order.shapes(), order.documents());
            moves.move(made, State.MAKING, 0, 1, taken(user, Kind.PROPOSE, ProposalPersons.PROPOSE, "", "propose"));
        });
        return proposals.find(id).orElseThrow();
    }

    @Override
    public List<Proposal> list(Filter filter, int limit) {
        String division = filter.division();
        return proposals
                .list(
                        filter.layer(),
                        division == null ? null : Reach.significant(division),
                        filter.mine() ? current.get().id() : null,
                        filter.open(),
                        limit * CANDIDATES)
                .stream()
                .filter(this::sees)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Proposal> find(UUID id) {
        return proposals.find(id).filter(this::sees);
    }

    private boolean sees(Proposal proposal) {
        return reaches(ProposalPersons.READ, proposal.division(), proposal.classification());
    }

    private boolean reaches(String permission, String division, int classification) {
        return current.reach(permission).sees(Reach.significant(division), classification);
    }

    @Override
    public List<ProposalStep> listSteps(Proposal proposal) {
        return steps.list(proposal.id());
    }

    @Override
    public List<Round> listRounds(Proposal proposal) {
        return rounds.list(proposal.id());
    }

    @Override
    public List<Given> listFiles(Proposal proposal, int round) {
        return rounds.listFiles(proposal.id(), round);
    }

    @Override
    public Optional<ProposalFindings> findFindings(Proposal proposal) {
        return rounds.findings(proposal.id(), proposal.round());
    }

    @Override
    public Proposal change(UUID id, Shapes shapes, List<Given> documents, @Nullable String words) {
        return act(id, proposal -> {
            User user = permitted(ProposalPersons.PROPOSE, proposal);
            if (proposal.state() != State.OPEN) throw wrong(proposal);
            own(user, proposal);
            Shapes wanted = shapes.in().isEmpty()
                            && shapes.out().isEmpty()
                            && shapes.files().isEmpty()
                    ? rounds.shapes(id, proposal.round())
                    : shapes;
            orders.check(orders.line(proposal.layer()), wanted);
            orders.checkDocuments(documents);
            int round = proposal.round() + 1;
            rounds.add(id, round, user.id(), clock.now(), wanted, documents);
            moves.move(
                    proposal,
                    State.MAKING,
                    0,
                    round,
                    taken(user, Kind.PROPOSE, ProposalPersons.PROPOSE, words(words, false), "change"));
        });
    }

    @Override
    public Proposal submit(UUID id, String words) {
        return act(id, proposal -> {
            User user = permitted(ProposalPersons.PROPOSE, proposal);
            if (proposal.state() != State.OPEN) throw wrong(proposal);
            own(user, proposal);
            ProposalFindings findings = rounds.findings(id, proposal.round()).orElseThrow(() -> wrong(proposal));
            if (!findings.stopping().isEmpty()) throw new ProblemAnswer(409, stopped(findings));
            notices.tell("PROPOSED", proposal, findings.affected());
            moves.move(
                    proposal,
                    State.REVIEWING,
                    0,
                    proposal.round(),
                    taken(user, Kind.SUBMIT, ProposalPersons.PROPOSE, words(words, false), "submit"));
        });
    }

    /** Which rules stop it. */
    static Problem stopped(ProposalFindings findings) {
        String named = findings.stopping().stream()
                .map(RuleAnswer::rule)
                .map(rule -> rule.id())
                .collect(Collectors.joining(", "));
        return Problem.refused("planning.stopped", Problem.Place.UNKNOWN, "rules", named);
    }

    @Override
    public Proposal agree(UUID id, String words) {
        return act(id, proposal -> {
            User user = permitted(ProposalPersons.REVIEW, proposal);
            ControlLine line = orders.line(proposal.layer());
            ControlLine.Step step = atStep(user, proposal, line, ProposalPersons.REVIEW);
            if (persons.isLast(proposal, line)) throw wrong(proposal);
            moves.move(
                    proposal,
                    State.REVIEWING,
                    proposal.step() + 1,
                    proposal.round(),
                    of(step, taken(user, Kind.REVIEW, ProposalPersons.REVIEW, words(words, true), "review")));
        });
    }

    @Override
    public Proposal giveBack(UUID id, String words) {
        return act(id, proposal -> {
            User user = permitted(ProposalPersons.REVIEW, proposal);
            ControlLine.Step step = atStep(user, proposal, orders.line(proposal.layer()), ProposalPersons.REVIEW);
            ProposalMoves.Taken back =
                    ProposalMoves.Taken.by(user.id(), Kind.REVIEW, Outcome.RETURNED, words(words, true), "return");
            moves.move(proposal, State.OPEN, 0, proposal.round(), of(step, back));
        });
    }

    @Override
    public Proposal release(UUID id, String words) {
        return act(id, proposal -> {
            User user = permitted(ProposalPersons.RELEASE, proposal);
            ControlLine line = orders.line(proposal.layer());
            ControlLine.Step step = atStep(user, proposal, line, ProposalPersons.RELEASE);
            if (!persons.isLast(proposal, line)) throw wrong(proposal);
            ProposalFindings findings = rounds.findings(id, proposal.round()).orElseThrow(() -> wrong(proposal));
            if (!findings.stopping().isEmpty()) throw new ProblemAnswer(409, stopped(findings));
            moves.move(
                    proposal,
                    State.RELEASING,
                    proposal.step(),
                    proposal.round(),
                    of(step, taken(user, Kind.REVIEW, ProposalPersons.RELEASE, words(words, true), "release-order")));
        });
    }

    private ControlLine.Step atStep(User user, Proposal proposal, ControlLine line, String permission) {
        ControlLine.Step step = persons.waiting(proposal, line).orElseThrow(() -> wrong(proposal));
        if (!persons.holds(user, step, permission, proposal))
            throw new ProblemAnswer(
                    403, Problem.refused("planning.other-step", Problem.Place.UNKNOWN, "step", step.zh()));
        if (!persons.isOther(user, permission, proposal))
            throw new ProblemAnswer(403, Problem.refused("planning.same-person", Problem.Place.UNKNOWN));
        return step;
    }

    @Override
    public Proposal withdraw(UUID id, String words) {
        return act(id, proposal -> {
            User user = permitted(ProposalPersons.PROPOSE, proposal);
            if (proposal.state().isEnd() || proposal.state() == State.RELEASING) throw wrong(proposal);
            own(user, proposal);
            moves.move(
                    proposal,
                    State.WITHDRAWN,
                    0,
                    proposal.round(),
                    ProposalMoves.Taken.by(user.id(), Kind.WITHDRAW, Outcome.DONE, words(words, true), "withdraw"));
        });
    }

    @Override
    public List<String> listPossible(Proposal proposal) {
        User user = current.get();
        List<String> can = new ArrayList<>();
        boolean own = user.id().equals(proposal.proposedBy())
                && reaches(ProposalPersons.PROPOSE, proposal.division(), proposal.classification());
        if (own && proposal.state() == State.OPEN) {
            can.add("change");
            if (findFindings(proposal)
                    .filter(found -> found.stopping().isEmpty())
                    .isPresent()) can.add("submit");
        }
        if (own && !proposal.state().isEnd() && proposal.state() != State.RELEASING) can.add("withdraw");
        ControlLine line = lines.findLine(proposal.layer(), clock.today()).orElse(null);
        ControlLine.Step step =
                line == null ? null : persons.waiting(proposal, line).orElse(null);
        if (line == null || step == null) return can;
        boolean last = persons.isLast(proposal, line);
        String permission = last ? ProposalPersons.RELEASE : ProposalPersons.REVIEW;
        if (persons.holds(user, step, permission, proposal) && persons.isOther(user, permission, proposal))
            can.add(last ? "release" : "agree");
        if (persons.holds(user, step, ProposalPersons.REVIEW, proposal)
                && persons.isOther(user, ProposalPersons.REVIEW, proposal)) can.add("return");
        return can;
    }

    private interface Act {
        void on(Proposal proposal);
    }

    private Proposal act(UUID id, Act act) {
        transaction.executeWithoutResult(status -> act.on(proposals
                .lock(id)
                .filter(this::sees)
                .orElseThrow(() -> ProblemAnswer.notFound("planning.unknown", "id", id))));
        return proposals.find(id).orElseThrow();
    }

    private User permitted(String permission, Proposal proposal) {
        if (!reaches(permission, proposal.division(), proposal.classification()))
            throw new ProblemAnswer(
                    403,
                    Problem.refused("planning.other-division", Problem.Place.UNKNOWN, "division", proposal.division()));
        return current.get();
    }

    private static void own(User user, Proposal proposal) {
        if (!user.id().equals(proposal.proposedBy()))
            throw new ProblemAnswer(403, Problem.refused("planning.not-proposer", Problem.Place.UNKNOWN));
    }

    private static ProposalMoves.Taken taken(User user, Kind kind, String permission, String words, String verb) {
        List<String> lenders = List.copyOf(new TreeSet<>(user.lenders(permission)));
        return new ProposalMoves.Taken(kind, null, Outcome.DONE, user.id(), lenders, words, List.of(), verb, null);
    }

    private static ProposalMoves.Taken of(ControlLine.Step step, ProposalMoves.Taken t) {
        return new ProposalMoves.Taken(
                t.kind(), step.id(), t.outcome(), t.actor(), t.lentBy(), t.words(), t.problems(), t.verb(), t.digest());
    }

    private static ProblemAnswer wrong(Proposal proposal) {
        return ProblemAnswer.conflict(
                "planning.state",
                "number",
                proposal.number(),
                "state",
                proposal.state().name());
    }

    private static String words(@Nullable String text, boolean needed) {
        String said = text == null ? "" : text.strip();
        if (needed && said.isEmpty() || said.length() > LONGEST_WORDS)
            throw LineCandidates.refused("planning.words", "most", LONGEST_WORDS);
        return said;
    }
}
