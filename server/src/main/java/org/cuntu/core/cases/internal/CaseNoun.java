package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.platform.search.SearchFound;
import org.cuntu.platform.search.SearchHit;
import org.cuntu.platform.search.SearchIndex;
import org.cuntu.platform.search.SearchNoun;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases (办件) in the search, by number and name; not by who applies. */
@Component
class CaseNoun implements SearchNoun {
    static final String NOUN = "case";

    private static final int CANDIDATES = 200;

    private final SearchIndex index;
    private final JdbcClient jdbc;
    private final CasePersons persons;

    CaseNoun(SearchIndex index, JdbcClient jdbc, CasePersons persons) {
        this.index = index;
        this.jdbc = jdbc;
        this.persons = persons;
    }

    /** In the caller's transaction. */
    void add(UUID id, String number, String name) {
        index.add(noun(), new SearchIndex.Named(id.toString(), List.of(number, name)));
    }

    /** After its project was named otherwise; in the caller's transaction. */
    void rename(UUID id, String number, String name) {
        index.rename(noun(), new SearchIndex.Named(id.toString(), List.of(number, name)));
    }

    @Override
    public String noun() {
        return NOUN;
    }

    @Override
    public String permission() {
        return CasePersons.READ;
    }

    @Override
    public SearchFound find(Asked asked) {
        List<UUID> ids = index.find(asked.text(), noun(), List.of(""), CANDIDATES).stream()
                .map(candidate -> UUID.fromString(candidate.id()))
                .toList();
        if (ids.isEmpty()) return SearchFound.NOTHING;
        List<SearchHit> hits = new ArrayList<>();
        for (CaseRow row : jdbc.sql("select * from case_file where id in (:ids)")
                .param("ids", ids)
                .query((row, n) -> CaseTable.read(row))
                .list()) {
            if (!persons.sees(row)) continue;
            int score = StrictMath.max(
                    asked.text().score(row.called()), asked.text().score(row.name()));
            if (score > 0) hits.add(hit(row, score));
        }
        hits.sort(Comparator.comparingInt(SearchHit::score).reversed());
        boolean more = hits.size() > asked.limit();
        return new SearchFound(hits.subList(0, StrictMath.min(asked.limit(), hits.size())), more, List.of());
    }

    private SearchHit hit(CaseRow row, int score) {
        double[] box = row.box();
        double[] at = box == null ? null : new double[] {(box[0] + box[2]) / 2, (box[1] + box[3]) / 2};
        return new SearchHit(
                noun(),
                row.id().toString(),
                row.name(),
                "",
                row.called(),
                row.called(),
                at,
                box,
                Map.of("state", row.state().name(), "matter", row.matter()),
                score);
    }
}
