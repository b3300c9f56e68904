package org.cuntu.platform.identity.internal;

import java.time.LocalDate;
import java.util.List;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Organisation;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The organisation's tree and the divisions, as of a day: names, nobody's data. */
@RestController
@ConditionalOnWebApplication
class OrganisationController {
    private final Organisation organisation;
    private final CityClock clock;

    OrganisationController(Organisation organisation, CityClock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    record Tree(List<Unit> units, List<Organisation.Post> posts) {}

    record Unit(String id, String zh, String en, String kind, @Nullable String parent, String division) {}

    record Division(String code, String zh, String en) {}

    @GetMapping("/api/organisation")
    @Requires(Requires.OWN)
    ResponseEntity<Tree> tree(@RequestParam(required = false) @Nullable LocalDate asOf) {
        List<Unit> units = organisation.listUnits(asOf == null ? clock.today() : asOf).stream()
                .map(unit ->
                        new Unit(unit.id(), unit.zh(), unit.en(), unit.kind(), unit.parent(), unit.division()))
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Tree(units, organisation.listPosts()));
    }

    /** @param below a division's code; what lies directly in it */
    @GetMapping("/api/divisions")
    @Requires(Requires.OWN)
    ResponseEntity<List<Division>> divisions(
            @RequestParam String below, @RequestParam(required = false) @Nullable LocalDate asOf) {
        List<Division> found = organisation.listBelow(below, asOf == null ? clock.today() : asOf).stream()
                .map(each -> new Division(each.code(), each.zh(), each.en()))
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
    }
}
