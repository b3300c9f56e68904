package org.cuntu.business.planning.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.business.planning.BoundaryStake;
import org.cuntu.business.planning.BoundaryStakes.Picture;
import org.cuntu.engine.measure.Geodesic;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of stakes, their events and pictures. What writes is called inside a transaction. */
@Component
class StakeTable {
    private final JdbcClient jdbc;

    StakeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the line has the number */
    void add(BoundaryStake s) {
        jdbc.sql("""
                        insert into boundary_stake (id, layer, number, kind, material, division, significant, lon, lat, set_on,
                          set_by, state, accepted_by, invented, changed_at)
                        values (:id, :layer, :number, :kind, :material, :division, :significant, :lon, :lat, :setOn,
                          :setBy, :state, :acceptedBy, :invented, :changed)""")
                .param("id", s.id())
                .param("layer", s.layer())
                .param("number", s.number())
                .param("kind", s.kind().name())
                .param("material", s.material())
                .param("division", s.division())
                .param("significant", Reach.significant(s.division()))
                .param("lon", s.lon())
                .param("lat", s.lat())
                .param("setOn", s.setOn())
                .param("setBy", s.setBy())
                .param("state", s.state().name())
                .param("acceptedBy", s.acceptedBy(), Types.VARCHAR)
                .param("invented", s.invented())
                .param("changed", DbTime.of(s.changedAt()))
                .update();
    }

    void stand(UUID id, BoundaryStake.State state, @Nullable String acceptedBy, Instant at) {
        jdbc.sql("""
                update boundary_stake set state = :state, accepted_by = :acceptedBy, changed_at = :at where id = :id""")
                .param("id", id)
                .param("state", state.name())
                .param("acceptedBy", acceptedBy, Types.VARCHAR)
                .param("at", DbTime.of(at))
                .update();
    }

    void happened(UUID stake, BoundaryStake.Act act, String actor, Instant at, String words, List<Picture> pictures) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from boundary_stake_event where stake = :id")
                .param("id", stake)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into boundary_stake_event (stake, number, act, actor, at, words)
                values (:id, :number, :act, :actor, :at, :words)""")
                .param("id", stake)
                .param("number", number)
                .param("act", act.name())
                .param("actor", actor)
                .param("at", DbTime.of(at))
                .param("words", words)
                .update();
        for (int i = 0; i < pictures.size(); i++) add(stake, number, i + 1, pictures.get(i));
    }

    private void add(UUID stake, int event, int position, Picture picture) {
        jdbc.sql("""
                insert into boundary_stake_photo (stake, event, position, sha256, name, media, exif_lon, exif_lat)
                values (:id, :event, :position, :sha256, :name, :media, :lon, :lat)""")
                .param("id", stake)
                .param("event", event)
                .param("position", position)
                .param("sha256", picture.sha256())
                .param("name", picture.name())
                .param("media", picture.media())
                .param("lon", picture.lon(), Types.DOUBLE)
                .param("lat", picture.lat(), Types.DOUBLE)
                .update();
    }

    List<BoundaryStake> list(@Nullable String layer) {
        String where = layer == null ? "" : " where layer = :layer";
        JdbcClient.StatementSpec query = jdbc.sql("select * from boundary_stake" + where + " order by layer, number");
        if (layer != null) query = query.param("layer", layer);
        return query.query((row, n) -> stake(row)).list();
    }

    Optional<BoundaryStake> find(UUID id, boolean lock) {
        return jdbc.sql("select * from boundary_stake where id = :id" + (lock ? " for update" : ""))
                .param("id", id)
                .query((row, n) -> stake(row))
                .optional();
    }

    /** Who set it, or set it anew, last. */
    String setter(UUID id) {
        return jdbc.sql("""
                        select actor from boundary_stake_event where stake = :id and act in ('SET', 'REPLACE')
                        order by number desc fetch first 1 rows only""").param("id", id).query(String.class).single();
    }

    List<BoundaryStake.Event> listEvents(BoundaryStake stake) {
        return jdbc.sql("select * from boundary_stake_event where stake = :id order by number desc")
                .param("id", stake.id())
                .query((row, n) -> new BoundaryStake.Event(
                        row.getInt("number"),
                        BoundaryStake.Act.valueOf(row.getString("act")),
                        row.getString("actor"),
                        DbTime.read(row, "at"),
                        row.getString("words"),
                        photos(stake, row.getInt("number"))))
                .list();
    }

    private List<BoundaryStake.Photo> photos(BoundaryStake stake, int event) {
        List<BoundaryStake.Photo> photos = new ArrayList<>();
        jdbc.sql("select * from boundary_stake_photo where stake = :id and event = :event order by position")
                .param("id", stake.id())
                .param("event", event)
                .query((row, n) -> photos.add(photo(stake, row)))
                .list();
        return photos;
    }

    private static BoundaryStake.Photo photo(BoundaryStake stake, ResultSet row) throws SQLException {
        double lon = row.getDouble("exif_lon");
        boolean silent = row.wasNull();
        double lat = row.getDouble("exif_lat");
        return new BoundaryStake.Photo(
                row.getString("sha256"),
                row.getString("name"),
                row.getString("media"),
                silent ? null : lon,
                silent ? null : lat,
                silent
                        ? null
                        : StrictMath.round(Geodesic.between(lon, lat, stake.lon(), stake.lat())
                                .metres()));
    }

    private static BoundaryStake stake(ResultSet row) throws SQLException {
        return new BoundaryStake(
                row.getObject("id", UUID.class),
                row.getString("layer"),
                row.getString("number"),
                BoundaryStake.Kind.valueOf(row.getString("kind")),
                row.getString("material"),
                row.getString("division"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getObject("set_on", LocalDate.class),
                row.getString("set_by"),
                BoundaryStake.State.valueOf(row.getString("state")),
                row.getString("accepted_by"),
                row.getBoolean("invented"),
                DbTime.read(row, "changed_at"));
    }
}
