package org.cuntu.outward.publicservice.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The papers of one's own case, to be taken along; each is one entry of the proof log. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/public/applications/{id}")
class OwnPaperController {
    private final OwnCases own;
    private final OwnPapers papers;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    OwnPaperController(
            OwnCases own, OwnPapers papers, ProofLog proof, CurrentActor actor, TransactionTemplate transaction) {
        this.own = own;
        this.papers = papers;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    @GetMapping("/paper")
    @Requires("publicservice:application:use")
    ResponseEntity<byte[]> certificate(@PathVariable UUID id, HttpServletRequest request) {
        CaseFile file = own.get(id);
        return pdf(
                file,
                "certificate",
                papers.certificate(file, Languages.of(request))
                        .orElseThrow(() -> ProblemAnswer.notFound("publicservice.no-paper", "id", id)));
    }

    @GetMapping("/letters/{kind}")
    @Requires("publicservice:application:use")
    ResponseEntity<byte[]> letter(@PathVariable UUID id, @PathVariable String kind, HttpServletRequest request) {
        CaseFile file = own.get(id);
        return pdf(
                file,
                kind,
                papers.letter(file, kind, Languages.of(request))
                        .orElseThrow(() -> ProblemAnswer.notFound("publicservice.no-paper", "id", id)));
    }

    private ResponseEntity<byte[]> pdf(CaseFile file, String kind, byte[] content) {
        transaction.executeWithoutResult(status ->
                proof.append(new ProofAct(actor.id(), "publicservice:paper:read", file.id() + " " + kind, null)));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.number() + " " + kind + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
