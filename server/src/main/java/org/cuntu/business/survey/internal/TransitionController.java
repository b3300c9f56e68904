package org.cuntu.business.survey.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed between two years over HTTP. The first who asks for two years may be told 202, with how far it is, and asks again. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/survey")
class TransitionController {
    private static final long WAIT_MS = 1_000;
    private static final int MOST = 200;

    private final YearPair years;
    private final ChangeList changes;
    private final SurveyFile file;
    private final StandingSurveys ground;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    TransitionController(
            YearPair years,
            ChangeList changes,
            SurveyFile file,
            StandingSurveys ground,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.years = years;
        this.changes = changes;
        this.file = file;
        this.ground = ground;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /**
     * @param from T of the earlier year, required
     * @param to T of the later; missing: today
     * @param columns three, first, second or full
     * @param fromCls key of the earlier class
     * @param toCls key of the later class
     */
    record Years(
            @Nullable String layer,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String known,
            @Nullable String division,
            @Nullable String level,
            @Nullable String columns,
            @Nullable String fromCls,
            @Nullable String toCls,
            @Nullable String unit) {
        YearPair.Asked asked() {
            if (from == null) throw SurveyParams.wrong("from");
            return new YearPair.Asked(
                    SurveyParams.layerOr(layer),
                    from,
                    to,
                    SurveyParams.blank(known),
                    SurveyParams.blank(division),
                    SurveyParams.level(level),
                    SurveyParams.classes(columns));
        }
    }

    @GetMapping("/transition")
    @Requires(StandingSurveys.PERMISSION)
    ResponseEntity<SurveyJson.TransitionView> transition(@ModelAttribute Years asked) {
        AreaUnit unit = SurveyParams.unit(asked.unit);
        YearPair.Pair pair = years.of(asked.asked(), WAIT_MS);
        if (pair.flows() == null)
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .body(SurveyJson.TransitionView.making(pair, years.progress(pair), unit));
        return SurveyController.answer(SurveyJson.TransitionView.of(pair, made(pair, pair.flows(), asked, unit)));
    }

    Transition made(YearPair.Pair pair, Flows flows, Years asked, AreaUnit unit) {
        Tally before = Objects.requireNonNull(ground.tally(pair.before()));
        Tally after = Objects.requireNonNull(ground.tally(pair.after()));
        return new TransitionMaking(
                        pair.after().roll(), SurveyParams.classes(asked.columns), pair.rows(), unit, file.places(unit))
                .make(flows, before, after);
    }

    /** @param leaf the proof log's receipt; null for a later page of what was opened */
    record Changes(
            long count,
            String area,
            int page,
            List<ChangeList.Item> items,
            @Nullable String leaf) {}

    @GetMapping("/changes")
    @Requires("survey:patch:read")
    ResponseEntity<Changes> changes(
            @ModelAttribute Years asked,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "false") boolean shapes) {
        if (page < 0 || size < 1 || size > MOST || page > 1_000_000) throw SurveyParams.wrong("page");
        YearPair.Pair pair = years.of(asked.asked(), WAIT_MS);
        ChangeList.Wanted wanted = new ChangeList.Wanted(
                SurveyParams.blank(asked.fromCls),
                SurveyParams.blank(asked.toCls),
                SurveyParams.classes(asked.columns));
        ChangeList.Page found = changes.page(pair, made(pair), wanted, page, size, shapes);
        String object = pair.after().layer().layer() + " "
                + pair.before().baseline().asOf() + " "
                + pair.after().baseline().asOf() + " " + pair.division().code() + " "
                + (wanted.from() == null ? "*" : wanted.from()) + ">" + (wanted.to() == null ? "*" : wanted.to());
        String leaf = page > 0
                ? null
                : Objects.requireNonNull(transaction.execute(status -> proof.append(new ProofAct(
                        actor.id(), "survey:patch:read", object, pair.later().hash()))));
        return SurveyController.answer(new Changes(found.count(), found.area(), page, found.items(), leaf));
    }

    /** New construction by what explains it. */
    @GetMapping("/causes")
    @Requires(StandingSurveys.PERMISSION)
    ResponseEntity<ChangeList.Explained> causes(@ModelAttribute Years asked) {
        YearPair.Pair pair = years.of(asked.asked(), WAIT_MS);
        return SurveyController.answer(changes.explained(pair, made(pair)));
    }

    private static Flows made(YearPair.Pair pair) {
        Flows flows = pair.flows();
        if (flows == null)
            throw new ProblemAnswer(
                    409,
                    Problem.refused(
                            "survey.being-made",
                            Problem.Place.UNKNOWN,
                            "layer",
                            pair.after().layer().layer()));
        return flows;
    }
}
