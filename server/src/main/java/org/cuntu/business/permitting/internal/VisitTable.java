package org.cuntu.business.permitting.internal;

import java.util.List;
import java.util.UUID;
import org.cuntu.business.permitting.SiteVisit;
import org.cuntu.platform.database.DbTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of site visits and their photos. What writes is called inside a transaction. */
@Component
class VisitTable {
    private final JdbcClient jdbc;

    VisitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(UUID caseId) {
        return jdbc.sql("select count(*) from site_visit where case_id = :id")
                        .param("id", caseId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void add(SiteVisit v) {
        jdbc.sql("""
            insert into site_visit (id, case_id, division, visited_at, lon, lat, others, findings, agrees, signed_by,
              signed_at, leaf)
            values (:id, :caseId, :division, :visitedAt, :lon, :lat, :others, :findings, :agrees, :by, :at, :leaf)\
            """)
                .param("id", v.id())
                .param("caseId", v.caseId())
                .param("division", v.division())
                .param("visitedAt", DbTime.of(v.visitedAt()))
                .param("lon", v.lon())
                .param("lat", v.lat())
                .param("others", v.others())
                .param("findings", v.findings())
                .param("agrees", v.agrees())
                .param("by", v.signedBy())
                .param("at", DbTime.of(v.signedAt()))
                .param("leaf", v.leaf())
                .update();
        for (int i = 0; i < v.photos().size(); i++)
            jdbc.sql("""
                insert into site_visit_photo (visit, position, sha256, name, media)
                values (:visit, :position, :sha256, :name, :media)\
                """)
                    .param("visit", v.id())
                    .param("position", i)
                    .param("sha256", v.photos().get(i).sha256())
                    .param("name", v.photos().get(i).name())
                    .param("media", v.photos().get(i).media())
                    .update();
    }

    List<SiteVisit> list(UUID caseId) {
        return jdbc.sql("select * from site_visit where case_id = :id order by signed_at desc, id")
                .param("id", caseId)
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new SiteVisit(
                            id,
                            row.getObject("case_id", UUID.class),
                            row.getString("division"),
                            DbTime.read(row, "visited_at"),
                            row.getDouble("lon"),
                            row.getDouble("lat"),
                            row.getString("others"),
                            row.getString("findings"),
                            row.getBoolean("agrees"),
                            row.getString("signed_by"),
                            DbTime.read(row, "signed_at"),
                            row.getString("leaf"),
                            photos(id));
                })
                .list();
    }

    private List<SiteVisit.Photo> photos(UUID visit) {
        return jdbc.sql("select * from site_visit_photo where visit = :id order by position")
                .param("id", visit)
                .query((row, n) ->
                        new SiteVisit.Photo(row.getString("sha256"), row.getString("name"), row.getString("media")))
                .list();
    }
}
