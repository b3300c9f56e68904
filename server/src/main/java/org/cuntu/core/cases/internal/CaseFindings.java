package org.cuntu.core.cases.internal;

import java.util.List;
import java.util.stream.StreamSupport;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the review attached to a case finds against its site. */
@Component
class CaseFindings {
    private final Reviews reviews;

    CaseFindings(Reviews reviews) {
        this.reviews = reviews;
    }

    /** The findings that fail, as the review's Chinese answer has them. */
    List<JsonNode> failing(CaseFile.@Nullable AttachedReview review) {
        if (review == null) return List.of();
        String text = reviews.find(review.id()).map(StoredReview::zh).orElse("{}");
        JsonNode findings = JsonMapper.shared().readTree(text).path("findings");
        return StreamSupport.stream(findings.spliterator(), false)
                .filter(each -> each.path("verdict").asString("").equals("FAIL"))
                .toList();
    }

    /** Of these the ones of some layers; of no layer in particular: all. */
    List<JsonNode> failing(CaseFile.@Nullable AttachedReview review, List<String> layers) {
        return failing(review).stream()
                .filter(each ->
                        layers.isEmpty() || layers.contains(each.path("layer").asString("")))
                .toList();
    }
}
