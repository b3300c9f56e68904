package org.cuntu.core.conformity;

import org.cuntu.core.conformity.internal.RequestJson;
import tools.jackson.databind.JsonNode;

/** Reads the plots, the project and the two clocks of a request as the interface takes them. */
public final class ReviewRequests {
    private ReviewRequests() {}

    /** @throws org.cuntu.engine.problem.InputRefused with every problem of the plots, or the first of the request */
    public static ReviewRequest read(JsonNode body) {
        return RequestJson.read(body);
    }
}
