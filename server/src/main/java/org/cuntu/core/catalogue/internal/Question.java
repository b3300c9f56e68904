package org.cuntu.core.catalogue.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cuntu.core.catalogue.Coverage;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.platform.identity.Organisation.Division;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;

/** What is asked at one T and K; whatever has to be looked up is looked up once. Used by one thread. */
final class Question {
    private final Baseline baseline;
    private final List<Division> counties;
    private final Dated.Thresholds thresholds;
    private final Function<String, List<ReleaseEntry>> releases;
    private final Function<String, Optional<Coverage>> measured;
    private final Function<String, Optional<CheckRun>> checked;
    private final Map<String, LayerLog> logs = new HashMap<>();
    private final Map<String, Optional<Coverage>> coverages = new HashMap<>();
    private final Map<String, Optional<CheckRun>> runs = new HashMap<>();

    /**
     * @param counties those that whoever asks may see
     * @param checked the last run of a snapshot
     */
    Question(
            Baseline baseline,
            List<Division> counties,
            Dated.Thresholds thresholds,
            Function<String, List<ReleaseEntry>> releases,
            Function<String, Optional<Coverage>> measured,
            Function<String, Optional<CheckRun>> checked) {
        this.baseline = baseline;
        this.counties = List.copyOf(counties);
        this.thresholds = thresholds;
        this.releases = releases;
        this.measured = measured;
        this.checked = checked;
    }

    Baseline baseline() {
        return baseline;
    }

    LocalDate asOf() {
        return baseline.asOf();
    }

    /** K as it was asked for: by it dated settings and checks are chosen. */
    @Nullable
    Instant asked() {
        return baseline.asked();
    }

    List<Division> counties() {
        return counties;
    }

    Dated.Thresholds thresholds() {
        return thresholds;
    }

    LayerLog log(String layer) {
        return logs.computeIfAbsent(layer, code -> LayerLog.of(releases.apply(code), baseline.known()));
    }

    /** Of the counties that are seen. */
    Optional<Coverage> coverage(String hash) {
        Predicate<String> seen =
                code -> counties.stream().anyMatch(each -> each.code().equals(code));
        return coverages.computeIfAbsent(hash, asked -> measured.apply(asked).map(whole -> whole.within(seen)));
    }

    /** The last check of a version, made by K. */
    Optional<CheckRun> run(String hash) {
        Instant known = baseline.asked();
        return runs.computeIfAbsent(hash, asked -> checked.apply(asked)
                .filter(run -> known == null || !run.checkedAt().isAfter(known)));
    }

    boolean passes(CheckRun run) {
        return run.score() >= thresholds.score();
    }

    /** Whether a version is there with a county's data: it covers the county, and if one division delivered it, this is it. */
    boolean brings(ReleaseEntry delivery, Division county) {
        return isBy(delivery, county)
                && part(delivery, county)
                        .filter(part -> part.reaches(thresholds.coverage()))
                        .isPresent();
    }

    /** Whether it covers some ground of the county, but not enough of it. */
    boolean bringsPart(ReleaseEntry delivery, Division county) {
        return isBy(delivery, county)
                && part(delivery, county)
                        .filter(part -> part.covered().isPositive() && !part.reaches(thresholds.coverage()))
                        .isPresent();
    }

    private Optional<Coverage.Part> part(ReleaseEntry delivery, Division county) {
        return coverage(LayerLog.hash(delivery)).flatMap(coverage -> coverage.of(county.code()));
    }

    private boolean isBy(ReleaseEntry delivery, Division county) {
        String by = run(LayerLog.hash(delivery)).map(CheckRun::division).orElse(null);
        return by == null || county.significant().startsWith(Reach.significant(by));
    }
}
