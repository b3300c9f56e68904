package org.cuntu.business.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people are told of changes of lines and plans that touch their reviews (告知). Thread safe. */
public interface LineNotices {
    /**
     * A notice.
     *
     * @param kind of a line PROPOSED or RELEASED; of a plan AGREED, once every step of its review has agreed, or ENTERED
     * @param proposal null: it is of a plan
     * @param plan the version of the plan; null: it is of a line
     * @param layer whose change turns the conclusion
     * @param review id of the review concerned
     * @param before, after its conclusion; null when it could not be judged anew
     * @param readAt null: not read
     */
    record Notice(
            UUID id,
            String account,
            String kind,
            @Nullable UUID proposal,
            @Nullable UUID plan,
            String number,
            String layer,
            String review,
            String reviewName,
            @Nullable String before,
            @Nullable String after,
            Instant at,
            @Nullable Instant readAt) {}

    /** The caller's own, the newest first. */
    List<Notice> listOwn(int limit);

    /** The caller has read it; nothing happens to another's. */
    void read(UUID id);
}
