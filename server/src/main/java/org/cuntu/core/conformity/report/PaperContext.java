package org.cuntu.core.conformity.report;

import java.time.ZoneId;
import org.cuntu.core.conformity.Cutter;
import org.cuntu.core.conformity.LandClass;
import org.cuntu.core.conformity.ReviewGround;
import org.jspecify.annotations.Nullable;

/**
 * What a paper says besides the review's JSON.
 *
 * @param ground for the plates and the coordinates; null: the paper has neither
 * @param city the city's name in the paper's language
 * @param person who made the review, as people call them
 * @param publicUrl where the verification page is, without a slash at the end; empty: nowhere
 * @param zone the bureau's
 */
public record PaperContext(
        @Nullable ReviewGround ground,
        Cutter cutter,
        LandClass.Schemes classes,
        String city,
        String person,
        String publicUrl,
        ZoneId zone) {}
