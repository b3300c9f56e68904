package org.cuntu.core.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterReview;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.MatterStep.Conclusion;
import org.cuntu.core.cases.MatterStep.Kind;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.http.ProblemAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What can be done to a step, and why not. */
@Component
class CasePossible {
    private final CaseTaskTable tasks;
    private final CasePersons persons;
    private final CaseMaterials materials;
    private final CaseFindings findings;

    CasePossible(CaseTaskTable tasks, CasePersons persons, CaseMaterials materials, CaseFindings findings) {
        this.tasks = tasks;
        this.persons = persons;
        this.materials = materials;
        this.findings = findings;
    }

    /** An open step of the case. */
    CaseTaskTable.Row open(CaseRow row, UUID task) {
        CaseTaskTable.Row found = tasks.find(task)
                .filter(each -> each.task().caseId().equals(row.id()))
                .orElseThrow(() -> ProblemAnswer.notFound("cases.unknown-task", "task", task));
        if (!found.isOpen()) throw ProblemAnswer.conflict("cases.someone-acted");
        return found;
    }

    /** Whoever may take it and has it, or nobody has: then the caller has it from now on. */
    void take(CaseRow row, Matter matter, MatterStep step, CaseTaskTable.Row task) {
        if (step.kind() == Kind.CORRECT)
            throw new ProblemAnswer(409, Problem.refused("cases.applicant-has-it", Problem.Place.UNKNOWN));
        persons.whyNot(row, matter, step, task.task().unit()).ifPresent(why -> {
            throw new ProblemAnswer(403, why);
        });
        String holder = task.task().holder();
        if (holder == null) tasks.hold(task.task().id(), persons.id());
        else if (!isHeld(step, holder) && !persons.isOwner()) throw ProblemAnswer.conflict("cases.held", "who", holder);
    }

    /** By the caller, or by whoever lent the caller the right (AB角). */
    boolean isHeld(MatterStep step, @Nullable String holder) {
        return holder != null
                && (holder.equals(persons.id())
                        || persons.lenders(step.permission()).contains(holder));
    }

    /** Why a conclusion is closed for everybody; empty: it is open. */
    Optional<Problem> closed(CaseRow row, Matter matter, MatterStep step, Conclusion conclusion) {
        if (row.flags().correcting())
            return Optional.of(Problem.refused("cases.correcting", Problem.Place.UNKNOWN, "number", row.called()));
        boolean ends = step.kind() == Kind.DECIDE && conclusion != Conclusion.RETURN;
        if (ends && row.flags().suspended())
            return Optional.of(Problem.refused("cases.suspended", Problem.Place.UNKNOWN, "number", row.called()));
        if (step.kind() == Kind.ISSUE && conclusion == Conclusion.DONE) {
            List<String> lacking = lacking(row, matter);
            if (!lacking.isEmpty())
                return Optional.of(Problem.refused(
                        "cases.deferred", Problem.Place.UNKNOWN, "materials", String.join("、", lacking)));
        }
        if (goesOn(step, conclusion)) {
            Optional<Problem> lapsed = lapsed(row, matter, step);
            if (lapsed.isPresent()) return lapsed;
        }
        if (conclusion != Conclusion.AGREE) return Optional.empty();
        return step.kind() == Kind.JOIN ? notJoined(row, matter, step) : notAgreed(row, matter, step);
    }

    /** Where the case would be accepted, granted or handed out. */
    private static boolean goesOn(MatterStep step, Conclusion conclusion) {
        return switch (step.kind()) {
            case ACCEPT -> conclusion == Conclusion.ACCEPT;
            case DECIDE -> conclusion == Conclusion.AGREE;
            case ISSUE -> conclusion == Conclusion.DONE;
            case EXAMINE, JOIN, CHECK, VISIT, CORRECT -> false;
        };
    }

    /** What it stands on holds no more. What has run out since the decision does not undo it; what was taken back does. */
    private Optional<Problem> lapsed(CaseRow row, Matter matter, MatterStep step) {
        Instant decided = step.kind() == Kind.ISSUE ? row.times().decidedAt() : null;
        return materials.lapsed(row, matter, decided).stream().findFirst();
    }

