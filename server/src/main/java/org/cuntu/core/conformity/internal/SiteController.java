package org.cuntu.core.conformity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.format.SiteFile;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.platform.http.GeoJsonTree;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemBody;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Reads a site's file for the map: its plots in EPSG:4490, what it claims, and what is to be said of it. Keeps nothing. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/sites")
class SiteController {
    private final UploadedSite uploads;

    SiteController(UploadedSite uploads) {
        this.uploads = uploads;
    }

    @PostMapping
    @Requires("conformity:review:live")
    Map<String, Object> read(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String crs,
            HttpServletRequest request) {
        Locale locale = Languages.of(request);
        return uploads.read(file, crs, (site, path) -> answer(site, locale));
    }

    private static Map<String, Object> answer(SiteFile site, Locale locale) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", site.name());
        tree.put("sha256", site.sha256());
        tree.put("crs", site.crs().code());
        tree.put("plots", site.plots().stream().map(SiteController::plot).toList());
        tree.put(
                "warnings",
                site.warnings().stream()
                        .map(warning -> ProblemBody.Item.of(warning, locale))
                        .toList());
        return tree;
    }

    private static Map<String, @Nullable Object> plot(Plot plot) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("number", plot.number());
        tree.put("name", plot.name());
        tree.put("use", plot.use());
        tree.put("stated", plot.stated() == null ? null : plot.stated().value().toString());
        tree.put("legalArea", SiteAreas.legalArea(plot).value().toString());
        tree.put(
                "planeArea",
                plot.shape().crs().isGaussKruger()
                        ? SiteAreas.planeArea(plot).value().toString()
                        : null);
        tree.put("geometry", GeoJsonTree.of(plot.shape().toGeodetic().geometry()));
        return tree;
    }
}
