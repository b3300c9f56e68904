package org.cuntu.business.planning.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cuntu.business.planning.VillagePlan;
import org.cuntu.business.planning.VillagePlans;
import org.cuntu.business.planning.internal.VillageCoverage.Row;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.identity.FourEyes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Village plans as the page sees them. */
@Component
class VillageJson {
    private final VillageFile file;
    private final VillageGround grounds;
    private final VillagePlans plans;
    private final StoredVillagePlans seen;
    private final VillageRows rows;
    private final SectorGround shapes;
    private final PlanMatters matters;
    private final PlanningWords words;

    VillageJson(
            VillageFile file,
            VillageGround grounds,
            VillagePlans plans,
            StoredVillagePlans seen,
            VillageRows rows,
            SectorGround shapes,
            PlanMatters matters,
            PlanningWords words) {
        this.file = file;
        this.grounds = grounds;
        this.plans = plans;
        this.seen = seen;
        this.rows = rows;
        this.shapes = shapes;
        this.matters = matters;
        this.words = words;
    }

    private List<Row> rows(PlanMoment.At at) {
        Map<String, VillagePlan> register = plans.register(at.known());
        return grounds.at(at.day()).stream()
                .flatMap(all -> all.byCode().values().stream())
                .filter(village -> seen.sees(village.code()))
                .map(village -> new Row(village, register.get(village.code())))
                .toList();
    }

    Map<String, @Nullable Object> whole(PlanMoment.At at) {
        List<Row> rows = rows(at);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("day", at.day().toString());
        tree.put("layer", file.layer());
        tree.put(
                "snapshot",
                grounds.at(at.day()).map(VillageGround.Villages::hash).orElse(null));
        tree.put("types", file.listTypes(at.day()));
        tree.put("rules", file.listRules());
        tree.put("total", coverage(VillageCoverage.of(rows)));
        List<Map<String, @Nullable Object>> counties = new ArrayList<>();
        VillageCoverage.by(rows, Row::county).forEach((code, of) -> {
            Map<String, @Nullable Object> county = part(code, of);
            List<Map<String, @Nullable Object>> townships = new ArrayList<>();
            VillageCoverage.by(of, Row::township).forEach((town, in) -> townships.add(part(town, in)));
            county.put("townships", townships);
            counties.add(county);
        });
        tree.put("counties", counties);
        tree.put("villages", rows.stream().map(row -> village(row, at)).toList());
        return tree;
    }

