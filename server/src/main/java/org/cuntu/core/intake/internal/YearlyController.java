package org.cuntu.core.intake.internal;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.core.onemap.LayerDeliveries;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Yearly change packages over HTTP: which layers have them, and the one between two versions. */
@RestController
@ConditionalOnWebApplication
class YearlyController {
    private final IntakeRules rules;
    private final YearlyPackages packages;
    private final SubmissionChecks checks;
    private final SubmissionSight sight;
    private final BaseVersions bases;
    private final LayerRegister register;
    private final LayerSight layers;
    private final LayerDeliveries deliveries;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    YearlyController(
            IntakeRules rules,
            YearlyPackages packages,
            SubmissionChecks checks,
            SubmissionSight sight,
            BaseVersions bases,
            LayerRegister register,
            LayerSight layers,
            LayerDeliveries deliveries,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.rules = rules;
        this.packages = packages;
        this.checks = checks;
        this.sight = sight;
        this.bases = bases;
        this.register = register;
        this.layers = layers;
        this.deliveries = deliveries;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** Which layers have yearly packages, from which day of the year, and how their two layers are called in files. */
    @GetMapping("/api/submissions/yearly")
    @Requires("intake:submission:read")
    ResponseEntity<List<Map<String, String>>> forms() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(rules.listYearly().stream().map(YearlyController::form).toList());
    }

    private static Map<String, String> form(YearlyForm form) {
        Map<String, String> tree = new LinkedHashMap<>();
        tree.put("layer", form.layer());
        tree.put("day", form.day().toString().substring(2));
        tree.put("update", form.update());
        tree.put("process", form.process().code());
        return tree;
    }

    /**
     * The package that makes the version in force on one day into that of another: a GeoPackage.
     *
     * @param division six digits
     * @param known K: both versions and the division's ground as they were known then; missing: all that is known
     */
    @GetMapping("/api/layers/{layer}/yearly-package")
    @Requires("onemap:layer:export")
    ResponseEntity<byte[]> make(
            @PathVariable String layer,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam String division,
            @RequestParam(required = false) @Nullable String known)
            throws IOException {
        LayerEntry entry = register.findLayer(layer)
                .filter(layers::sees)
                .orElseThrow(() -> ProblemAnswer.notFound("onemap.unknown-layer", "layer", layer));
        YearlyForm form =
                rules.yearly(layer).orElseThrow(() -> CandidateMaking.refused("intake.yearly-layer", "layer", layer));
        String code = checks.division(division);
        if (!sight.reaches("onemap:layer:export", code, entry.classification()))
            throw ProblemAnswer.notFound("intake.unknown-division", "division", division);
        LocalDate later = day(to);
        String digits = Reach.significant(code);
        DivisionPart part = DivisionPart.of(
                digits,
                entry.schema(),
                register.divisionField(entry.schema()).orElse(null),
                deliveries.ground(digits, later, known));
        YearlyPackages.Made made = packages.make(new YearlyPackages.Asked(
                entry, form, part, later.getYear(), version(layer, day(from), known), version(layer, later, known)));
        String object = "%s %s %s→%s%s %d patches"
                .formatted(layer, code, from, to, known == null ? "" : " known " + known, made.updated());
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(actor.id(), "onemap:layer:export", object, sha256(made.file()))));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%s-%s-%d.gpkg\"".formatted(form.update(), code, later.getYear()))
                .contentType(MediaType.parseMediaType("application/geopackage+sqlite3"))
                .body(made.file());
    }

    private String version(String layer, LocalDate day, @Nullable String known) {
        return bases.find(layer, day, known)
                .orElseThrow(() -> CandidateMaking.refused("intake.no-version", "layer", layer, "date", day))
                .hash();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw CandidateMaking.refused("onemap.import-date", "date", text);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
