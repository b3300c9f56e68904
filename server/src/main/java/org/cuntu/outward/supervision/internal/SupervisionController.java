package org.cuntu.outward.supervision.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.outward.supervision.Bulletin;
import org.cuntu.outward.supervision.Bulletins;
import org.cuntu.outward.supervision.ProcessFigures;
import org.cuntu.outward.supervision.ProcessSupervision;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The supervision of process over HTTP. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/supervision")
class SupervisionController {
    private static final String RELEASE = "supervision:bulletin:release";
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int QUARTER = 91;

    private final ProcessSupervision supervision;
    private final Bulletins bulletins;
    private final SupervisionJson json;
    private final SupervisionPaper paper;
    private final CityClock clock;
    private final CurrentUser current;
    private final CurrentActor actor;
    private final ProofLog proof;
    private final TransactionTemplate transaction;

    SupervisionController(
            ProcessSupervision supervision,
            Bulletins bulletins,
            SupervisionJson json,
            SupervisionPaper paper,
            CityClock clock,
            CurrentUser current,
            CurrentActor actor,
            ProofLog proof,
            TransactionTemplate transaction) {
        this.supervision = supervision;
        this.bulletins = bulletins;
        this.json = json;
        this.paper = paper;
        this.clock = clock;
        this.current = current;
        this.actor = actor;
        this.proof = proof;
        this.transaction = transaction;
    }

    /** What a bulletin is released with. @param month such as 2026-10 */
    record Order(@Nullable String month, @Nullable String words) {}

    @GetMapping("/process")
    @Requires(StoredSupervision.READ)
    ResponseEntity<Map<String, @Nullable Object>> process(
            @RequestParam(defaultValue = "section") String by,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        Map<String, @Nullable Object> tree = json.tree(figures(by, from, to));
        tree.put("may", Map.of("release", !current.reach(RELEASE).parts().isEmpty()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tree);
    }

    /** The same as a workbook. */
    @GetMapping("/process/table")
    @Requires(StoredSupervision.READ)
    ResponseEntity<byte[]> table(
            @RequestParam(defaultValue = "section") String by,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request) {
        ProcessFigures found = figures(by, from, to);
        SupervisionWords words = new SupervisionWords(Languages.of(request));
        JsonNode tree = JsonMapper.shared().valueToTree(json.tree(found));
        SupervisionPaper.Head head = new SupervisionPaper.Head(
                words.of("title"), found.from() + " – " + found.to() + "　" + words.of("units"), "", "", "", "");
        byte[] file = paper.xlsx(tree, head, words);
        transaction.executeWithoutResult(status -> proof.append(new ProofAct(
                actor.id(), "supervision:process:export", by + " " + found.from() + " " + found.to(), null)));
        return file(file, XLSX, "process-" + found.from() + "-" + found.to() + ".xlsx");
    }

    @GetMapping("/bulletins")
    @Requires(StoredSupervision.READ)
    ResponseEntity<Map<String, Object>> listBulletins() {
        List<Map<String, @Nullable Object>> list =
                bulletins.list().stream().map(json::tree).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("bulletins", list));
    }

    @PostMapping("/bulletins")
    @Requires(RELEASE)
    ResponseEntity<Map<String, @Nullable Object>> release(@RequestBody Order order) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(json.tree(bulletins.release(
                        month(order.month()),
                        order.words() == null ? "" : order.words().strip())));
    }

    /** @param format pdf or xlsx */
    @GetMapping("/bulletins/{id}/paper")
    @Requires(StoredSupervision.READ)
    ResponseEntity<byte[]> paper(
            @PathVariable String id, @RequestParam(defaultValue = "pdf") String format, HttpServletRequest request) {
        Bulletin bulletin = bulletins.get(uuid(id));
        SupervisionWords words = new SupervisionWords(Languages.of(request));
        JsonNode tree = JsonMapper.shared().readTree(bulletin.content());
        SupervisionPaper.Head head = new SupervisionPaper.Head(
                words.of("bulletin", "month", bulletin.month()),
                tree.path("from").asString("") + " – " + tree.path("to").asString("") + "　" + words.of("units"),
                bulletin.words(),
                words.of("fixed", "hash", bulletin.sha256()).replace("{leaf}", bulletin.leaf()),
                clock.text(bulletin.releasedAt()),
                bulletin.month().toString());
        String name = "bulletin-" + bulletin.month() + ".";
        return format.equals("xlsx")
                ? file(paper.xlsx(tree, head, words), XLSX, name + "xlsx")
                : file(paper.pdf(tree, head, words), MediaType.APPLICATION_PDF, name + "pdf");
    }

    private ProcessFigures figures(String by, String from, String to) {
        LocalDate last = to.isEmpty() ? clock.today() : day(to);
        LocalDate first = from.isEmpty() ? last.minusDays(QUARTER) : day(from);
        return supervision.figures(by(by), first, last);
    }

    private static ProcessFigures.By by(String text) {
        for (ProcessFigures.By by : ProcessFigures.By.values())
            if (by.name().toLowerCase(Locale.ROOT).equals(text)) return by;
        throw new InputRefused(Problem.refused("supervision.by", Problem.Place.UNKNOWN, "by", text));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new InputRefused(Problem.refused("supervision.day", Problem.Place.UNKNOWN, "day", text));
        }
    }

    private static YearMonth month(@Nullable String given) {
        String text = given == null ? "" : given;
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new InputRefused(Problem.refused("supervision.month", Problem.Place.UNKNOWN, "month", text));
        }
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemAnswer.notFound("supervision.unknown-bulletin", "id", id);
        }
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
