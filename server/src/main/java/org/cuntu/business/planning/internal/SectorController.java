package org.cuntu.business.planning.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.cuntu.business.planning.SectorEntry;
import org.cuntu.business.planning.SectorPlans;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.FourEyes;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of sector plans over HTTP. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/planning/sectors")
class SectorController {
    private static final Set<String> KINDS = Set.of(SectorEntryKind.CODE);

    private final SectorPlans plans;
    private final SectorJson json;
    private final SectorPapers papers;
    private final SectorPersons persons;
    private final PlanMatters matters;
    private final PlanMoment moments;
    private final PlanningWords words;
    private final CityFolder city;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    SectorController(
            SectorPlans plans,
            SectorJson json,
            SectorPapers papers,
            SectorPersons persons,
            PlanMatters matters,
            PlanMoment moments,
            PlanningWords words,
            CityFolder city,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.plans = plans;
        this.json = json;
        this.papers = papers;
        this.persons = persons;
        this.matters = matters;
        this.moments = moments;
        this.words = words;
        this.city = city;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** @param asOf a day: the list as it was known at its end; empty: now */
    @GetMapping
    @Requires("planning:sector:read")
    ResponseEntity<Map<String, @Nullable Object>> list(@RequestParam(defaultValue = "") String asOf) {
        PlanMoment.At at = moments.of(asOf);
        Map<String, @Nullable Object> tree = json.frame(at.day());
        tree.put("entries", json.entries(plans.listEntries(at.known()), at.day()));
        tree.put("pending", pending());
        tree.put(
                "published", plans.listPublished().stream().map(this::published).toList());
        return answer(tree);
    }

    private List<Map<String, @Nullable Object>> pending() {
        return matters.open(SectorEntryKind.CODE).stream()
                .filter(this::sees)
                .map(matter -> matters.tree(matter, SectorPersons.RELEASE))
                .toList();
    }

    private boolean sees(FourEyes.Matter matter) {
        String division = matter.content().get("division");
        if (division == null) return plans.find(matter.subject()).isPresent();
        return persons.reaches(SectorPersons.READ, division);
    }

    private Map<String, @Nullable Object> published(SectorPlans.Published list) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("year", list.year());
        tree.put("number", list.number());
        tree.put("at", list.at().toString());
        tree.put("by", words.person(list.by()));
        tree.put("words", list.words());
        tree.put("entries", list.entries());
        tree.put("hash", list.hash());
        return tree;
    }

    /** The list as a table; a read of its own. */
    @GetMapping("/table")
    @Requires("planning:sector:read")
    ResponseEntity<byte[]> table(
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletRequest request) {
        PlanMoment.At at = moments.of(asOf);
        ResponseEntity<byte[]> file = papers.list(plans.listEntries(at.known()), at.day(), Languages.of(request))
                .answer(format);
        note("export", "list " + at.day());
        return file;
    }

    /** @param act ADD, CHANGE or STRIKE */
    record Proposed(
            @Nullable String act,
            @Nullable String code,
            @Nullable Map<String, String> form,
            @Nullable String reason) {}

    @PostMapping("/proposals")
    @Requires("planning:sector:edit")
    ResponseEntity<Map<String, @Nullable Object>> propose(@RequestBody Proposed asked) {
        Map<String, String> content = new LinkedHashMap<>(Objects.requireNonNullElse(asked.form(), Map.of()));
        String code = text(asked.code()).strip();
        content.put("code", code);
        content.put(SectorEntryKind.ACT, text(asked.act()));
        FourEyes.Matter matter = matters.propose(SectorEntryKind.CODE, code, content, text(asked.reason()));
        return answer(matters.tree(matter, SectorPersons.RELEASE));
    }

    record Decided(boolean approve, @Nullable String remark) {}

    @PostMapping("/proposals/{id}/decision")
    @Requires("planning:sector:release")
    ResponseEntity<Map<String, @Nullable Object>> decide(@PathVariable UUID id, @RequestBody Decided decided) {
        matters.decide(id, KINDS, decided.approve(), text(decided.remark()));
        return answer(Map.of("pending", pending()));
    }

