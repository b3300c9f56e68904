package org.cuntu.core.conformity.internal;

import java.util.List;
import java.util.Optional;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Kept reviews as far as whoever asks may see them; others are as little there as those that never were. */
@Component
public class SeenReviews {
    private final Reviews reviews;
    private final RowSight sight;
    private final JdbcClient jdbc;

    SeenReviews(Reviews reviews, RowSight sight, JdbcClient jdbc) {
        this.reviews = reviews;
        this.sight = sight;
        this.jdbc = jdbc;
    }

    public Optional<StoredReview> find(String id) {
        return sight.seesReview(id) ? reviews.find(id) : Optional.empty();
    }

    /** @throws InputRefused {@code review.unknown} */
    public StoredReview get(String id) {
        return find(id).orElseThrow(
                        () -> new InputRefused(Problem.refused("review.unknown", Problem.Place.UNKNOWN, "id", id)));
    }

    /** Newest first; page counts from 0. */
    List<StoredReview.Line> list(int page, int size) {
        RowSight.Condition seen = sight.reviews();
        return jdbc.sql("select r.id, r.name, r.made_at, r.made_by, r.conclusion, r.legal_area from review r"
                        + RowSight.OF_REVIEWS + "where " + seen.where()
                        + " order by r.made_at desc, r.id offset :fromRow rows fetch next :rowCount rows only")
                .params(seen.params())
                .param("fromRow", (long) page * size)
                .param("rowCount", size)
                .query((row, n) -> GroundTable.line(row))
                .list();
    }
}
