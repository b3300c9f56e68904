package org.cuntu.business.planning.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cuntu.business.planning.VillagePlan;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.identity.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Rows of the register as somebody types or uploads them; what is wrong is named row by row, and then none is taken. */
@Component
class VillageRows {
    private static final int MOST_PROBLEMS = 100;
    private static final int LONGEST = 200;
    private static final List<String> FIELDS = List.of("code", "type", "must", "state", "approval", "approvedOn");
    private static final Map<String, String> LABELS = Map.of(
            "code", "村代码", "type", "村庄类型", "must", "应编", "state", "状态", "approval", "批准文号", "approvedOn", "批准日期");
    private static final Map<String, String> HEADS = heads();
    private static final Map<String, String> YES = Map.of(
            "是", "true", "应编", "true", "yes", "true", "true", "true", "1", "true", "否", "false", "no", "false", "false",
            "false", "0", "false");
    private static final Map<String, VillagePlan.State> STATES = Map.of(
            "未编", VillagePlan.State.NONE,
            "none", VillagePlan.State.NONE,
            "在编", VillagePlan.State.DRAFTING,
            "drafting", VillagePlan.State.DRAFTING,
            "being made", VillagePlan.State.DRAFTING,
            "已批", VillagePlan.State.APPROVED,
            "approved", VillagePlan.State.APPROVED);

    private final VillageFile file;
    private final VillageGround grounds;
    private final SectorGround shapes;
    private final Files files;
    private final CurrentUser current;
    private final Settings settings;
    private final CityClock clock;

    VillageRows(
            VillageFile file,
            VillageGround grounds,
            SectorGround shapes,
            Files files,
            CurrentUser current,
            Settings settings,
            CityClock clock) {
        this.file = file;
        this.grounds = grounds;
        this.shapes = shapes;
        this.files = files;
        this.current = current;
        this.settings = settings;
        this.clock = clock;
    }

    private static Map<String, String> heads() {
        Map<String, String> heads = new HashMap<>();
        for (String name : List.of("村代码", "村庄代码", "行政村代码", "坐落单位代码", "zldwdm", "code", "village code"))
            heads.put(name, "code");
        for (String name : List.of("类型", "村庄类型", "type")) heads.put(name, "type");
        for (String name : List.of("应编", "是否应编", "must", "plan required")) heads.put(name, "must");
        for (String name : List.of("状态", "编制状态", "state")) heads.put(name, "state");
        for (String name : List.of("批准文号", "文号", "approval")) heads.put(name, "approval");
        for (String name : List.of("批准日期", "approvedon", "approved on")) heads.put(name, "approvedOn");
        return heads;
    }

    /** @throws InputRefused with every row that is wrong, at most a hundred */
    List<VillagePlan> table(String sha256, String name) {
        List<List<String>> rows;
        try {
            rows = VillageSheet.read(files.checked(sha256), name);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Map<Integer, String> columns = new HashMap<>();
        int head = 0;
        while (head < rows.size() && !columns.containsValue("code")) {
            columns.clear();
            List<String> cells = rows.get(head++);
            for (int c = 0; c < cells.size(); c++) {
                String known = HEADS.get(
                        cells.get(c).toLowerCase(Locale.ROOT).replace("*", "").strip());
                if (known != null) columns.put(c, known);
            }
        }
        if (!columns.containsValue("code") || !columns.containsValue("type") || !columns.containsValue("state"))
            throw new InputRefused(Problem.refused("planning.village-heads", Problem.Place.file(name)));
        List<Problem> problems = new ArrayList<>();
        Map<String, VillagePlan> plans = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        for (int r = head; r < rows.size() && problems.size() < MOST_PROBLEMS; r++) {
            Map<String, String> row = new HashMap<>();
            for (Map.Entry<Integer, String> column : columns.entrySet())
                if (column.getKey() < rows.get(r).size())
                    row.put(column.getValue(), rows.get(r).get(column.getKey()));
            if (row.values().stream().allMatch(String::isBlank)) continue;
            Problem.Place place = Problem.Place.line(name, r + 1);
            VillagePlan plan = row(row, place, problems);
            if (!twice.add(plan.code())) problems.add(wrong(place, "code", plan.code()));
            plans.put(plan.code(), plan);
        }
        if (plans.isEmpty()) problems.add(Problem.refused("planning.village-heads", Problem.Place.file(name)));
        if (!problems.isEmpty()) throw new InputRefused(problems);
        return List.copyOf(plans.values());
    }

    /** A row as it was typed, with the ground that was handed in. */
    VillagePlan typed(Map<String, String> form) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> row = new HashMap<>();
        for (String field : FIELDS) row.put(field, form.getOrDefault(field, ""));
        VillagePlan plan = row(row, Problem.Place.UNKNOWN, problems);
        if (!problems.isEmpty()) throw new InputRefused(problems);
        String sha256 = form.getOrDefault("ground", "");
        return sha256.isEmpty() ? plan : with(plan, ground(plan.code(), sha256, form));
    }

