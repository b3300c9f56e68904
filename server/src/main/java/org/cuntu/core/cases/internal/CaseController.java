package org.cuntu.core.cases.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Processes;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What officers read of cases: the lists, a case, its process, a material. Opening one, and unmasking it, is an entry of the proof log. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/cases")
class CaseController {
    static final String PERSONAL = "cases:personal:read";
    private static final int LARGEST = 200;

    private final CaseInbox inbox;
    private final CaseRowsJson rows;
    private final CaseJson json;
    private final CaseReading reading;
    private final CaseMaterials materials;
    private final CaseTable cases;
    private final CaseTaskTable tasks;
    private final CaseClocks clocks;
    private final CasePersons persons;
    private final Processes processes;
    private final Files files;
    private final ProofLog proof;
    private final TransactionTemplate transaction;

    CaseController(
            CaseInbox inbox,
            CaseRowsJson rows,
            CaseJson json,
            CaseReading reading,
            CaseMaterials materials,
            CaseTable cases,
            CaseTaskTable tasks,
            CaseClocks clocks,
            CasePersons persons,
            Processes processes,
            Files files,
            ProofLog proof,
            TransactionTemplate transaction) {
        this.inbox = inbox;
        this.rows = rows;
        this.json = json;
        this.reading = reading;
        this.materials = materials;
        this.cases = cases;
        this.tasks = tasks;
        this.clocks = clocks;
        this.persons = persons;
        this.processes = processes;
        this.files = files;
        this.proof = proof;
        this.transaction = transaction;
    }

    @GetMapping
    @Requires("cases:case:read")
    ResponseEntity<Map<String, Object>> list(
            @RequestParam(defaultValue = "mine") String view,
            @RequestParam(required = false) @Nullable String light,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String matter,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String quick,
            @RequestParam(defaultValue = "due") String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            HttpServletRequest request) {
        CaseAsked asked = new CaseAsked(
                view,
                blank(light),
                blank(step),
                blank(matter),
                blank(division),
                blank(words),
                blank(quick),
                sort.equals("arrived"),
                StrictMath.max(0, page),
                StrictMath.clamp(size, 1, LARGEST));
        Locale locale = Languages.of(request);
        CaseInbox.Page found = inbox.page(asked);
        List<CaseInbox.Line> lines = found.lines();
        CaseRowsJson.Names names =
                rows.names(lines.stream().map(CaseInbox.Line::caseId).toList());
        Map<UUID, CaseRow> files =
                cases.findAll(lines.stream().map(CaseInbox.Line::caseId).toList());
        Map<UUID, CaseTaskTable.Row> open = tasks.findAll(lines.stream()
                .map(CaseInbox.Line::task)
                .filter(Objects::nonNull)
                .toList());
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (CaseInbox.Line line : lines) {
            CaseRow row = files.get(line.caseId());
            CaseTaskTable.Row task = line.task() == null ? null : open.get(line.task());
            if (row != null) items.add(rows.row(row, task, line.light(), names, locale));
        }
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("views", inbox.views(found.mine()));
        counts.put("most", CaseInbox.MOST_OF_VIEW);
        counts.put("lights", found.figures().lights());
        counts.put("steps", found.figures().steps());
        counts.put("quick", found.figures().quick());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", items);
        answer.put("total", found.total());
        answer.put("more", found.more());
        answer.put("counts", counts);
        answer.put("today", inbox.today(found.mine()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    /** How many steps wait for the caller: the figure in the bar above every page. */
    @GetMapping("/waiting")
    @Requires("cases:case:read")
    ResponseEntity<Map<String, Object>> waiting() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("waiting", inbox.waiting()));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** @param full whether who applies is shown in clear; an entry of its own */
    @GetMapping("/{id}")
    @Requires("cases:case:read")
    ResponseEntity<Map<String, @Nullable Object>> read(
            @PathVariable String id, @RequestParam(defaultValue = "false") boolean full, HttpServletRequest request) {
        CaseRow row = reading.seen(CaseRowsJson.uuid(id));
        if (full && !persons.may(PERSONAL, row.division()))
            throw new ProblemAnswer(
                    403,
                    org.cuntu.engine.problem.Problem.refused(
                            "cases.step-permission",
                            org.cuntu.engine.problem.Problem.Place.UNKNOWN,
                            "permission",
                            PERSONAL));
        note(row, full ? PERSONAL : "cases:case:read", null);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(json.whole(row, full, Languages.of(request)));
    }

    private void note(CaseRow row, String act, @Nullable String digest) {
        transaction.executeWithoutResult(status ->
                proof.append(new ProofAct(persons.id(), act, row.id() + " " + String.valueOf(row.number()), digest)));
    }

    @GetMapping("/{id}/process")
    @Requires("cases:case:read")
    ResponseEntity<Map<String, Object>> process(@PathVariable String id) {
        CaseRow row = reading.seen(CaseRowsJson.uuid(id));
        Matter matter = reading.matter(row);
        Processes.Drawing drawing = processes.draw(row.id(), matter);
        Map<String, Map<String, @Nullable Object>> times = new LinkedHashMap<>();
        List<String> tokens = new ArrayList<>();
        CaseRowsJson.Names names = rows.names(List.of(row.id()));
        for (CaseTaskTable.Row task : tasks.list(row.id())) {
            String by = task.by() == null ? task.task().holder() : task.by();
            Map<String, @Nullable Object> time = new LinkedHashMap<>();
            time.put("by", names.of(by));
            time.put("days", clocks.days(row, task));
            time.put("limit", task.limit());
            time.put(
                    "conclusion",
                    task.task().conclusion() == null
                            ? null
                            : task.task().conclusion().name());
            times.put(task.task().step(), time);
            if (task.isOpen()) tokens.add(task.task().step());
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("nodes", drawing.nodes());
        answer.put("edges", drawing.edges());
        answer.put("tokens", tokens);
        answer.put("times", times);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    @GetMapping("/{id}/materials/{material}")
    @Requires("cases:case:read")
    ResponseEntity<Resource> material(@PathVariable String id, @PathVariable String material) throws IOException {
        CaseRow row = reading.seen(CaseRowsJson.uuid(id));
        MaterialTable.Row given = materials.holding(row).get(material);
        String sha256 = given == null ? null : given.sha256();
        if (sha256 == null) throw ProblemAnswer.notFound("cases.unknown-material", "material", material);
        note(row, "cases:material:read", sha256);
        String name = String.valueOf(given.fileName());
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(new InputStreamResource(files.open(sha256)));
    }
}
