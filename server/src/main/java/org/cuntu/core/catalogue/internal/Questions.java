package org.cuntu.core.catalogue.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.Releases;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.Organisation.Division;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what a question at T and K is answered from. Thread safe. */
@Component
class Questions {
    static final String PERMISSION = "catalogue:entry:read";

    private final Baselines baselines;
    private final Releases releases;
    private final CountyGround ground;
    private final CatalogueFile file;
    private final Organisation organisation;
    private final CityFolder city;
    private final CurrentUser current;
    private final ObjectProvider<LayerChecks> checks;

    Questions(
            Baselines baselines,
            Releases releases,
            CountyGround ground,
            CatalogueFile file,
            Organisation organisation,
            CityFolder city,
            CurrentUser current,
            ObjectProvider<LayerChecks> checks) {
        this.baselines = baselines;
        this.releases = releases;
        this.ground = ground;
        this.file = file;
        this.organisation = organisation;
        this.city = city;
        this.current = current;
        this.checks = checks;
    }

    Question at(@Nullable LocalDate asOf, @Nullable String known) {
        Baseline baseline = baselines.resolveAll(asOf, known);
        List<Division> all = organisation.listBelow(city.code(), baseline.asOf());
        Reach reach = current.reach(PERMISSION);
        List<Division> seen =
                all.stream().filter(each -> reach.sees(each.significant(), 1)).toList();
        String townships = CountyGround.townships(baseline).orElse(null);
        return new Question(
                baseline,
                seen,
                Dated.thresholds(file.thresholds(), baseline.asOf(), baseline.asked())
                        .orElseGet(() -> file.thresholds().getFirst()),
                releases::listReleases,
                hash -> townships == null ? Optional.empty() : ground.of(hash, townships, all),
                this::last);
    }

    private Optional<CheckRun> last(String hash) {
        return Optional.ofNullable(checks.getIfAvailable()).flatMap(found -> found.last(hash));
    }
}