    private VillagePlan.Ground ground(String village, String sha256, Map<String, String> form) {
        String name = form.getOrDefault("groundName", "file");
        try {
            String crs = form.get("crs");
            Geometry ground = shapes.read(sha256, name, crs, null, () -> {});
            Area area = Area.ofSquareMetres(GroundShapes.integral(ground));
            Area inside = Area.ofSquareMetres(grounds.inside(village, ground, clock.today()));
            if (!inside.isPositive())
                throw new InputRefused(
                        Problem.refused("planning.village-ground", Problem.Place.file(name), "village", village));
            return new VillagePlan.Ground(sha256, name, crs == null || crs.isBlank() ? null : crs, area, inside);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static VillagePlan with(VillagePlan p, VillagePlan.@Nullable Ground ground) {
        return new VillagePlan(
                p.code(), p.type(), p.must(), p.state(), p.approval(), p.approvedOn(), ground, p.invented());
    }

    private VillagePlan row(Map<String, String> row, Problem.Place place, List<Problem> problems) {
        LocalDate today = clock.today();
        String code = row.getOrDefault("code", "");
        if (code.length() > file.digits()) code = code.substring(0, file.digits());
        boolean known = grounds.at(today)
                .map(all -> all.byCode().containsKey(row12(row)))
                .orElse(false);
        if (!known || !reaches(code)) problems.add(wrong(place, "code", row.getOrDefault("code", "")));
        String said = row.getOrDefault("type", "");
        VillageFile.Type type = file.listTypes(today).stream()
                .filter(each -> List.of(each.id(), each.zh(), each.en()).contains(said) || said.equals(each.zh() + "类"))
                .findFirst()
                .orElse(null);
        if (type == null) problems.add(wrong(place, "type", said));
        String must = row.getOrDefault("must", "").toLowerCase(Locale.ROOT);
        if (!must.isEmpty() && !YES.containsKey(must)) problems.add(wrong(place, "must", must));
        String told = row.getOrDefault("state", "");
        VillagePlan.State state = STATES.get(told.toLowerCase(Locale.ROOT));
        if (state == null) problems.add(wrong(place, "state", told));
        boolean approved = state == VillagePlan.State.APPROVED;
        String approval = row.getOrDefault("approval", "").strip();
        if (approval.isEmpty() == approved || approval.length() > LONGEST)
            problems.add(wrong(place, "approval", approval));
        LocalDate on = date(row.getOrDefault("approvedOn", ""));
        if ((on == null || on.isAfter(today)) && approved)
            problems.add(wrong(place, "approvedOn", row.getOrDefault("approvedOn", "")));
        return new VillagePlan(
                code,
                type == null ? "" : type.id(),
                must.isEmpty() ? type != null && type.must() : Boolean.parseBoolean(YES.get(must)),
                state == null ? VillagePlan.State.NONE : state,
                approved ? approval : null,
                approved ? on : null,
                null,
                settings.mode() == Settings.Mode.DEMO);
    }

    private String row12(Map<String, String> row) {
        String code = row.getOrDefault("code", "");
        return code.length() > file.digits() ? code.substring(0, file.digits()) : code;
    }

    private boolean reaches(String code) {
        return current.reach(VillageRegisterKind.EDIT).sees(code, 1)
                || current.reach(VillageRegisterKind.APPROVE).sees(code, 1);
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip().replace('/', '-').replace('.', '-'));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Problem wrong(Problem.Place place, String field, String value) {
        String shown = value.isEmpty() ? "–" : value.substring(0, Math.min(40, value.length()));
        return Problem.refused(
                "planning.village-row", place, "field", field, "zh", LABELS.getOrDefault(field, field), "value", shown);
    }
}