    private Map<String, @Nullable Object> part(String code, List<Row> rows) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("code", code);
        tree.put("name", words.division(code));
        tree.putAll(coverage(VillageCoverage.of(rows)));
        return tree;
    }

    private static Map<String, @Nullable Object> coverage(VillageCoverage coverage) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("villages", coverage.villages());
        tree.put("approved", coverage.approved());
        tree.put("drafting", coverage.drafting());
        tree.put("none", coverage.none());
        tree.put("must", coverage.must());
        tree.put("done", coverage.done());
        tree.put("rate", coverage.rate());
        tree.put("area", coverage.area().toString());
        tree.put("mustArea", coverage.mustArea().toString());
        tree.put("doneArea", coverage.doneArea().toString());
        tree.put("areaRate", coverage.areaRate());
        return tree;
    }

    private Map<String, @Nullable Object> village(Row row, PlanMoment.At at) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        VillagePlan plan = row.plan();
        tree.put("code", row.code());
        tree.put("name", row.village().name());
        tree.put("township", row.township());
        tree.put("area", row.village().area().toString());
        tree.put("features", row.village().features());
        tree.put("registered", plan != null);
        tree.put("type", plan == null ? null : plan.type());
        tree.put("must", row.must());
        tree.put("state", row.state().name());
        tree.put("approval", plan == null ? null : plan.approval());
        tree.put(
                "approvedOn",
                plan == null || plan.approvedOn() == null
                        ? null
                        : plan.approvedOn().toString());
        tree.put("rules", rules(row, at).orElse(null));
        tree.put("invented", plan != null && plan.invented());
        VillagePlan.Ground ground = plan == null ? null : plan.ground();
        if (ground != null)
            tree.put(
                    "ground",
                    Map.of(
                            "name",
                            ground.name(),
                            "sha256",
                            ground.sha256(),
                            "area",
                            ground.area().toString(),
                            "inside",
                            ground.inside().toString()));
        return tree;
    }

    /** Which common rules hold: where no plan is approved, by the type. */
    private Optional<String> rules(Row row, PlanMoment.At at) {
        VillagePlan plan = row.plan();
        if (plan == null || plan.state() == VillagePlan.State.APPROVED) return Optional.empty();
        return file.findType(plan.type(), at.day()).map(VillageFile.Type::rules);
    }

    Optional<Map<String, @Nullable Object>> village(String code, PlanMoment.At at) {
        return rows(at).stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .map(row -> {
                    Map<String, @Nullable Object> tree = village(row, at);
                    tree.put("box", grounds.box(row.village(), at.day()));
                    return tree;
                });
    }

    /** The plan's ground, EPSG:4490, with its box; null without one, or when its file does not say its system. */
    @Nullable
    Map<String, @Nullable Object> ground(String code, PlanMoment.At at) {
        VillagePlan plan = plans.register(at.known()).get(code);
        VillagePlan.Ground ground = plan == null ? null : plan.ground();
        if (ground == null) return null;
        try {
            Geometry shape = shapes.read(ground.sha256(), ground.name(), ground.crs(), null, () -> {});
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("shape", GroundShapes.json(shape));
            tree.put("box", GroundShapes.box(shape));
            return tree;
        } catch (InputRefused e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, @Nullable Object> event(VillagePlans.Event event) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("number", event.number());
        tree.put("by", words.person(event.actor()));
        tree.put("proposedBy", words.person(event.proposedBy()));
        tree.put("at", event.at().toString());
        tree.put("reason", event.reason());
        tree.put("type", event.after().type());
        tree.put("must", event.after().must());
        tree.put("state", event.after().state().name());
        tree.put("approval", event.after().approval());
        return tree;
    }

    /** A table is read before it is proposed: whoever proposes sees what is wrong with it. */
    FourEyes.Matter proposeTable(Map<String, String> content, String reason) {
        List<VillagePlan> read = rows.table(
                content.getOrDefault(VillageRegisterKind.TABLE, ""),
                content.getOrDefault(VillageRegisterKind.NAME, ""));
        Map<String, String> more = new LinkedHashMap<>(content);
        more.put("rows", String.valueOf(read.size()));
        more.put("first", read.getFirst().code());
        String name = content.getOrDefault(VillageRegisterKind.NAME, "");
        return matters.propose(VillageRegisterKind.CODE, name, more, reason);
    }

    PlanWorkbook table(PlanMoment.At at, Locale locale) {
        List<Row> all = rows(at);
        List<List<String>> lines = new ArrayList<>();
        for (Row row : all) {
            VillagePlan plan = row.plan();
            lines.add(List.of(
                    row.code(),
                    row.village().name(),
                    plan == null ? "" : type(plan.type(), at, locale),
                    plan == null ? "" : PlanWords.in(locale, plan.must() ? "yes" : "no"),
                    plan == null ? "" : PlanWords.in(locale, "village-state." + row.state()),
                    plan == null ? "" : Objects.requireNonNullElse(plan.approval(), ""),
                    plan == null || plan.approvedOn() == null
                            ? ""
                            : plan.approvedOn().toString(),
                    row.village().area().toString(),
                    rules(row, at).orElse("")));
        }
        List<List<String>> covered = new ArrayList<>();
        VillageCoverage.by(all, Row::county).forEach((code, of) -> covered.add(line(name(code, locale), of)));
        covered.add(line(PlanWords.in(locale, "total"), all));
        return new PlanWorkbook(
                "village-plans-" + at.day(),
                PlanWords.in(locale, "as-of") + " " + at.day(),
                List.of(
                        new PlanWorkbook.Sheet(
                                PlanWords.in(locale, "villages.title"),
                                heads(
                                        locale,
                                        "villages.code villages.name villages.type villages.must villages.state"
                                                + " column.approval column.approved-on villages.area villages.rules"),
                                List.of(7),
                                lines),
                        new PlanWorkbook.Sheet(
                                PlanWords.in(locale, "villages.coverage"),
                                heads(
                                        locale,
                                        "column.division villages.villages villages.approved villages.drafting"
                                                + " villages.none villages.must villages.coverage"),
                                List.of(1, 2, 3, 4, 5, 6),
                                covered)));
    }

    private static List<String> line(String name, List<Row> rows) {
        VillageCoverage coverage = VillageCoverage.of(rows);
        return List.of(
                name,
                String.valueOf(coverage.villages()),
                String.valueOf(coverage.approved()),
                String.valueOf(coverage.drafting()),
                String.valueOf(coverage.none()),
                String.valueOf(coverage.must()),
                Objects.requireNonNullElse(coverage.rate(), "–"));
    }

    private String name(String code, Locale locale) {
        return Objects.requireNonNullElse(words.division(code).get(PlanWords.isEnglish(locale) ? "en" : "zh"), code);
    }

    private String type(String id, PlanMoment.At at, Locale locale) {
        return file.findType(id, at.day())
                .map(type -> PlanWords.isEnglish(locale) ? type.en() : type.zh())
                .orElse(id);
    }

    private static List<String> heads(Locale locale, String keys) {
        return java.util.Arrays.stream(keys.split(" "))
                .map(key -> PlanWords.in(locale, key))
                .toList();
    }
}
