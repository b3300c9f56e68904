package org.cuntu.core.conformity.internal;

import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.ProjectText;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;
import tools.jackson.databind.json.JsonMapper;

/** What went into a review, as the three texts that are kept of it. */
public record StoredInput(String projectText, String siteText, String baselineText) {
    public static StoredInput of(ReviewRequest request, Baseline baseline) {
        return new StoredInput(
                CanonicalJson.write(ProjectText.tree(request.project())),
                SiteText.write(request.crs(), request.plots()),
                BaselineText.write(baseline));
    }

    public static StoredInput of(StoredReview review) {
        return new StoredInput(review.project(), review.site(), review.baseline());
    }

    public Crs crs() {
        return SiteText.crs(siteText);
    }

    public List<Plot> plots() {
        return SiteText.read(siteText);
    }

    public Project project() {
        return ProjectText.read(JsonMapper.shared().readTree(projectText));
    }

    public Map<String, String> hashes() {
        return BaselineText.hashes(baselineText);
    }

    /** The stored layers on what is known of them now. */
    public Baseline baseline(Baseline now) {
        return BaselineText.restore(baselineText, now);
    }
}
