package org.cuntu.core.intake.internal;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cuntu.core.intake.Submission.Kind;
import org.cuntu.core.intake.SubmissionFile.Role;
import org.cuntu.core.intake.Submissions.Given;
import org.cuntu.core.intake.Submissions.Order;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.Releases;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.identity.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be said against a submission before anything of it is read. */
@Component
class SubmissionChecks {
    private static final int LONGEST_SOURCE = 900;
    private static final int MOST_FILES = 20;

    private final Organisation organisation;
    private final Releases releases;
    private final BaseVersions bases;
    private final IntakeRules rules;
    private final CityFolder city;
    private final Settings settings;

    SubmissionChecks(
            Organisation organisation,
            Releases releases,
            BaseVersions bases,
            IntakeRules rules,
            CityFolder city,
            Settings settings) {
        this.organisation = organisation;
        this.releases = releases;
        this.bases = bases;
        this.rules = rules;
        this.city = city;
        this.settings = settings;
    }

    /** The code of the division, which is the city's when none is given. */
    String division(@Nullable String given) {
        if (given == null) return city.code();
        return organisation
                .findDivision(given)
                .map(Organisation.Division::code)
                .filter(code -> code.length() == 6)
                .orElseThrow(() -> CandidateMaking.refused("intake.unknown-division", "division", given));
    }

    /** Refuses what could not become a version, or is a state secret by its name. */
    void check(Order order, LayerEntry layer, String division) {
        if (order.source().isBlank()) throw CandidateMaking.refused("intake.no-source");
        if (order.source().length() > LONGEST_SOURCE)
            throw CandidateMaking.refused("intake.source-long", "most", LONGEST_SOURCE);
        if (order.invented() && settings.mode() == Settings.Mode.SERVE)
            throw CandidateMaking.refused("onemap.invented-here", "layer", order.layer());
        if (order.crs() != null && Crs.find(order.crs()).isEmpty())
            throw CandidateMaking.refused("onemap.unknown-crs", "crs", order.crs());
        if (order.ground() != null && !order.ground().equals("features"))
            throw CandidateMaking.refused("intake.ground", "ground", order.ground());
        if (order.ground() != null && !layer.isAreal())
            throw CandidateMaking.refused("onemap.thin-ground", "layer", order.layer());
        secret(order.source(), order.source());
        checkFiles(order.kind(), order.files());
        boolean whole = division.equals(city.code());
        if (!whole && !order.kind().hasFiles())
            throw CandidateMaking.refused("intake.whole-layer-only", "division", division);
        checkVersion(order, layer, whole);
    }

    void checkFiles(Kind kind, List<Given> files) {
        for (Given file : files) checkName(file.name());
        if (files.size() > MOST_FILES) throw CandidateMaking.refused("intake.many-files", "most", MOST_FILES);
        List<Role> roles = files.stream()
                .map(Given::role)
                .filter(role -> role != Role.PAPER)
                .toList();
        Set<Role> wanted =
                switch (kind) {
                    case FULL, CORRECTION -> Set.of(Role.WHOLE);
                    case INCREMENT -> Set.of(Role.ADDED, Role.CHANGED, Role.REMOVED);
                    case YEARLY -> Set.of(Role.UPDATE, Role.PROCESS);
                    case END, WITHDRAWAL -> Set.of();
                };
        if (kind.hasFiles() && roles.isEmpty()) throw CandidateMaking.refused("intake.no-file");
        if (kind == Kind.YEARLY && !roles.containsAll(wanted)) throw CandidateMaking.refused("intake.yearly-files");
        if (roles.size() != Set.copyOf(roles).size() || !wanted.containsAll(roles))
            throw CandidateMaking.refused(
                    "intake.file-roles",
                    "roles",
                    roles.stream().map(Role::name).sorted().collect(Collectors.joining(", ")));
    }

    /** Refuses a state secret by the name of its file. */
    void checkName(String file) {
        secret(file, file);
    }

    private void secret(String text, String name) {
        rules.secretWord(text).ifPresent(word -> {
            throw CandidateMaking.refused("intake.secret", "name", name, "word", word);
        });
    }

    private void checkVersion(Order order, LayerEntry layer, boolean whole) {
        LocalDate from = order.inForceFrom();
        if (order.kind() == Kind.WITHDRAWAL) {
            entry(order);
            return;
        }
        if (from == null) throw new InputRefused(Problem.refused("intake.no-date", Problem.Place.UNKNOWN));
        SnapshotRef inForce = bases.find(layer.code(), from).orElse(null);
        boolean sameDay = inForce != null && inForce.inForceFrom().equals(from);
        switch (order.kind()) {
            case FULL, INCREMENT -> {
                if (whole && sameDay)
                    throw CandidateMaking.refused("intake.version-exists", "layer", layer.code(), "date", from);
                if (order.kind() == Kind.INCREMENT && inForce == null)
                    throw CandidateMaking.refused("intake.no-base", "layer", layer.code());
            }
            case YEARLY -> yearly(layer, from, whole);
            case CORRECTION -> {
                if (!sameDay)
                    throw CandidateMaking.refused("onemap.nothing-to-correct", "layer", layer.code(), "date", from);
            }
            case END -> {
                if (bases.find(layer.code(), from.minusDays(1)).isEmpty())
                    throw CandidateMaking.refused("onemap.nothing-to-end", "layer", layer.code(), "date", from);
            }
            case WITHDRAWAL -> {}
        }
    }

    private void yearly(LayerEntry layer, LocalDate from, boolean whole) {
        YearlyForm form = rules.yearly(layer.code())
                .orElseThrow(() -> CandidateMaking.refused("intake.yearly-layer", "layer", layer.code()));
        if (!MonthDay.from(from).equals(form.day()))
            throw CandidateMaking.refused(
                    "intake.yearly-day",
                    "date",
                    from,
                    "day",
                    form.day().toString().substring(2));
        if (whole) throw CandidateMaking.refused("intake.yearly-county");
        if (bases.find(layer.code(), from.minusDays(1)).isEmpty())
            throw CandidateMaking.refused("intake.no-base", "layer", layer.code());
    }

    /** The entry that a withdrawal withdraws. */
    ReleaseEntry entry(Order order) {
        return releases.listReleases(order.layer()).stream()
                .filter(each -> each.id().equals(order.target()))
                .findFirst()
                .orElseThrow(() -> CandidateMaking.refused(
                        "onemap.nothing-to-withdraw", "layer", order.layer(), "entry", String.valueOf(order.target())));
    }
}
