package org.cuntu.core.catalogue.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cuntu.core.catalogue.Catalogue;
import org.cuntu.core.catalogue.CatalogueEntry;
import org.cuntu.core.catalogue.internal.CatalogueJson.Line;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.GeoJsonTree;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
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

/** The catalogue over HTTP. Opening an entry and taking a file are one proof entry each. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/catalogue")
class CatalogueController {
    private final Catalogue catalogue;
    private final Baselines baselines;
    private final CountyOutlines outlines;
    private final CatalogueFiles files;
    private final Organisation organisation;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    CatalogueController(
            Catalogue catalogue,
            Baselines baselines,
            CountyOutlines outlines,
            CatalogueFiles files,
            Organisation organisation,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.catalogue = catalogue;
        this.baselines = baselines;
        this.outlines = outlines;
        this.files = files;
        this.organisation = organisation;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** counties: those that the entries speak of, in the order of the divisions. */
    record Entries(String asOf, @Nullable String known, List<CountyName> counties, List<Line> entries) {}

    record CountyName(String code, String zh, String en) {}

    /** outline: GeoJSON, coarse; nothing is measured on it. */
    record CountyView(String code, String zh, String en, Map<String, Object> outline) {}

    @GetMapping
    @Requires(Questions.PERMISSION)
    ResponseEntity<Entries> list(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known) {
        Baseline baseline = baselines.resolveAll(asOf, blank(known));
        List<Line> lines = catalogue.list(asOf, blank(known)).stream()
                .map(entry -> CatalogueJson.line(entry, false))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Entries(
                        baseline.asOf().toString(), CatalogueJson.text(baseline.known()), names(lines), lines));
    }

    private List<CountyName> names(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.freshness().counties().stream())
                .map(CatalogueJson.CountyFresh::division)
                .distinct()
                .flatMap(code -> organisation.findDivision(code).stream())
                .map(each -> new CountyName(each.code(), each.zh(), each.en()))
                .toList();
    }

    @GetMapping("/entries/{layer}")
    @Requires(Questions.PERMISSION)
    ResponseEntity<CatalogueJson.Whole> entry(
            @PathVariable String layer,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known) {
        CatalogueEntry entry = catalogue
                .find(layer, asOf, blank(known))
                .orElseThrow(() -> ProblemAnswer.notFound("catalogue.unknown-entry", "layer", layer));
        Baseline baseline = baselines.resolveAll(asOf, blank(known));
        Map<String, CatalogueEntry> all = new LinkedHashMap<>();
        catalogue.list(asOf, blank(known)).forEach(each -> all.put(each.layer().code(), each));
        CatalogueEntry.Metadata metadata = entry.metadata();
        List<String> children = all.values().stream()
                .filter(each -> each.metadata().parents().contains(layer))
                .map(each -> each.layer().code())
                .toList();
        String leaf = prove("catalogue:entry:read", layer + " " + baseline.asOf());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new CatalogueJson.Whole(
                        baseline.asOf().toString(),
                        CatalogueJson.text(baseline.known()),
                        CatalogueJson.line(entry, true),
                        metadata.description(),
                        metadata.provider(),
                        metadata.providerName(),
                        metadata.resourceGroup(),
                        metadata.formats(),
                        metadata.share(),
                        metadata.open(),
                        CatalogueJson.text(entry.layer().freshness()),
                        CatalogueJson.fields(entry),
                        entry.layer().schema().classScheme(),
                        CatalogueJson.others(metadata.parents(), all),
                        CatalogueJson.others(children, all),
                        CatalogueJson.others(metadata.related(), all),
                        entry.versions().stream().map(CatalogueJson::act).toList(),
                        leaf));
    }

    /** The counties in force at T, for small maps and for names. */
    @GetMapping("/counties")
    @Requires(Questions.PERMISSION)
    ResponseEntity<List<CountyView>> counties(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known) {
        List<CountyView> counties = outlines.at(asOf, blank(known)).stream()
                .map(each -> new CountyView(
                        each.county().code(), each.county().zh(), each.county().en(), GeoJsonTree.of(each.outline())))
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(counties);
    }

    /**
     * @param what entries, freshness or collection
     * @param as csv or xlsx
     */
    @GetMapping("/file")
    @Requires("catalogue:table:export")
    ResponseEntity<byte[]> file(
            @RequestParam String what,
            @RequestParam String as,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known,
            HttpServletRequest request) {
        if (!CatalogueFiles.TABLES.contains(what)) throw wrong("what");
        if (!List.of("csv", "xlsx").contains(as)) throw wrong("as");
        TableFile table = files.of(what, asOf, blank(known), Languages.of(request));
        prove("catalogue:table:export", what + " " + as + " " + table.moment());
        MediaType type = MediaType.parseMediaType(
                as.equals("csv")
                        ? "text/csv;charset=UTF-8"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"catalogue-" + what + "." + as + "\"")
                .contentType(type)
                .body(as.equals("csv") ? table.csv() : table.xlsx());
    }

    private String prove(String act, String object) {
        return Objects.requireNonNull(
                transaction.execute(status -> proof.append(new ProofAct(actor.id(), act, object, null))));
    }

    private static @Nullable String blank(@Nullable String known) {
        return known == null || known.isBlank() ? null : known;
    }

    private static ProblemAnswer wrong(String parameter) {
        return new ProblemAnswer(400, Problem.refused("http.parameter", Problem.Place.UNKNOWN, "name", parameter));
    }
}
