package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.List;
import org.cuntu.business.planning.PlanDeliveries.Given;
import org.cuntu.business.planning.PlanDeliveries.Order;
import org.cuntu.business.planning.PlanKind;
import org.cuntu.business.planning.PlanScheme;
import org.cuntu.business.planning.PlanScheme.Role;
import org.cuntu.business.planning.PlanSchemes;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.platform.calendar.WorkingDays;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.home.YamlFile;
import org.cuntu.platform.identity.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses what could not become a version of a plan, a display or an approval, and what is a state secret by its name. */
@Component
class PlanOrders {
    static final int LONGEST_GROUNDS = 2000;
    private static final int LONGEST = 200;
    private static final int LONGEST_PLACE = 500;
    private static final int MOST_FILES = 60;
    private static final int MOST_DAYS_OFF = 30;

    private final PlanSchemes schemes;
    private final Organisation organisation;
    private final CityFolder city;
    private final CityClock clock;
    private final Settings settings;
    private final WorkingDays days;
    private final List<String> secretWords;

    PlanOrders(
            PlanSchemes schemes,
            Organisation organisation,
            CityFolder city,
            CityClock clock,
            Settings settings,
            WorkingDays days) {
        this.schemes = schemes;
        this.organisation = organisation;
        this.city = city;
        this.clock = clock;
        this.settings = settings;
        this.days = days;
        secretWords = YamlFile.read(city.file("intake.yaml")).root().texts("secretWords");
    }

    /** The code of a division, or the city's own. */
    String division(@Nullable String given) {
        if (given == null || given.equals(city.code())) return city.code();
        return organisation
                .findDivision(given)
                .map(Organisation.Division::code)
                .orElseThrow(() -> LineCandidates.refused("planning.unknown-division", "division", given));
    }

    PlanScheme scheme(PlanKind kind) {
        return schemes.findScheme(kind, clock.today())
                .orElseThrow(() -> LineCandidates.refused("planning.unknown-kind", "kind", kind.name()));
    }

    PlanScheme.Occasion check(Order order) {
        PlanScheme scheme = scheme(order.kind());
        PlanScheme.Occasion occasion = occasion(scheme, order.occasion(), false);
        if (order.name().isBlank() || order.name().length() > LONGEST)
            throw LineCandidates.refused("planning.title", "most", LONGEST);
        if (order.invented() && settings.mode() == Settings.Mode.SERVE)
            throw LineCandidates.refused(
                    "onemap.invented-here", "layer", order.kind().name());
        secret(order.name());
        grounds(order.grounds());
        check(scheme, order.files());
        if (order.files().stream().noneMatch(file -> file.role() == Role.MAP))
            throw LineCandidates.refused("planning.no-map", "layers", layers(scheme));
        return occasion;
    }

    PlanScheme.Occasion occasion(PlanScheme scheme, String id, boolean amends) {
        return scheme.findOccasion(id)
                .filter(each -> each.amends() == amends)
                .orElseThrow(() -> LineCandidates.refused("planning.unknown-occasion", "occasion", id));
    }

    void grounds(String grounds) {
        if (grounds.isBlank() || grounds.length() > LONGEST_GROUNDS)
            throw LineCandidates.refused("planning.grounds", "most", LONGEST_GROUNDS);
        secret(grounds);
    }

    private static String layers(PlanScheme scheme) {
        return String.join(
                ", ", scheme.layers().stream().map(PlanScheme.MapLayer::layer).toList());
    }

    /** Every file is one of the scheme's materials, once but for documents. */
    void check(PlanScheme scheme, List<Given> files) {
        if (files.size() > MOST_FILES) throw LineCandidates.refused("planning.many-files", "most", MOST_FILES);
        for (Given file : files) {
            named(file);
            boolean known = scheme.materials().stream()
                    .anyMatch(each -> each.id().equals(file.material()) && each.role() == file.role());
            if (!known) throw LineCandidates.refused("planning.unknown-material", "material", file.material());
            long twins = files.stream()
                    .filter(other ->
                            other.role() == file.role() && other.material().equals(file.material()))
                    .count();
            if (file.role() != Role.DOCUMENT && twins > 1)
                throw LineCandidates.refused("planning.material-twice", "material", file.material());
            if (file.crs() != null && Crs.find(file.crs()).isEmpty())
                throw LineCandidates.refused("onemap.unknown-crs", "crs", file.crs());
        }
    }

    void named(Given file) {
        secret(file.name());
        if (file.name().length() > LONGEST) throw LineCandidates.refused("planning.title", "most", LONGEST);
    }

    private void secret(String text) {
        for (String word : secretWords)
            if (text.contains(word)) throw LineCandidates.refused("planning.secret", "word", word);
    }

    /**
     * The display, with as many days at least as the occasion wants, the first one counted; when the last is a day off it goes on to
     * the next working day, where the calendar knows that.
     */
    PlanVersion.Display display(PlanScheme.Occasion occasion, LocalDate from, @Nullable LocalDate to, String place) {
        if (place.isBlank() || place.length() > LONGEST_PLACE)
            throw LineCandidates.refused("planning.display-place", "most", LONGEST_PLACE);
        if (from.isBefore(clock.today())) throw LineCandidates.refused("planning.date-passed", "date", from);
        LocalDate least = workingDay(from.plusDays(occasion.displayDays() - 1L));
        if (to != null && to.isBefore(least))
            throw LineCandidates.refused("planning.display-short", "days", occasion.displayDays(), "date", least);
        return new PlanVersion.Display(from, to == null ? least : to, place.strip());
    }

    private LocalDate workingDay(LocalDate day) {
        LocalDate last = day;
        for (int i = 0; i < MOST_DAYS_OFF && !days.isWorkingDay(last).orElse(true); i++) last = last.plusDays(1);
        return last;
    }

    /** @param changes whether a layer gets a new version by it: then its day has not passed */
    void check(PlanVersion.Approval approval, boolean changes) {
        if (approval.number().isBlank() || approval.number().length() > LONGEST)
            throw LineCandidates.refused("planning.document-number", "most", LONGEST);
        if (approval.authority().isBlank() || approval.authority().length() > LONGEST)
            throw LineCandidates.refused("planning.authority", "most", LONGEST);
        if (approval.date().isAfter(clock.today()))
            throw LineCandidates.refused("planning.approved-later", "date", approval.date());
        if (approval.inForceFrom().isBefore(approval.date()))
            throw LineCandidates.refused("planning.before-approval", "date", approval.inForceFrom());
        if (changes && approval.inForceFrom().isBefore(clock.today()))
            throw LineCandidates.refused("planning.date-passed", "date", approval.inForceFrom());
    }
}
