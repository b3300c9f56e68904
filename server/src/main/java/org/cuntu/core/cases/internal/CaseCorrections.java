package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.cases.Correction;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matter;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.identity.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Corrections that name what is to be corrected: everything else stays as it was handed in. What writes is called inside a transaction. */
@Component
class CaseCorrections {
    private static final String FIELD = "FIELD";
    private static final String MATERIAL = "MATERIAL";

    private final JdbcClient jdbc;
    private final CaseReading reading;
    private final CaseMaterials materials;
    private final CaseTelling telling;

    CaseCorrections(JdbcClient jdbc, CaseReading reading, CaseMaterials materials, CaseTelling telling) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.materials = materials;
        this.telling = telling;
    }

    /** Before the round is counted. @throws InputRefused with every name that the matter does not have */
    void ask(CaseRow row, Matter matter, Cases.Act act) {
        List<Problem> problems = new ArrayList<>();
        JsonNode shape = JsonMapper.shared().readTree(matter.form());
        for (String field : act.fields())
            if (!isOutside(field) && !shape.path("properties").has(field))
                problems.add(unknown("cases.correction-field", field));
        for (String material : act.materials())
            if (matter.materials().stream().map(MaterialNeed::id).noneMatch(material::equals))
                problems.add(Problem.refused(
                        "cases.correction-material", Problem.Place.file("materials"), "material", material));
        if (!problems.isEmpty()) throw new InputRefused(problems);
        int round = row.flags().corrections() + 1;
        new TreeSet<>(act.fields()).forEach(name -> add(row.id(), round, FIELD, name));
        new TreeSet<>(act.materials()).forEach(name -> add(row.id(), round, MATERIAL, name));
        String account = row.applicant().account();
        // before acceptance the step of the applicant's tells it when it opens
        if (account != null && row.state() == CaseState.IN_REVIEW)
            telling.tell(
                    List.of(account),
                    row,
                    "correct",
                    "correct round " + round,
                    "您的办件 {case} 需要补正，请查看补正告知。",
                    "Your case {case} is to be corrected; please see what is asked.");
    }

    private static Problem unknown(String code, String field) {
        return new Problem(code, Problem.Severity.REFUSED, Map.of("field", field), Problem.Place.file("fields"));
    }

    private static boolean isOutside(String field) {
        return field.equals(Correction.NAME) || field.equals(Correction.SITE);
    }

    private void add(UUID id, int round, String kind, String name) {
        jdbc.sql("insert into case_correction (case_id, round, kind, name) values (:id, :round, :kind, :name)")
                .param("id", id)
                .param("round", round)
                .param("kind", kind)
                .param("name", name)
                .update();
    }

    /** Of the round that the case is in, when it names anything. */
    Optional<Correction> find(CaseRow row) {
        boolean asked = row.state() == CaseState.CORRECTING || row.flags().correcting();
        if (!asked) return Optional.empty();
        int round = row.flags().corrections();
        List<String> fields = list(row.id(), round, FIELD);
        List<String> named = list(row.id(), round, MATERIAL);
        if (fields.isEmpty() && named.isEmpty()) return Optional.empty();
        return Optional.of(new Correction(round, fields, named));
    }

    private List<String> list(UUID id, int round, String kind) {
        return jdbc.sql(
                        "select name from case_correction where case_id = :id and round = :round and kind = :kind order by name")
                .param("id", id)
                .param("round", round)
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    /** @throws InputRefused with everything that is otherwise and was not to be corrected */
    void saved(CaseRow row, Cases.Content content, boolean otherSite) {
        Correction asked = find(row).orElse(null);
        if (asked == null) return;
        Matter matter = reading.matter(row);
        JsonNode shape = JsonMapper.shared().readTree(matter.form());
        CaseFile file = reading.file(row);
        JsonNode before = JsonMapper.shared().readTree(file.form());
        JsonNode after = JsonMapper.shared().readTree(CaseForms.write(content.form()));
        Set<String> open = open(asked, shape);
        Set<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        List<Problem> problems = new ArrayList<>();
        for (String name : names)
            if (!isSame(before.path(name), after.path(name)) && !open.contains(name))
                problems.add(CaseForms.at("cases.not-to-correct", name, shape));
        if (!content.name().strip().equals(row.name()) && !asked.fields().contains(Correction.NAME))
            problems.add(CaseForms.at("cases.not-to-correct", Correction.NAME, shape));
        String division = content.division();
        boolean elsewhere = division != null && !row.division().startsWith(Reach.significant(division));
        if ((otherSite || elsewhere) && !asked.fields().contains(Correction.SITE))
            problems.add(CaseForms.at("cases.not-to-correct", Correction.SITE, shape));
        if (!problems.isEmpty()) throw new InputRefused(problems);
    }

    /** A number is the same however it is written; what is empty is not there. */
    private static boolean isSame(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) return one.decimalValue().compareTo(other.decimalValue()) == 0;
        return Objects.equals(plain(one), plain(other));
    }

    private static String plain(JsonNode node) {
        boolean none = node.isMissingNode()
                || node.isNull()
                || node.isString() && node.asString("").isEmpty();
        return none ? "" : node.toString();
    }

    /** The fields that may be changed: those named, and those further down that are asked only for what one of them says. */
    private static Set<String> open(Correction asked, JsonNode shape) {
        Set<String> open = new TreeSet<>(asked.fields());
        for (Map.Entry<String, JsonNode> field : shape.path("properties").properties()) {
            boolean waits =
                    field.getValue().path("x-when").propertyNames().stream().anyMatch(open::contains);
            if (waits || isFilled(asked, field.getValue())) open.add(field.getKey());
        }
        return open;
    }

    /** A field that is filled from the ground or the name goes with them. */
    private static boolean isFilled(Correction asked, JsonNode field) {
        String from = field.path("x-from").asString("");
        if (from.startsWith("site:")) return asked.fields().contains(Correction.SITE);
        return from.equals(Correction.NAME) && asked.fields().contains(Correction.NAME);
    }

    /** What is missing may be given all the same: a field that was corrected may need it. */
    void given(CaseRow row, MaterialNeed need) {
        Correction asked = find(row).orElse(null);
        if (asked == null || asked.materials().contains(need.id())) return;
        boolean missing =
                "MISSING".equals(materials.states(row, reading.matter(row)).get(need.id()));
        if (missing) return;
        throw new InputRefused(Problem.refused(
                "cases.not-to-correct",
                Problem.Place.file(need.id()),
                "field",
                need.id(),
                "title",
                need.title().zh(),
                "titleEn",
                need.title().en()));
    }
}
