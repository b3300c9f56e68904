package org.cuntu.business.planning.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cuntu.business.planning.PlanCoverage;
import org.cuntu.business.planning.PlanCoverages;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The coverage of detailed plans over HTTP, as a table and as files; each is one proof entry. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/planning/coverage")
class CoverageController {
    private static final String READ = "planning:coverage:read";

    private final PlanCoverages coverages;
    private final CoverageFile files;
    private final PlotsFile file;
    private final CityFolder city;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    CoverageController(
            PlanCoverages coverages,
            CoverageFile files,
            PlotsFile file,
            CityFolder city,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.coverages = coverages;
        this.files = files;
        this.file = file;
        this.city = city;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    @GetMapping
    @Requires(READ)
    ResponseEntity<Map<String, @Nullable Object>> table(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(defaultValue = "m2") String unit) {
        PlanCoverage coverage = coverages.of(asOf, known, unit(unit));
        note("read", String.valueOf(coverage.asOf()), null);
        return ok(tree(coverage));
    }

    /** @param as xlsx, csv or pdf */
    @GetMapping("/file")
    @Requires(READ)
    ResponseEntity<byte[]> file(
            @RequestParam String as,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(defaultValue = "m2") String unit,
            HttpServletRequest request) {
        PlanCoverage coverage = coverages.of(asOf, known, unit(unit));
        PlotWords words = new PlotWords(Languages.of(request));
        byte[] bytes =
                switch (as) {
                    case "csv" -> files.csv(coverage, words);
                    case "xlsx" -> files.xlsx(coverage, words);
                    case "pdf" -> files.pdf(coverage, words, words.pick(city.zh(), city.en()));
                    default -> throw wrong("as");
                };
        note("export", as + " " + coverage.asOf(), CanonicalJson.sha256(coverage.toString()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"plan-coverage." + as + "\"")
                .contentType(MediaType.parseMediaType(
                        switch (as) {
                            case "csv" -> "text/csv;charset=UTF-8";
                            case "pdf" -> "application/pdf";
                            default -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                        }))
                .body(bytes);
    }

    /** Ground of a township without an approved plan, for the map. */
    @GetMapping("/{township}/uncovered")
    @Requires(READ)
    ResponseEntity<Map<String, @Nullable Object>> uncovered(
            @PathVariable String township,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known) {
        Geometry ground = coverages.uncovered(township, asOf, known);
        note("read", township + " " + (asOf == null ? "" : asOf), null);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("geometry", GroundShapes.json(ground));
        tree.put("box", GroundShapes.box(ground));
        return ok(tree);
    }

    private Map<String, @Nullable Object> tree(PlanCoverage coverage) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("asOf", coverage.asOf().toString());
        tree.put("known", coverage.known() == null ? null : coverage.known().toString());
        tree.put("unit", coverage.unit().code());
        tree.put("zone", Map.of("zh", file.planned().zh(), "en", file.planned().en()));
        tree.put(
                "versions",
                coverage.versions().stream()
                        .map(version -> {
                            Map<String, @Nullable Object> one = new LinkedHashMap<>();
                            one.put("layer", version.layer());
                            Map<String, @Nullable Object> ref = PlotJson.version(version);
                            if (ref != null) one.putAll(ref);
                            return one;
                        })
                        .toList());
        tree.put(
                "rows",
                coverage.rows().stream().map(row -> row(row, coverage.places())).toList());
        tree.put("whole", row(coverage.whole(), coverage.places()));
        return tree;
    }

    private static Map<String, @Nullable Object> row(PlanCoverage.Row row, int places) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("code", row.code());
        tree.put("name", Map.of("zh", row.zh(), "en", row.en()));
        tree.put("level", row.level().name());
        tree.put("zone", text(row.zone(), places));
        tree.put("covered", text(row.covered(), places));
        tree.put("uncovered", text(row.uncovered(), places));
        tree.put("unanswered", text(row.unanswered(), places));
        tree.put("share", row.zone() == 0 ? null : row.share().toString());
        return tree;
    }

    static String text(long steps, int places) {
        return BigDecimal.valueOf(steps, places).toPlainString();
    }

    private static AreaUnit unit(String code) {
        return Arrays.stream(AreaUnit.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> wrong("unit"));
    }

    private static ProblemAnswer wrong(String name) {
        return new ProblemAnswer(400, Problem.refused("http.parameter", Problem.Place.UNKNOWN, "name", name));
    }

    private void note(String verb, String object, @Nullable String digest) {
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(actor.id(), "planning:coverage:" + verb, object, digest)));
    }

    private static <T> ResponseEntity<T> ok(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
