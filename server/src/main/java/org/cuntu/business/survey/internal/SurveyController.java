package org.cuntu.business.survey.internal;

import java.util.List;
import java.util.Objects;
import org.cuntu.business.survey.DivisionLevel;
import org.cuntu.business.survey.SurveyStatistics;
import org.cuntu.business.survey.TableQuestion;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.identity.Organisation.Division;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tables of a year over HTTP. A table is a sum and no record; opening its patches is one proof entry. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/survey")
class SurveyController {
    private static final int MOST = 200;

    private final SurveyStatistics statistics;
    private final CityStatistics city;
    private final StandingSurveys ground;
    private final DivisionRows divisions;
    private final PatchList patches;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    SurveyController(
            SurveyStatistics statistics,
            CityStatistics city,
            StandingSurveys ground,
            DivisionRows divisions,
            PatchList patches,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.statistics = statistics;
        this.city = city;
        this.ground = ground;
        this.divisions = divisions;
        this.patches = patches;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** @param leaf the proof log's receipt; null for a later page of what was opened */
    record Patches(
            String asOf,
            SurveyJson.@Nullable VersionView snapshot,
            long count,
            String area,
            int page,
            List<PatchList.Item> items,
            @Nullable String leaf) {}

    @GetMapping("/layers")
    @Requires(StandingSurveys.PERMISSION)
    ResponseEntity<List<SurveyJson.LayerView>> layers() {
        return answer(
                statistics.listLayers().stream().map(SurveyJson.LayerView::of).toList());
    }

    @GetMapping("/table")
    @Requires(StandingSurveys.PERMISSION)
    ResponseEntity<SurveyJson.TableView> table(@ModelAttribute SurveyParams params) {
        return answer(SurveyJson.TableView.of(statistics.table(params.question())));
    }

    /**
     * The patches of a figure, the largest part first.
     *
     * @param page from 0
     * @param size 200 at most
     * @param shapes whether their outlines are wanted
     */
    @GetMapping("/patches")
    @Requires("survey:patch:read")
    ResponseEntity<Patches> patches(
            @ModelAttribute SurveyParams params,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "false") boolean shapes) {
        if (page < 0 || size < 1 || size > MOST || page > 1_000_000) throw SurveyParams.wrong("page");
        TableQuestion question = params.question();
        StandingSurveys.Standing standing = ground.at(question.layer(), question.asOf(), question.known());
        Division division = city.division(standing, question.division());
        DivisionRows.Rows rows = divisions.rows(
                division,
                DivisionLevel.VILLAGE,
                standing.baseline().asOf(),
                standing.reach(),
                standing.entry().classification());
        PatchList.Page found =
                patches.page(standing, ground.tally(standing), rows, question.only(), page, size, shapes);
        String object = question.layer() + " " + standing.baseline().asOf() + " " + division.code() + " "
                + told(question.only());
        String digest = standing.snapshot() == null ? null : standing.snapshot().hash();
        String leaf = page > 0
                ? null
                : Objects.requireNonNull(transaction.execute(
                        status -> proof.append(new ProofAct(actor.id(), "survey:patch:read", object, digest))));
        return answer(new Patches(
                standing.baseline().asOf().toString(),
                SurveyJson.VersionView.of(standing.snapshot()),
                found.count(),
                found.area(),
                page,
                found.items(),
                leaf));
    }

    /** A filter in the words of its parameters. */
    static String told(TableQuestion.Only only) {
        StringBuilder text = new StringBuilder();
        tell(text, "cls", only.landClass());
        tell(text, "owner", only.owner());
        tell(text, "town", only.town());
        tell(text, "slope", only.slope());
        tell(text, "planting", only.planting());
        return text.isEmpty() ? "all" : text.toString();
    }

    private static void tell(StringBuilder text, String name, @Nullable String value) {
        if (value != null)
            text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(value);
    }

    static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
