package org.cuntu.business.survey.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.business.survey.SurveyStatistics;
import org.cuntu.business.survey.TableQuestion;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables and transitions as files; each is one proof entry. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/survey")
class SurveyFileController {
    private static final long WAIT_MS = 20_000;

    private final SurveyStatistics statistics;
    private final IndexMaking indexes;
    private final YearPair years;
    private final TransitionController transitions;
    private final SheetMaking sheets;
    private final CityFolder city;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    SurveyFileController(
            SurveyStatistics statistics,
            IndexMaking indexes,
            YearPair years,
            TransitionController transitions,
            SheetMaking sheets,
            CityFolder city,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.statistics = statistics;
        this.indexes = indexes;
        this.years = years;
        this.transitions = transitions;
        this.sheets = sheets;
        this.city = city;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /**
     * @param what table, transition or indexes
     * @param as xlsx, csv or pdf
     */
    @GetMapping("/file")
    @Requires("survey:table:export")
    ResponseEntity<byte[]> file(
            @RequestParam String what,
            @RequestParam String as,
            @ModelAttribute SurveyParams params,
            @ModelAttribute TransitionController.Years asked,
            HttpServletRequest request) {
        SurveyWords words = new SurveyWords(Languages.of(request));
        Sheet sheet =
                switch (what) {
                    case "table" -> table(params, words);
                    case "transition" -> transition(asked, words);
                    case "indexes" -> indexes(params, words);
                    default -> throw SurveyParams.wrong("what");
                };
        byte[] bytes =
                switch (as) {
                    case "csv" -> SheetFile.csv(sheet);
                    case "xlsx" -> SheetFile.xlsx(sheet, words);
                    case "pdf" -> SheetFile.pdf(sheet, words, words.pick(city.zh(), city.en()));
                    default -> throw SurveyParams.wrong("as");
                };
        transaction.executeWithoutResult(status -> proof.append(new ProofAct(
                actor.id(),
                "survey:table:export",
                what + " " + as + " " + sheet.about(),
                Names.sha256(sheet.toString()))));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"survey-" + what + "." + as + "\"")
                .contentType(type(as))
                .body(bytes);
    }

    private Sheet table(SurveyParams params, SurveyWords words) {
        TableQuestion question = params.question();
        return sheets.of(statistics.table(question), question.columns().name().toLowerCase(Locale.ROOT), words);
    }

    private Sheet indexes(SurveyParams params, SurveyWords words) {
        String known = SurveyParams.blank(params.known());
        IndexMaking.Asked asked = new IndexMaking.Asked(params.asOf(), known, SurveyParams.blank(params.division()));
        IndexMaking.IndexTable made =
                indexes.table(asked, SurveyParams.level(params.level()), SurveyParams.blank(params.layer()));
        return sheets.of(made, known, words);
    }

    private Sheet transition(TransitionController.Years asked, SurveyWords words) {
        AreaUnit unit = SurveyParams.unit(asked.unit());
        YearPair.Pair pair = years.of(asked.asked(), WAIT_MS);
        Flows flows = pair.flows();
        if (flows == null)
            throw new ProblemAnswer(
                    409,
                    Problem.refused(
                            "survey.being-made",
                            Problem.Place.UNKNOWN,
                            "layer",
                            pair.after().layer().layer()));
        return sheets.of(pair, transitions.made(pair, flows, asked, unit), words);
    }

    private static MediaType type(String as) {
        return switch (as) {
            case "csv" -> MediaType.parseMediaType("text/csv;charset=UTF-8");
            case "pdf" -> MediaType.APPLICATION_PDF;
            default -> MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        };
    }
}
