package org.cuntu.core.onemap.internal;

import java.util.List;
import org.cuntu.core.onemap.Moments;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.onemap.Timetable;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the two clocks of the map can be set to. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/moments")
class MomentsController {
    private final Timetable timetable;
    private final CityClock clock;

    MomentsController(Timetable timetable, CityClock clock) {
        this.timetable = timetable;
        this.clock = clock;
    }

    /** today: the city's; instants: ISO, UTC. */
    record View(String today, @Nullable String known, List<Version> versions, List<String> instants) {}

    record Version(
            String layer,
            String hash,
            String inForceFrom,
            @Nullable String inForceTo,
            String knownFrom,
            boolean invented,
            String source) {}

    @GetMapping
    @Requires("onemap:layer:read")
    ResponseEntity<View> moments(@RequestParam(required = false) @Nullable String known) {
        Moments moments = timetable.moments(known == null || known.isBlank() ? null : known);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new View(
                        clock.today().toString(),
                        moments.known() == null ? null : moments.known().toString(),
                        moments.versions().stream()
                                .map(MomentsController::version)
                                .toList(),
                        moments.instants().stream().map(Object::toString).toList()));
    }

    private static Version version(SnapshotRef ref) {
        return new Version(
                ref.layer(),
                ref.hash(),
                ref.inForceFrom().toString(),
                ref.inForceTo() == null ? null : ref.inForceTo().toString(),
                ref.knownFrom().toString(),
                ref.invented(),
                ref.source());
    }
}
