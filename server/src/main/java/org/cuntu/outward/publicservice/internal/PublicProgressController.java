package org.cuntu.outward.publicservice.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.core.cases.CaseClock;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseTask;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Matters;
import org.cuntu.core.conformity.PaperSource;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Progress by number and the last four digits of the phone, and whether a paper is genuine; for everybody. A wrong number and wrong
 * digits are answered alike, and so few questions are taken that four digits are not found by trying.
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/public")
class PublicProgressController {
    private static final String ANYBODY = "public";
    private static final int MOST_A_NUMBER = 10;

    private final Cases cases;
    private final Matters matters;
    private final CitizenWords words;
    private final List<PaperSource> papers;
    private final CurrentActor actor;
    private final ProofLog proof;
    private final TransactionTemplate transaction;
    private final Turnstile byAddress;
    private final Turnstile byNumber;
    private final Turnstile checks;

    PublicProgressController(
            Cases cases,
            Matters matters,
            CitizenWords words,
            List<PaperSource> papers,
            CurrentActor actor,
            ProofLog proof,
            TransactionTemplate transaction,
            CityClock clock) {
        this.cases = cases;
        this.matters = matters;
        this.words = words;
        this.papers = papers;
        this.actor = actor;
        this.proof = proof;
        this.transaction = transaction;
        byAddress = new Turnstile(20, Duration.ofMinutes(1), clock::now);
        byNumber = new Turnstile(MOST_A_NUMBER, Duration.ofDays(1), clock::now);
        checks = new Turnstile(30, Duration.ofMinutes(1), clock::now);
    }

    @GetMapping("/progress")
    @Requires(Requires.PUBLIC)
    ResponseEntity<Map<String, @Nullable Object>> progress(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String phone,
            HttpServletRequest request) {
        byAddress.pass(String.valueOf(request.getRemoteAddr()));
        String asked = number.strip();
        if (!phone.matches("\\d{4}") || asked.isEmpty() || asked.length() > 60)
            throw ProblemAnswer.notFound("publicservice.no-progress");
        byNumber.pass(asked);
        Map<String, @Nullable Object> tree = actor.as(CurrentActor.LOCAL, () -> cases.find(asked)
                .filter(file -> file.applicant().phone().endsWith(phone))
                .map(this::tree)
                .orElse(null));
        if (tree == null) throw ProblemAnswer.notFound("publicservice.no-progress");
        note("publicservice:progress:read", asked, null);
        return answer(tree);
    }

    /** Step, until when, unit; nothing else. */
    private Map<String, @Nullable Object> tree(CaseFile file) {
        Matter matter = matters.get(file.matter(), file.matterHash());
        Optional<CaseClock> promised = cases.clocks(file.id()).stream()
                .filter(clock -> clock.kind() == CaseClock.Kind.PROMISED)
                .findFirst();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("number", file.number());
        tree.put("title", CitizenWords.of(matter.title()));
        tree.put("state", file.state().name());
        tree.put("steps", file.open().stream().map(task -> step(task, matter)).toList());
        tree.put("due", promised.map(CaseClock::due).map(Object::toString).orElse(null));
        return tree;
    }

    private Map<String, @Nullable Object> step(CaseTask task, Matter matter) {
        MatterStep step = matter.step(task.step());
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("title", CitizenWords.of(step.title()));
        tree.put("unit", words.unit(task.unit(), step, task.division()));
        tree.put("due", task.due() == null ? null : task.due().toString());
        return tree;
    }

    /** Whether a paper of this number was issued, and how it stands today. */
    @GetMapping("/check")
    @Requires(Requires.PUBLIC)
    ResponseEntity<Map<String, @Nullable Object>> check(
            @RequestParam(defaultValue = "") String number, HttpServletRequest request) {
        checks.pass(String.valueOf(request.getRemoteAddr()));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        String asked = number.strip();
        tree.put("number", asked.length() > 64 ? asked.substring(0, 64) : asked);
        tree.put("state", "UNKNOWN");
        if (!asked.isEmpty() && asked.length() <= 64)
            for (PaperSource source : papers) {
                Optional<PaperSource.Checked> paper = source.find(asked);
                if (paper.isEmpty()) continue;
                tree.put("state", "ISSUED");
                tree.put("kind", paper.get().kind());
                tree.put("date", paper.get().date().toString());
                tree.put("standing", paper.get().standing());
                tree.put("fingerprint", paper.get().hash().substring(0, 20));
                note(source.act(), paper.get().number() + " number", paper.get().hash());
                break;
            }
        return answer(tree);
    }

    private void note(String act, String object, @Nullable String digest) {
        transaction.executeWithoutResult(status -> proof.append(new ProofAct(ANYBODY, act, object, digest)));
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