    @PostMapping("/proposals/{id}/withdrawal")
    @Requires("planning:sector:edit")
    ResponseEntity<Map<String, @Nullable Object>> withdraw(@PathVariable UUID id) {
        matters.withdraw(id, KINDS);
        return answer(Map.of("pending", pending()));
    }

    record Listed(int year, @Nullable String words) {}

    /** The list as it stands, as the next version of a year. */
    @PostMapping("/lists")
    @Requires("planning:sector:release")
    ResponseEntity<Map<String, @Nullable Object>> publish(@RequestBody Listed asked) {
        if (!persons.reaches(SectorPersons.RELEASE, city.code()))
            throw new ProblemAnswer(
                    403,
                    org.cuntu.engine.problem.Problem.refused(
                            "planning.other-division",
                            org.cuntu.engine.problem.Problem.Place.UNKNOWN,
                            "division",
                            city.code()));
        return answer(published(plans.publish(asked.year(), text(asked.words()))));
    }

    @GetMapping("/lists/{year}/{number}")
    @Requires("planning:sector:read")
    ResponseEntity<Map<String, @Nullable Object>> published(@PathVariable int year, @PathVariable int number) {
        SectorPlans.Published list = plans.listPublished().stream()
                .filter(each -> each.year() == year && each.number() == number)
                .findFirst()
                .orElseThrow(() -> ProblemAnswer.notFound("planning.sector-no-list", "year", year, "number", number));
        Map<String, @Nullable Object> tree = json.frame(moments.of("").day());
        tree.put("published", published(list));
        tree.put(
                "entries",
                json.entries(
                        plans.published(year, number),
                        list.at().atZone(city.zone()).toLocalDate()));
        note("read", "list " + year + " " + number);
        return answer(tree);
    }

    @GetMapping("/{code}")
    @Requires("planning:sector:read")
    ResponseEntity<Map<String, @Nullable Object>> show(@PathVariable String code, HttpServletRequest request) {
        SectorEntry entry = entry(code);
        note("read", code);
        return answer(json.whole(entry, Languages.of(request)));
    }

    record Moved(SectorEntry.@Nullable State to, @Nullable String reason) {}

    @PostMapping("/{code}/move")
    @Requires("planning:sector:edit")
    ResponseEntity<Map<String, @Nullable Object>> move(
            @PathVariable String code, @RequestBody Moved asked, HttpServletRequest request) {
        SectorEntry.State to = Objects.requireNonNullElse(asked.to(), SectorEntry.State.ABOLISHED);
        return answer(json.whole(plans.move(code, to, text(asked.reason())), Languages.of(request)));
    }

    record Approved(
            @Nullable String number,
            @Nullable String on,
            @Nullable String reason) {}

    @PostMapping("/{code}/approval")
    @Requires("planning:sector:edit")
    ResponseEntity<Map<String, @Nullable Object>> approve(
            @PathVariable String code, @RequestBody Approved asked, HttpServletRequest request) {
        return answer(json.whole(
                plans.approve(code, text(asked.number()), LineController.date(asked.on()), text(asked.reason())),
                Languages.of(request)));
    }

    record Stored(
            @Nullable Map<String, String> conditions,
            @Nullable String reason) {}

    @PostMapping("/{code}/store")
    @Requires("planning:sector:release")
    ResponseEntity<Map<String, @Nullable Object>> store(
            @PathVariable String code, @RequestBody Stored asked, HttpServletRequest request) {
        Map<String, String> met = Objects.requireNonNullElse(asked.conditions(), Map.of());
        return answer(json.whole(plans.store(code, met, text(asked.reason())), Languages.of(request)));
    }

    private SectorEntry entry(String code) {
        return plans.find(code).orElseThrow(() -> ProblemAnswer.notFound("planning.sector-unknown", "code", code));
    }

    private void note(String verb, String object) {
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(actor.id(), "planning:sector:" + verb, object, null)));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
