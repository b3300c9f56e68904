package org.cuntu.business.survey.internal;

import java.time.LocalDate;
import java.util.List;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The indexes of the surveys over HTTP. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/survey")
class IndexController {
    private final IndexMaking indexes;

    IndexController(IndexMaking indexes) {
        this.indexes = indexes;
    }

    /**
     * Indexes of the parts of a division.
     *
     * @param layer only those of this survey; missing: all
     * @param level of the rows; missing: directly below the division
     */
    @GetMapping("/indexes/table")
    @Requires(StandingSurveys.PERMISSION)
    ResponseEntity<IndexMaking.IndexTable> table(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String layer,
            @RequestParam(required = false) @Nullable String level) {
        return SurveyController.answer(indexes.table(
                new IndexMaking.Asked(asOf, SurveyParams.blank(known), SurveyParams.blank(division)),
                SurveyParams.level(level),
                SurveyParams.blank(layer)));
    }

    /** @param division its code; missing: the city */
    @GetMapping("/indexes")
    @Requires(StandingSurveys.PERMISSION)
    ResponseEntity<List<IndexMaking.IndexView>> list(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String division) {
        return SurveyController.answer(
                indexes.list(new IndexMaking.Asked(asOf, SurveyParams.blank(known), SurveyParams.blank(division))));
    }
}
