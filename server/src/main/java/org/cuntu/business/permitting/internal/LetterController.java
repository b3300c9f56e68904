package org.cuntu.business.permitting.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.cuntu.business.permitting.CasePapers;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.Cases;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The letters of a case for officers; printing one is a read of the proof log. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/cases/{id}/papers")
class LetterController {
    private final CasePapers papers;
    private final ObjectProvider<Cases> cases;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    LetterController(
            CasePapers papers,
            ObjectProvider<Cases> cases,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.papers = papers;
        this.cases = cases;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** Which letters there are. */
    @GetMapping
    @Requires("cases:case:read")
    ResponseEntity<List<String>> list(@PathVariable String id) {
        return PermitAnswer.ok(
                papers.list(file(id)).stream().map(CasePapers.Kind::template).toList());
    }

    @GetMapping("/{kind}")
    @Requires("cases:case:read")
    ResponseEntity<byte[]> letter(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        CaseFile file = file(id);
        CasePapers.Kind which = Arrays.stream(CasePapers.Kind.values())
                .filter(each -> each.template().equals(kind))
                .findFirst()
                .orElseThrow(() -> ProblemAnswer.notFound("permitting.no-letter", "kind", kind));
        byte[] bytes = papers.of(file, which, PermitAnswer.language(lang, request));
        transaction.executeWithoutResult(status ->
                proof.append(new ProofAct(actor.id(), "permitting:letter:print", file.number() + " " + kind, null)));
        return PermitAnswer.pdf(bytes, file.number() + " " + kind);
    }

    private CaseFile file(String id) {
        Cases found = cases.getIfAvailable();
        if (found == null) throw ProblemAnswer.notFound("permitting.no-such", "number", id);
        return found.get(PermitAnswer.uuid(id));
    }
}
