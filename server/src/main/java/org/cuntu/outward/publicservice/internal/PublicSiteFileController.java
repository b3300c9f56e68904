package org.cuntu.outward.publicservice.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.format.SiteFile;
import org.cuntu.engine.format.SiteReader;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.http.GeoJsonTree;
import org.cuntu.platform.http.UploadName;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** An applicant's own coordinate file, read for the map instead of a drawn outline. Tells what is in the file alone, keeps nothing. */
@RestController
@ConditionalOnWebApplication
class PublicSiteFileController {
    private final Home home;
    private final CurrentActor actor;
    private final Turnstile reads;

    PublicSiteFileController(Home home, CurrentActor actor, CityClock clock) {
        this.home = home;
        this.actor = actor;
        reads = new Turnstile(30, Duration.ofMinutes(1), clock::now);
    }

    /**
     * @param crs the system that the applicant stated; absent: the file says it
     * @throws InputRefused with every problem of the file and its place
     */
    @PostMapping("/api/public/site-file")
    @Requires("publicservice:application:use")
    ResponseEntity<Map<String, Object>> read(
            @RequestParam MultipartFile file, @RequestParam(required = false) @Nullable String crs) throws IOException {
        reads.pass(actor.id());
        Path held = Files.createTempFile(home.tmp(), "own-site-", "");
        try {
            file.transferTo(held);
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(tree(SiteReader.read(held, UploadName.of(file), system(crs), InputLimits.SITE)));
        } finally {
            Files.deleteIfExists(held);
        }
    }

    private static @Nullable Crs system(@Nullable String stated) {
        if (stated == null || stated.isBlank()) return null;
        return Crs.find(stated.strip())
                .orElseThrow(() ->
                        new InputRefused(Problem.refused("review.unknown-crs", Problem.Place.UNKNOWN, "crs", stated)));
    }

    private static Map<String, Object> tree(SiteFile site) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", site.name());
        tree.put("crs", site.crs().code());
        tree.put(
                "plots",
                site.plots().stream().map(PublicSiteFileController::plot).toList());
        return tree;
    }

    private static Map<String, Object> plot(Plot plot) {
        return Map.of(
                "number", plot.number(),
                "name", plot.name(),
                "area", SiteAreas.legalArea(plot).value().toString(),
                "geometry", GeoJsonTree.of(plot.shape().toGeodetic().geometry()));
    }
}
