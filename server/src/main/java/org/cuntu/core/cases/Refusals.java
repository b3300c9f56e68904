package org.cuntu.core.cases;

import java.util.Optional;
import java.util.UUID;

/** What a refusal carries besides its words (行政许可法 art. 38, unverified): kept with the decision. Thread safe; who asks has seen the case. */
public interface Refusals {
    /**
     * JSON {@code {articles, basis, reconsiderationDays, reconsideration, lawsuitMonths, lawsuit}}: the articles that the failing findings
     * name, those that the matter stands on, and what the applicant may do with the articles that give it.
     *
     * @return empty when the case was not refused
     */
    Optional<String> find(UUID caseId);
}
