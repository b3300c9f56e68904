package org.cuntu.core.catalogue.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cuntu.core.catalogue.Catalogue;
import org.cuntu.core.catalogue.CatalogueEntry;
import org.cuntu.core.catalogue.CollectionRate;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.measure.Share;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The collection rate, and the reminders that were written. */
@RestController
@ConditionalOnWebApplication
class CollectionController {
    private static final int NEWEST = 200;

    private final Catalogue catalogue;
    private final Reminders reminders;
    private final LayerRegister register;
    private final Organisation organisation;
    private final CurrentUser current;
    private final CityClock clock;
    private final Tasks tasks;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    CollectionController(
            Catalogue catalogue,
            Reminders reminders,
            LayerRegister register,
            Organisation organisation,
            CurrentUser current,
            CityClock clock,
            Tasks tasks,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.catalogue = catalogue;
        this.reminders = reminders;
        this.register = register;
        this.organisation = organisation;
        this.current = current;
        this.clock = clock;
        this.tasks = tasks;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** Shares are percent with two places; null where nothing is due, or nothing is there. */
    record Figures(
            long due,
            long delivered,
            long onTime,
            long passed,
            long collected,
            @Nullable String rate,
            @Nullable String timely,
            @Nullable String passing) {
        static Figures of(CollectionRate.Figures figures) {
            return new Figures(
                    figures.due(),
                    figures.delivered(),
                    figures.onTime(),
                    figures.passed(),
                    figures.collected(),
                    text(figures.rate()),
                    text(figures.timely()),
                    text(figures.passing()));
        }

        private static @Nullable String text(@Nullable Share share) {
            return share == null ? null : share.toString();
        }
    }

    record Dataset(String layer, String zh, String en, int weight, Figures figures) {}

    record County(String division, String zh, String en, Figures figures) {}

    record Item(
            String layer,
            String division,
            String from,
            String to,
            String dueOn,
            CollectionRate.State state,
            @Nullable String inForceFrom,
            @Nullable String deliveredAt,
            boolean onTime,
            @Nullable Double score) {}

    record Rate(
            String asOf,
            @Nullable String known,
            double leastScore,
            String leastCoverage,
            String dueFrom,
            @Nullable String since,
            Figures city,
            List<Dataset> datasets,
            List<County> counties,
            List<Item> items) {}

    record NoticeView(
            String id,
            String layer,
            String zh,
            String en,
            Notice.Kind kind,
            String dueOn,
            CatalogueJson.Unit unit,
            List<String> divisions,
            String madeAt,
            boolean open) {}

    @GetMapping("/api/catalogue/collection")
    @Requires("catalogue:entry:read")
    ResponseEntity<Rate> collection(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known) {
        CollectionRate rate = catalogue.collection(asOf, known == null || known.isBlank() ? null : known);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Rate(
                        rate.asOf().toString(),
                        CatalogueJson.text(rate.known()),
                        rate.terms().score(),
                        rate.terms().coverage().toString(),
                        rate.terms().from().toString(),
                        CatalogueJson.text(rate.since()),
                        Figures.of(rate.city()),
                        rate.datasets().stream().map(this::dataset).toList(),
                        rate.counties().stream().map(this::county).toList(),
                        rate.items().stream().map(CollectionController::item).toList()));
    }

    /** Has every version checked that stands and was never checked, as a task. */
    @PostMapping("/api/catalogue/checks")
    @Requires("catalogue:check:run")
    ResponseEntity<Map<String, String>> check() {
        String task = Objects.requireNonNull(transaction.execute(status -> {
            String id = tasks.submit(CheckTask.KIND, Map.of()).toString();
            proof.append(new ProofAct(actor.id(), "catalogue:check:run", id, null));
            return id;
        }));
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(Map.of("task", task));
    }

    private Dataset dataset(CollectionRate.Dataset dataset) {
        LayerEntry layer = register.findLayer(dataset.layer()).orElseThrow();
        return new Dataset(layer.code(), layer.zh(), layer.en(), dataset.weight(), Figures.of(dataset.figures()));
    }

    private County county(CollectionRate.County county) {
        Organisation.Division division =
                organisation.findDivision(county.division()).orElseThrow();
        return new County(division.code(), division.zh(), division.en(), Figures.of(county.figures()));
    }

    private static Item item(CollectionRate.Item item) {
        return new Item(
                item.layer(),
                item.division(),
                item.from().toString(),
                item.to().toString(),
                item.dueOn().toString(),
                item.state(),
                CatalogueJson.text(item.inForceFrom()),
                CatalogueJson.text(item.deliveredAt()),
                item.onTime(),
                item.score());
    }

    /** The newest; open: what it reminds of has still not come. */
    @GetMapping("/api/catalogue/notices")
    @Requires("catalogue:entry:read")
    ResponseEntity<List<NoticeView>> notices() {
        Reach reach = current.reach(Questions.PERMISSION);
        Map<String, CatalogueEntry> entries = catalogue.list(null, null).stream()
                .collect(Collectors.toMap(entry -> entry.layer().code(), entry -> entry));
        List<NoticeView> notices = reminders.listNewest(NEWEST).stream()
                .filter(notice -> entries.containsKey(notice.layer()))
                .map(notice -> view(notice, Objects.requireNonNull(entries.get(notice.layer())), reach))
                .flatMap(Optional::stream)
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(notices);
    }

    private Optional<NoticeView> view(Notice notice, CatalogueEntry entry, Reach reach) {
        List<String> seen =
                notice.divisions().stream().filter(code -> reach.sees(code, 1)).toList();
        if (seen.isEmpty() && !notice.divisions().isEmpty()) return Optional.empty();
        boolean open = entry.freshness().counties().stream()
                .anyMatch(county ->
                        seen.contains(county.division()) && notice.dueOn().equals(county.dueOn()));
        return Optional.of(new NoticeView(
                notice.id().toString(),
                notice.layer(),
                entry.layer().zh(),
                entry.layer().en(),
                notice.kind(),
                notice.dueOn().toString(),
                unit(notice.unit()),
                seen,
                notice.madeAt().toString(),
                open));
    }

    private CatalogueJson.Unit unit(String id) {
        return organisation
                .findUnit(id, clock.today())
                .map(unit -> new CatalogueJson.Unit(unit.id(), unit.zh(), unit.en()))
                .orElse(new CatalogueJson.Unit(id, id, id));
    }
}
