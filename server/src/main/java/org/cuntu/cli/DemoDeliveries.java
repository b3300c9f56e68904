package org.cuntu.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cuntu.core.catalogue.Catalogue;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.SubmissionFile.Role;
import org.cuntu.core.intake.Submissions;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.tasks.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What makes the demo's data pages worth looking at: a county's package that waits for its review, another one with errors that waits for
 * its officer, and a check of every layer. Everything goes the way that a person's would, as tasks, after the server is up.
 */
@Component
class DemoDeliveries {
    private static final Logger log = LoggerFactory.getLogger(DemoDeliveries.class);
    private static final String LAYER = "DLTB";

    private record County(String officer, String code, String name, boolean broken) {}

    private static final List<County> COUNTIES =
            List.of(new County("mojingyi", "450203", "YF", false), new County("panyufei", "450206", "LJ", true));

    private final Submissions submissions;
    private final Baselines baselines;
    private final SnapshotStore store;
    private final Files files;
    private final Accounts accounts;
    private final CurrentActor actor;
    private final CityClock clock;
    private final Tasks tasks;

    DemoDeliveries(
            Submissions submissions,
            Baselines baselines,
            SnapshotStore store,
            Files files,
            Accounts accounts,
            CurrentActor actor,
            CityClock clock,
            Tasks tasks) {
        this.submissions = submissions;
        this.baselines = baselines;
        this.store = store;
        this.files = files;
        this.accounts = accounts;
        this.actor = actor;
        this.clock = clock;
        this.tasks = tasks;
    }

    /** Asks for them where nothing was ever delivered; the work itself is done by tasks. */
    void make() {
        if (!submissions.list(new Submissions.Filter(null, null, null, null), 1).isEmpty()) return;
        for (County county : COUNTIES) {
            if (accounts.findName(county.officer()).isEmpty()) continue;
            try {
                actor.as(county.officer(), () -> deliver(county));
            } catch (RuntimeException e) {
                log.warn("no demo delivery of {}", county.code(), e);
            }
        }
        tasks.submit(Catalogue.CHECK_TASK, Map.of());
    }

    private boolean deliver(County county) {
        String hash = baselines.resolve(null, null).layers().stream()
                .filter(layer -> layer.entry().code().equals(LAYER))
                .flatMap(layer -> Optional.ofNullable(layer.snapshot()).stream())
                .map(SnapshotRef::hash)
                .findFirst()
                .orElseThrow();
        Map<String, byte[]> made;
        try (SnapshotStore.Lease patches = store.open(hash)) {
            made = (county.broken()
                            ? DemoIncrement.broken(patches.snapshot(), county.code())
                            : DemoIncrement.sound(patches.snapshot(), county.code()))
                    .files();
        }
        if (made.isEmpty()) return false;
        LocalDate day = lastQuarter(clock.today());
        String quarter = day.getYear() + " 年" + List.of("一", "二", "三", "四").get(day.getMonthValue() / 3 - 1) + "季度";
        submissions.create(new Submissions.Order(
                LAYER,
                county.code(),
                Submission.Kind.INCREMENT,
                day,
                null,
                quarter + "日常变更增量(演示,虚构) Quarterly changes, invented",
                null,
                null,
                true,
                keep(county, day, made)));
        return true;
    }

    /** The last day of the last quarter that is over. */
    static LocalDate lastQuarter(LocalDate today) {
        return today.withDayOfMonth(1)
                .minusMonths((today.getMonthValue() - 1) % 3)
                .minusDays(1);
    }

    private List<Submissions.Given> keep(County county, LocalDate day, Map<String, byte[]> made) {
        List<Submissions.Given> kept = new ArrayList<>();
        made.forEach((role, content) -> {
            String name = "%s_%s_%dQ%d_%s.%s"
                    .formatted(
                            county.name(),
                            LAYER,
                            day.getYear(),
                            day.getMonthValue() / 3,
                            role,
                            role.equals("removed") ? "txt" : "geojson");
            try {
                FileRef file = files.keep(
                        new ByteArrayInputStream(content),
                        name,
                        role.equals("removed") ? "text/plain" : "application/geo+json");
                kept.add(new Submissions.Given(
                        Role.valueOf(role.toUpperCase(Locale.ROOT)), file.sha256(), name, file.size()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return kept;
    }
}
