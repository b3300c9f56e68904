package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.platform.search.SearchFound;
import org.cuntu.platform.search.SearchHit;
import org.cuntu.platform.search.SearchIndex;
import org.cuntu.platform.search.SearchNoun;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stored reviews in the search, by number and name. */
@Component
class ReviewNoun implements SearchNoun {
    private static final int CANDIDATES = 500;

    private final SearchIndex index;
    private final JdbcClient jdbc;
    private final RowSight sight;

    ReviewNoun(SearchIndex index, JdbcClient jdbc, RowSight sight) {
        this.index = index;
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** In the caller's transaction. */
    void add(String id, String name) {
        index.add(noun(), new SearchIndex.Named(id, List.of(id, name)));
    }

    @Override
    public String noun() {
        return "review";
    }

    @Override
    public String permission() {
        return "conformity:review:read";
    }

    @Override
    public SearchFound find(Asked asked) {
        List<String> ids = index.find(asked.text(), noun(), List.of(""), CANDIDATES).stream()
                .map(SearchIndex.Candidate::id)
                .toList();
        if (ids.isEmpty()) return SearchFound.NOTHING;
        List<SearchHit> hits = new ArrayList<>();
        for (Row row : rows(ids)) {
            int score = Math.max(asked.text().score(row.line.id()), asked.text().score(row.line.name()));
            if (score > 0) hits.add(hit(row, score));
        }
        hits.sort(Comparator.comparingInt(SearchHit::score).reversed());
        boolean more = hits.size() > asked.limit();
        return new SearchFound(hits.subList(0, Math.min(asked.limit(), hits.size())), more, List.of());
    }

    private record Row(StoredReview.Line line, double[] box) {}

    private List<Row> rows(List<String> ids) {
        RowSight.Condition seen = sight.reviews();
        return jdbc.sql("""
                select r.id, r.name, r.made_at, r.made_by, r.conclusion, r.legal_area, g.west, g.south, g.east, g.north
                from review r join review_ground g on g.review = r.id""" + RowSight.OF_REVIEWS + """
                where r.id in (:ids) and
                """ + seen.where() + " order by r.made_at desc")
                .params(seen.params())
                .param("ids", ids)
                .query((row, n) -> new Row(GroundTable.line(row), new double[] {
                    row.getDouble("west"), row.getDouble("south"), row.getDouble("east"), row.getDouble("north")
                }))
                .list();
    }

    private SearchHit hit(Row row, int score) {
        StoredReview.Line line = row.line;
        return new SearchHit(
                noun(),
                line.id(),
                line.name(),
                "",
                line.by(),
                line.id(),
                new double[] {(row.box[0] + row.box[2]) / 2, (row.box[1] + row.box[3]) / 2},
                row.box,
                Map.of(
                        "conclusion", line.conclusion().name(),
                        "at", line.at().toString(),
                        "legalArea", line.legalArea().toString()),
                score);
    }
}
