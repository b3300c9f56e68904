package org.cuntu.core.dossier.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.cuntu.core.dossier.Burdens;
import org.cuntu.core.dossier.Dossier;
import org.cuntu.core.dossier.Dossiers;
import org.cuntu.core.dossier.Place;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Dossiers and burdens over HTTP; each answer and each file is one proof entry. */
@RestController
@ConditionalOnWebApplication
class DossierController {
    private final Dossiers dossiers;
    private final BurdenMaking burdens;
    private final CurrentUser users;
    private final ProofLog proof;
    private final TransactionTemplate transaction;

    DossierController(
            Dossiers dossiers,
            BurdenMaking burdens,
            CurrentUser users,
            ProofLog proof,
            TransactionTemplate transaction) {
        this.dossiers = dossiers;
        this.burdens = burdens;
        this.users = users;
        this.proof = proof;
        this.transaction = transaction;
    }

    @PostMapping(path = "/api/dossier", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("dossier:place:read")
    ResponseEntity<Dossier> dossier(@RequestBody JsonNode body) {
        Dossier dossier = made(body);
        prove("dossier:place:read", object(dossier), dossier.subject().bounds());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(dossier);
    }

    @PostMapping(path = "/api/dossier/file", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("dossier:place:read")
    ResponseEntity<?> dossierFile(@RequestBody JsonNode body, @RequestParam String as, HttpServletRequest request) {
        Dossier dossier = made(body);
        if (!List.of("json", "csv").contains(as)) throw wrong("as");
        prove(
                "dossier:place:export",
                object(dossier) + " " + as,
                dossier.subject().bounds());
        return as.equals("csv")
                ? file(Csv.of(dossier, Languages.of(request)), "dossier.csv")
                : ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header("Content-Disposition", "attachment; filename=\"dossier.json\"")
                        .body(dossier);
    }

    private Dossier made(JsonNode body) {
        Place place = DossierRequest.place(body);
        return dossiers.of(place, DossierRequest.asOf(body), DossierRequest.known(body), users.get());
    }

    private static String object(Dossier dossier) {
        Dossier.Subject subject = dossier.subject();
        Dossier.Source feature = subject.feature();
        return feature == null
                ? String.format(Locale.ROOT, "%s %.6f %.6f", subject.kind(), subject.at()[0], subject.at()[1])
                : "feature " + feature.layer() + " " + subject.number() + " " + feature.hash();
    }

    @PostMapping(path = "/api/burdens", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("dossier:burden:read")
    ResponseEntity<Burdens> burdens(
            @RequestBody JsonNode body,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "area") String sort) {
        if (page < 0) throw wrong("page");
        BurdenAsked asked = DossierRequest.burdens(body);
        Burdens found = burdens.of(asked, sorted(sort), page, users.get());
        prove("dossier:burden:read", object(found) + " page " + page);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
    }

    @PostMapping(path = "/api/burdens/file", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("dossier:burden:read")
    ResponseEntity<byte[]> burdensFile(
            @RequestBody JsonNode body, @RequestParam(defaultValue = "area") String sort, HttpServletRequest request) {
        Burdens found = burdens.of(DossierRequest.burdens(body), sorted(sort), -1, users.get());
        prove("dossier:burden:export", object(found) + " csv");
        return file(Csv.of(found, Languages.of(request)), "burdens.csv");
    }

    private static String sorted(String sort) {
        if (!List.of("area", "share", "name").contains(sort)) throw wrong("sort");
        return sort;
    }

    private static String object(Burdens found) {
        Burdens.Of of = found.of();
        String which = of.field() == null ? String.valueOf(of.feature()) : of.field() + "=" + of.value();
        return of.source().layer() + " " + which + " " + of.source().hash();
    }

    private static ResponseEntity<byte[]> file(byte[] content, String name) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(content);
    }

    private static ProblemAnswer wrong(String parameter) {
        return new ProblemAnswer(400, Problem.refused("http.parameter", Problem.Place.UNKNOWN, "name", parameter));
    }

    private void prove(String act, String object) {
        prove(act, object, null);
    }

    private void prove(String act, String object, double @Nullable [] bounds) {
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(users.get().id(), act, object, null).on(Box.of(bounds))));
    }
}
