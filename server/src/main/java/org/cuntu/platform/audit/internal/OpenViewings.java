package org.cuntu.platform.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.NodeName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of viewings that are open: what a process that was killed leaves for the next. */
@Component
class OpenViewings {
    private final JdbcClient jdbc;
    private final String node;

    OpenViewings(JdbcClient jdbc, Home home) {
        this.jdbc = jdbc;
        this.node = NodeName.of(home);
    }

    record Row(UUID id, String actor, String act, String object, Instant hour, long looks, Box box) {}

    void add(Row row) {
        Box box = row.box();
        jdbc.sql("""
                insert into proof_viewing (id, node, actor, act, object, hour_at, looks, west, south, east, north)
                values (:id, :node, :actor, :act, :object, :hour, :looks, :west, :south, :east, :north)""")
                .param("id", row.id())
                .param("node", node)
                .param("actor", row.actor())
                .param("act", row.act())
                .param("object", row.object())
                .param("hour", DbTime.of(row.hour()))
                .param("looks", row.looks())
                .param("west", box.west())
                .param("south", box.south())
                .param("east", box.east())
                .param("north", box.north())
                .update();
    }

    void seen(UUID id, long looks, Box box) {
        jdbc.sql("""
                update proof_viewing set looks = :looks, west = :west, south = :south, east = :east, north = :north
                where id = :id""")
                .param("looks", looks)
                .param("west", box.west())
                .param("south", box.south())
                .param("east", box.east())
                .param("north", box.north())
                .param("id", id)
                .update();
    }

    /** @return whether it was there: who takes it away writes its end */
    boolean remove(UUID id) {
        return jdbc.sql("delete from proof_viewing where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Those of this node, which no process has open when one begins; and those of other nodes that are long over. */
    List<Row> listLeft(Instant longOver) {
        return jdbc.sql("select * from proof_viewing where node = :node or hour_at < :over order by hour_at, id")
                .param("node", node)
                .param("over", DbTime.of(longOver))
                .query(OpenViewings::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("actor"),
                row.getString("act"),
                row.getString("object"),
                DbTime.read(row, "hour_at"),
                row.getLong("looks"),
                new Box(row.getDouble("west"), row.getDouble("south"), row.getDouble("east"), row.getDouble("north")));
    }
}
