package org.cuntu.business.planning.internal;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cuntu.business.planning.PlanDeliveries.Given;
import org.cuntu.business.planning.PlanDeliveries.PlanMap;
import org.cuntu.business.planning.PlanFindings;
import org.cuntu.business.planning.PlanScheme.Role;
import org.cuntu.core.onemap.HeldSnapshots;
import org.cuntu.platform.database.LongTexts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files, maps and findings of a version's rounds; a round has all of its files. What writes is called inside a transaction. */
@Component
class PlanRounds implements HeldSnapshots {
    private final JdbcClient jdbc;
    private final LongTexts texts;

    PlanRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.texts = new LongTexts(jdbc);
    }

    void add(UUID version, int round, List<Given> files) {
        int position = 0;
        for (Given file : files) add(version, round, ++position, file);
    }

    private void add(UUID version, int round, int position, Given file) {
        jdbc.sql("""
                insert into planning_plan_file (version, round, position, role, material, sha256, name, size, crs)
                values (:id, :round, :position, :role, :material, :sha256, :name, :size, :crs)""")
                .param("id", version)
                .param("round", round)
                .param("position", position)
                .param("role", file.role().name())
                .param("material", file.material())
                .param("sha256", file.sha256())
                .param("name", file.name())
                .param("size", file.size())
                .param("crs", file.crs(), Types.VARCHAR)
                .update();
    }

    /** The scan of the approval, in its round. */
    void addLater(UUID version, int round, Given file) {
        add(version, round, listFiles(version, round).size() + 1, file);
    }

    /** Those of a round with others in place of those of the same role and material; documents are added to. */
    static List<Given> replaced(List<Given> before, List<Given> now) {
        List<Given> all = new ArrayList<>(before.stream()
                .filter(old -> old.role() != Role.APPROVAL)
                .filter(old -> old.role() == Role.DOCUMENT
                        || now.stream()
                                .noneMatch(each -> each.role() == old.role()
                                        && each.material().equals(old.material())))
                .toList());
        all.addAll(now);
        return all;
    }

    List<Given> listFiles(UUID version, int round) {
        return jdbc.sql("select * from planning_plan_file where version = :id and round = :round order by position")
                .param("id", version)
                .param("round", round)
                .query((row, n) -> new Given(
                        Role.valueOf(row.getString("role")),
                        row.getString("material"),
                        row.getString("sha256"),
                        row.getString("name"),
                        row.getLong("size"),
                        row.getString("crs")))
                .list();
    }

    /** In place of what was made before. */
    void made(UUID version, int round, PlanWork.Made made) {
        jdbc.sql("delete from planning_plan_map where version = :id and round = :round")
                .param("id", version)
                .param("round", round)
                .update();
        for (PlanMap map : made.maps())
            jdbc.sql("""
                    insert into planning_plan_map (version, round, layer, own, base, candidate)
                    values (:id, :round, :layer, :own, :base, :candidate)""")
                    .param("id", version)
                    .param("round", round)
                    .param("layer", map.layer())
                    .param("own", map.own())
                    .param("base", map.base(), Types.VARCHAR)
                    .param("candidate", map.candidate(), Types.VARCHAR)
                    .update();
        texts.put(text(version, round), PlanningJson.write(made.findings()));
    }

    List<PlanMap> listMaps(UUID version, int round) {
        return jdbc.sql("select * from planning_plan_map where version = :id and round = :round order by layer")
                .param("id", version)
                .param("round", round)
                .query((row, n) -> new PlanMap(
                        row.getString("layer"),
                        row.getString("own"),
                        row.getString("base"),
                        row.getString("candidate")))
                .list();
    }

    Optional<PlanFindings> findings(UUID version, int round) {
        return texts.find(text(version, round)).map(PlanningJson::planFindings);
    }

    /** The findings as they are kept; empty when there are none. */
    String findingsText(UUID version, int round) {
        return texts.find(text(version, round)).orElse("");
    }

    private static String text(UUID version, int round) {
        return "plan/" + version + "/" + round + "/findings";
    }

    /** The maps of every version's last round: an archived one is opened again. */
    static List<String> listSnapshots(JdbcClient database) {
        Set<String> hashes = new TreeSet<>();
        database.sql("""
                select m.own, m.base, m.candidate from planning_plan_map m join planning_plan_version v on v.id = m.version
                where m.round = v.round""").query(row -> {
            for (int column = 1; column <= 3; column++) {
                String hash = row.getString(column);
                if (hash != null) hashes.add(hash);
            }
        });
        return List.copyOf(hashes);
    }

    @Override
    public Set<String> listHeld() {
        return new TreeSet<>(listSnapshots(jdbc));
    }
}
