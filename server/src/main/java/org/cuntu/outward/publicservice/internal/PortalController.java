package org.cuntu.outward.publicservice.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cuntu.business.planning.PlanDeliveries;
import org.cuntu.business.planning.PlanState;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.outward.publicservice.Rates;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofEntry;
import org.cuntu.platform.audit.ProofQuery;
import org.cuntu.platform.audit.ProofSearch;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the portal's first page shows everybody, and who looked at one's own cases (谁看过我的数据). */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/public")
class PortalController {
    private static final Set<String> WINDOWS = Set.of("bureau", "county", "township");
    private static final int MOST_SHOWN = 20;
    private static final int MOST_SEEN = 50;

    private final RatingTable table;
    private final StoredRatings ratings;
    private final Organisation organisation;
    private final PlanDeliveries plans;
    private final OwnCases own;
    private final ProofSearch log;
    private final CitizenWords words;
    private final CurrentUser current;
    private final CurrentActor actor;
    private final CityClock clock;

    PortalController(
            RatingTable table,
            StoredRatings ratings,
            Organisation organisation,
            PlanDeliveries plans,
            OwnCases own,
            ProofSearch log,
            CitizenWords words,
            CurrentUser current,
            CurrentActor actor,
            CityClock clock) {
        this.table = table;
        this.ratings = ratings;
        this.organisation = organisation;
        this.plans = plans;
        this.own = own;
        this.log = log;
        this.words = words;
        this.current = current;
        this.actor = actor;
        this.clock = clock;
    }

    @GetMapping("/home")
    @Requires(Requires.PUBLIC)
    ResponseEntity<Map<String, @Nullable Object>> home() {
        LocalDate today = clock.today();
        LocalDate from = today.withDayOfMonth(1);
        RatingTable.Ended ended = table.ended(clock.endOf(from.minusDays(1)), clock.endOf(today));
        Rates rates = ratings.rates(from, today);
        Map<String, @Nullable Object> month = RatingController.rates(rates);
        month.put("ended", ended.cases());
        month.put("days", ended.counted() == 0 ? null : tenth(10.0 * ended.days() / ended.counted()));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("today", today.toString());
        tree.put("month", month);
        tree.put("shown", shown(today));
        List<Organisation.Unit> windows = windows();
        tree.put(
                "windows",
                Map.of(
                        "counties",
                        windows.stream()
                                .filter(unit -> !unit.kind().equals("township"))
                                .count(),
                        "townships",
                        windows.stream()
                                .filter(unit -> unit.kind().equals("township"))
                                .count()));
        return answer(tree);
    }

    private static String tenth(double tenths) {
        long whole = StrictMath.round(tenths);
        return whole / 10 + "." + whole % 10;
    }

    /** Plans that are shown to the public. */
    private List<Map<String, @Nullable Object>> shown(LocalDate today) {
        List<PlanVersion> displayed = actor.as(
                CurrentActor.LOCAL,
                () -> plans.list(new PlanDeliveries.Filter(null, PlanState.ON_DISPLAY, null, null), MOST_SHOWN));
        List<Map<String, @Nullable Object>> shown = new ArrayList<>();
        for (PlanVersion version : displayed) {
            PlanVersion.Display display = version.display();
            if (display == null || display.from().isAfter(today) || display.to().isBefore(today)) continue;
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("number", version.number());
            tree.put("name", version.plan().name());
            tree.put("division", words.division(version.plan().division(), 6));
            tree.put("from", display.from().toString());
            tree.put("to", display.to().toString());
            tree.put("left", ChronoUnit.DAYS.between(today, display.to()));
            tree.put("place", display.place());
            tree.put("invented", version.invented());
            shown.add(tree);
        }
        return shown;
    }

    /** Every window takes any matter (全城通办). */
    @GetMapping("/windows")
    @Requires(Requires.PUBLIC)
    Map<String, Object> list() {
        return Map.of(
                "items",
                windows().stream()
                        .map(unit -> Map.of(
                                "id",
                                unit.id(),
                                "zh",
                                unit.zh(),
                                "en",
                                unit.en(),
                                "kind",
                                unit.kind(),
                                "division",
                                unit.division()))
                        .toList());
    }

    private List<Organisation.Unit> windows() {
        return organisation.listUnits(clock.today()).stream()
                .filter(unit -> WINDOWS.contains(unit.kind()))
                .toList();
    }

    /** Who did something with one's own cases, by the proof log; one's own acts are not in it. */
    @GetMapping("/seen")
    @Requires("publicservice:application:use")
    ResponseEntity<Map<String, Object>> seen() {
        String me = current.get().id();
        List<Map<String, @Nullable Object>> seen = new ArrayList<>();
        own.list().stream().limit(MOST_SEEN).forEach(file -> {
            ProofQuery query = new ProofQuery(null, "cases:*", file.id().toString(), null, null, null, null, null);
            for (ProofEntry entry : log.find(query, null, MOST_SEEN)) {
                if (entry.act().actor().equals(me)) continue;
                Map<String, @Nullable Object> tree = new LinkedHashMap<>();
                tree.put("case", file.id().toString());
                tree.put("number", file.number());
                tree.put("name", file.name());
                tree.put("at", entry.at().toString());
                tree.put("act", entry.act().act());
                tree.put("who", words.person(entry.act().actor()));
                tree.put("index", entry.index());
                seen.add(tree);
            }
        });
        seen.sort((one, other) ->
                Instant.parse(String.valueOf(other.get("at"))).compareTo(Instant.parse(String.valueOf(one.get("at")))));
        return answer(Map.of("items", seen));
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
