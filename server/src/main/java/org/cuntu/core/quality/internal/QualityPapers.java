package org.cuntu.core.quality.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.ClassSchemes;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.engine.layer.MappedSnapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.identity.Organisation;
import org.springframework.stereotype.Component;

/** The papers of a run: a report to read, a workbook of all issues, a GeoPackage to mend by. The same run gives the same paper. Thread safe. */
@Component
class QualityPapers {
    /** What can be made of a run. */
    enum Kind {
        PDF("application/pdf"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        GPKG("application/geopackage+sqlite3");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }

        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws InputRefused {@code quality.unknown-format} */
        static Kind of(String format) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equalsIgnoreCase(format))
                    .findFirst()
                    .orElseThrow(() -> new InputRefused(
                            Problem.refused("quality.unknown-format", Problem.Place.UNKNOWN, "format", format)));
        }
    }

    /**
     * What a paper says beside the run.
     *
     * @param layer the layer's name in the paper's language
     * @param place who delivered: the division's name and code, or the city's name
     * @param invented whether the layer's data is invented
     */
    record About(CheckRun run, Locale locale, String city, String layer, String place, boolean invented, ZoneId zone) {
        String word(String key) {
            return QualityWords.in(locale, key);
        }

        String title(CheckRun.RuleCount rule) {
            return rule.title().in(locale);
        }

        String time() {
            return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                    .withZone(zone)
                    .format(run.checkedAt());
        }

        /** Whether it may be released, in words. */
        String conclusion() {
            return word(
                    run.refusing() > 0
                            ? "conclusion.refused"
                            : run.warnings() > 0 ? "conclusion.warned" : "conclusion.sound");
        }

        /** Of the rules that have found something. */
        List<CheckRun.RuleCount> found() {
            return run.byRule().stream().filter(rule -> rule.count() > 0).toList();
        }
    }

    private final QualityStore store;
    private final QualityBook book;
    private final Baselines baselines;
    private final ClassSchemes schemes;
    private final LayerRegister register;
    private final SnapshotStore snapshots;
    private final CityFolder city;
    private final Organisation organisation;
    private final Home home;
    /** A paper holds its faces in memory while it is drawn. */
    private final Semaphore drawing = new Semaphore(2);

    QualityPapers(
            QualityStore store,
            QualityBook book,
            Baselines baselines,
            ClassSchemes schemes,
            LayerRegister register,
            SnapshotStore snapshots,
            CityFolder city,
            Organisation organisation,
            Home home) {
        this.store = store;
        this.book = book;
        this.baselines = baselines;
        this.schemes = schemes;
        this.register = register;
        this.snapshots = snapshots;
        this.city = city;
        this.organisation = organisation;
        this.home = home;
    }

    byte[] of(CheckRun run, Kind kind, Locale locale) {
        About about = about(run, locale);
        IssuePages issues = new IssuePages(store, run.id());
        drawing.acquireUninterruptibly();
        try {
            return switch (kind) {
                case PDF -> pdf(about, issues);
                case XLSX -> QualityWorkbook.of(about, issues);
                case GPKG -> IssueGeoPackage.of(about, issues, home.tmp());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            drawing.release();
        }
    }

    private byte[] pdf(About about, IssuePages issues) throws IOException {
        Optional<QualityGround> found = QualityGround.of(
                about.run(), baselines, snapshots, QualityGround.names(register, schemes, about.locale()));
        try (QualityGround ground = found.orElse(null)) {
            return QualityPdf.of(about, issues, ground, book.plates());
        }
    }

    private About about(CheckRun run, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        String layer = register.findLayer(run.layer())
                .map((LayerEntry entry) -> english ? entry.en() : entry.zh())
                .orElse(run.layer());
        String cityName = english ? city.en() : city.zh();
        return new About(
                run,
                locale,
                cityName,
                layer,
                run.division() == null ? cityName : place(run.division(), english),
                isInvented(run.snapshot()),
                city.zone());
    }

    private String place(String code, boolean english) {
        return organisation
                .findDivision(code)
                .map(division -> (english ? division.en() : division.zh()) + " " + code)
                .orElse(code);
    }

    private boolean isInvented(String hash) {
        try (SnapshotStore.Lease lease = snapshots.open(hash)) {
            return lease.snapshot() instanceof MappedSnapshot mapped
                    && mapped.origin().invented();
        } catch (SnapshotStore.MissingSnapshot gone) {
            return false;
        }
    }
}