    /** The unit speaks for its own layers (会审): where the matter names none, whatever blocks closes its agreement. */
    private Optional<Problem> notJoined(CaseRow row, Matter matter, MatterStep step) {
        MatterReview review = matter.review();
        if (review == null || row.review() == null || !review.blocking()) return Optional.empty();
        if (!row.review().conclusion().equals("FAIL")) return Optional.empty();
        List<JsonNode> failing = findings.failing(row.review(), step.layers());
        if (failing.isEmpty()) return Optional.empty();
        return Optional.of(Problem.refused(
                "cases.join-fails",
                Problem.Place.UNKNOWN,
                "step",
                step.title().zh(),
                "review",
                row.review().id(),
                "conflicts",
                failing.size(),
                "finding",
                failing.getFirst().path("title").asString(""),
                "area",
                failing.getFirst().path("area").asString("")));
    }

    private Optional<Problem> notAgreed(CaseRow row, Matter matter, MatterStep step) {
        MatterReview review = matter.review();
        if (review == null || step.kind() == Kind.ACCEPT) return Optional.empty();
        if (row.review() == null)
            return Optional.of(Problem.refused("cases.no-review", Problem.Place.UNKNOWN, "number", row.called()));
        if (!row.review().conclusion().equals("FAIL") || !review.blocking()) return Optional.empty();
        return Optional.of(Problem.refused(
                "cases.review-fails",
                Problem.Place.UNKNOWN,
                "review",
                row.review().id(),
                "conflicts",
                row.review().conflicts()));
    }

    private List<String> lacking(CaseRow row, Matter matter) {
        Map<String, String> states = materials.states(row, matter);
        return matter.materials().stream()
                .filter(need -> "DEFERRED".equals(states.get(need.id())))
                .map(need -> need.title().zh())
                .toList();
    }

    /** Earlier steps of the case, in the matter's order. */
    List<String> backs(CaseRow row, Matter matter, MatterStep step) {
        Set<String> been = new TreeSet<>();
        for (CaseTaskTable.Row each : tasks.list(row.id()))
            if (each.task().conclusion() != null) been.add(each.task().step());
        List<String> order = matter.steps().stream().map(MatterStep::id).toList();
        int here = order.indexOf(step.id());
        List<String> backs = new ArrayList<>();
        for (MatterStep each : matter.steps()) {
            boolean earlier = order.indexOf(each.id()) < here && been.contains(each.id());
            boolean named = step.back().isEmpty() || step.back().contains(each.id());
            if (earlier && named && each.kind() != Kind.CORRECT) backs.add(each.id());
        }
        return backs;
    }

    String back(CaseRow row, Matter matter, MatterStep step, @Nullable String back) {
        List<String> backs = backs(row, matter, step);
        if (back == null || !backs.contains(back))
            throw CaseChecks.refused("cases.back", "back", String.valueOf(back), "possible", String.join(", ", backs));
        return back;
    }

    /** Those that whoever may act on it could give now. @param backs where it could be sent back to */
    List<Conclusion> conclusions(CaseRow row, Matter matter, MatterStep step, List<String> backs) {
        return step.conclusions().stream()
                .filter(each -> closed(row, matter, step, each).isEmpty())
                .filter(each -> each != Conclusion.RETURN || !backs.isEmpty())
                .toList();
    }

    /** Why the caller cannot act on an open step. */
    Optional<Problem> whyNot(CaseRow row, Matter matter, MatterStep step, CaseTaskTable.Row task) {
        if (step.kind() == Kind.CORRECT)
            return Optional.of(Problem.refused("cases.applicant-has-it", Problem.Place.UNKNOWN));
        Optional<Problem> person = persons.whyNot(row, matter, step, task.task().unit());
        if (person.isPresent()) return person;
        String holder = task.task().holder();
        if (holder != null && !isHeld(step, holder))
            return Optional.of(Problem.refused("cases.held", Problem.Place.UNKNOWN, "who", holder));
        return Optional.empty();
    }

    static boolean isBeforeDecision(CaseState state) {
        return state == CaseState.SUBMITTED || state == CaseState.CORRECTING || state == CaseState.IN_REVIEW;
    }
}
