package org.cuntu.business.planning.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cuntu.business.planning.DemoPlans;
import org.cuntu.business.planning.PlanDeliveries;
import org.cuntu.business.planning.PlanDeliveries.Given;
import org.cuntu.business.planning.PlanIndicator;
import org.cuntu.business.planning.PlanKind;
import org.cuntu.business.planning.PlanScheme;
import org.cuntu.business.planning.PlanScheme.MapLayer;
import org.cuntu.business.planning.PlanSchemes;
import org.cuntu.business.planning.PlanState;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A master plan and the detailed plan of one unit, both in force as they are on the map, and an amendment of the latter under review,
 * whose text still has an old number.
 */
@Component
class InventedPlans implements DemoPlans {
    private static final Logger log = LoggerFactory.getLogger(InventedPlans.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String PLANNER = "oumingke";
    private static final String SECTION = "tangjingxing";
    private static final String DIRECTOR = "ningyuanzhou";
    /** Units of the county whose planning office the demo has people of. */
    private static final String PEOPLED = "0206";

    private static final int LEAST_PLOTS = 15;
    private static final int MOST_PLOTS = 120;

    private final PlanDeliveries plans;
    private final PlanTable table;
    private final PlanSchemes schemes;
    private final InventedPapers papers;
    private final LineVersions versions;
    private final SnapshotStore store;
    private final Accounts accounts;
    private final CurrentActor actor;
    private final CityClock clock;
    private final Tasks tasks;

    InventedPlans(
            PlanDeliveries plans,
            PlanTable table,
            PlanSchemes schemes,
            InventedPapers papers,
            LineVersions versions,
            SnapshotStore store,
            Accounts accounts,
            CurrentActor actor,
            CityClock clock,
            Tasks tasks) {
        this.plans = plans;
        this.table = table;
        this.schemes = schemes;
        this.papers = papers;
        this.versions = versions;
        this.store = store;
        this.accounts = accounts;
        this.actor = actor;
        this.clock = clock;
        this.tasks = tasks;
    }

    @Override
    public void make() {
        boolean peopled = List.of(PLANNER, SECTION, DIRECTOR).stream()
                .allMatch(id -> accounts.findName(id).isPresent());
        if (!peopled || !table.listNewest(null, null).isEmpty()) return;
        try {
            master();
            detailed();
        } catch (IOException | RuntimeException e) {
            log.warn("no demo plans", e);
        }
    }

    /** What an invented plan is made of. */
    private record Made(PlanScheme scheme, MapLayer layer, List<Feature> features, LocalDate from) {}

    private void master() throws IOException {
        Made made = found(PlanKind.MASTER, "GHFQ", null);
        if (made == null) return;
        Map<String, String> values = values(made, made.features());
        values.put("population", "415.80");
        values.put("urban-share", "70.50");
        String name = "国土空间总体规划（演示）";
        List<Given> files = as(PLANNER, () -> files(made, made.features(), values, values, name));
        enter(
                deliver(new PlanDeliveries.Order(
                        PlanKind.MASTER, name, null, null, "existing", "演示：已批总体规划补录，虚构 Invented", true, files)),
                made.from());
    }

    private void detailed() throws IOException {
        String unit = unit();
        Made made = unit == null ? null : found(PlanKind.DETAILED, "KGDK", unit);
        if (unit == null || made == null) return;
        Map<String, String> values = values(made, made.features());
        String name = unit + " 单元详细规划（演示）";
        String division = unit.startsWith(PEOPLED) ? "45" + unit.substring(0, 4) : null;
        List<Given> files = as(PLANNER, () -> files(made, made.features(), values, values, name));
        PlanVersion first = enter(
                deliver(new PlanDeliveries.Order(
                        PlanKind.DETAILED, name, division, null, "existing", "演示：已批控规补录，虚构 Invented", true, files)),
                made.from());
        if (first.state() == PlanState.IN_FORCE) amend(first, made, values, name);
    }

    /** The largest plot of housing becomes a school; the text still says what it said of housing, or of public services. */
    private void amend(PlanVersion first, Made made, Map<String, String> before, String name) {
        int use = made.layer().schema().indexOf("YDYHFLDM");
        int words = made.layer().schema().indexOf("YDYHFLMC");
        int chosen = IntStream.range(0, made.features().size())
                .filter(i ->
                        PlanMaps.text(made.features().get(i).values().get(use)).startsWith("07"))
                .boxed()
                .max((a, b) -> Double.compare(
                        GroundShapes.integral(made.features().get(a).geometry()),
                        GroundShapes.integral(made.features().get(b).geometry())))
                .orElse(0);
        List<Feature> features = new ArrayList<>(made.features());
        List<@Nullable Object> changed = new ArrayList<>(features.get(chosen).values());
        changed.set(use, "0804");
        changed.set(words, "教育用地");
        features.set(chosen, new Feature(features.get(chosen).geometry(), changed));
        Map<String, String> after = values(made, features);
        Map<String, String> said = new LinkedHashMap<>(after);
        said.put("services", before.getOrDefault("services", "0.0000"));
        List<Given> files = new ArrayList<>(as(PLANNER, () -> files(made, features, after, said, name + "局部调整")));
        files.add(as(PLANNER, () -> document()));
        as(PLANNER, () -> plans.amend(first.plan().id(), "partial", "演示：一块居住用地改为教育用地，补中小学缺口，虚构 Invented", files));
    }

    private Given document() {
        try {
            return papers.document("argument", "必要性论证报告（演示）.txt", "演示，虚构。Invented.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Given> files(
            Made made, List<Feature> features, Map<String, String> values, Map<String, String> said, String name) {
        try {
            return List.of(
                    papers.text(text(made.scheme(), said, name), name),
                    papers.table(made.scheme(), values, name),
                    papers.map(
                            made.layer(),
                            features.size(),
                            features::get,
                            made.layer().layer()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> text(PlanScheme scheme, Map<String, String> values, String name) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(name + "文本");
        paragraphs.add("本文本为演示而虚构，不作任何办事依据。This text is invented.");
        int clause = 1;
        for (PlanIndicator indicator : scheme.indicators()) {
            String value = values.get(indicator.id());
            if (value == null || indicator.words().isEmpty() || new BigDecimal(value).signum() == 0) continue;
            paragraphs.add(
                    "第" + clause++ + "条 至规划期末，" + indicator.words().getFirst() + "为" + value + indicator.unit() + "。");
        }
        return paragraphs;
    }

    /** Written as a snapshot, measured, and said in each indicator's places. */
    private Map<String, String> values(Made made, List<Feature> features) {
        Map<String, String> values = new LinkedHashMap<>();
        Snapshot measured = new FeatureList(made.layer().schema(), features);
        MapFigure.all(made.scheme(), Map.of(made.layer().layer(), measured))
                .forEach((id, figure) -> values.put(id, figure.stated().toPlainString()));
        return values;
    }

    private @Nullable Made found(PlanKind kind, String code, @Nullable String unit) {
        PlanScheme scheme = schemes.findScheme(kind, clock.today()).orElse(null);
        MapLayer layer = scheme == null ? null : scheme.findLayer(code).orElse(null);
        SnapshotRef version = versions.find(code, clock.today()).orElse(null);
        if (scheme == null || layer == null || version == null) return null;
        try (SnapshotStore.Lease lease = store.open(version.hash())) {
            Snapshot snapshot = lease.snapshot();
            List<Feature> features = IntStream.range(0, snapshot.size())
                    .filter(i ->
                            unit == null || PlanMaps.unit(layer, snapshot, i).equals(unit))
                    .mapToObj(i -> LineCandidates.feature(snapshot, i))
                    .toList();
            return features.isEmpty() ? null : new Made(scheme, layer, features, version.inForceFrom());
        }
    }

    /** A unit of some plots, some of them housing; the first by its number, of the county with people where it has one. */
    private @Nullable String unit() {
        SnapshotRef version = versions.find("KGDK", clock.today()).orElse(null);
        if (version == null) return null;
        Map<String, int[]> counts = new TreeMap<>();
        try (SnapshotStore.Lease lease = store.open(version.hash())) {
            Snapshot snapshot = lease.snapshot();
            for (int i = 0; i < snapshot.size(); i++) {
                int[] count = counts.computeIfAbsent(PlanMaps.text(snapshot.value(i, "DYBH")), key -> new int[2]);
                count[0]++;
                if (PlanMaps.text(snapshot.value(i, "YDYHFLDM")).startsWith("07")) count[1]++;
            }
        }
        List<String> fitting = counts.entrySet().stream()
                .filter(each -> each.getKey().length() > 4)
                .filter(each -> each.getValue()[0] >= LEAST_PLOTS && each.getValue()[0] <= MOST_PLOTS)
                .filter(each -> each.getValue()[1] > 1)
                .map(Map.Entry::getKey)
                .toList();
        return fitting.stream()
                .filter(each -> each.startsWith(PEOPLED))
                .findFirst()
                .or(() -> fitting.stream().findFirst())
                .orElse(null);
    }

    private PlanVersion deliver(PlanDeliveries.Order order) {
        return settled(as(PLANNER, () -> plans.deliver(order)).id());
    }

    private PlanVersion enter(PlanVersion version, LocalDate from) throws IOException {
        if (version.state() != PlanState.UNDER_REVIEW) return version;
        as(SECTION, () -> plans.agree(version.id(), "演示：核对一致，同意。"));
        PlanVersion.Approval approval =
                new PlanVersion.Approval("演示批〔" + from.getYear() + "〕1号（虚构）", "演示市人民政府（虚构）", from, from);
        as(DIRECTOR, () -> plans.approve(version.id(), approval, scan(), ""));
        return settled(version.id());
    }

    private Given scan() {
        try {
            return papers.scan();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PlanVersion settled(UUID id) {
        PlanVersion version = table.find(id).orElseThrow();
        UUID task = version.task();
        if (task == null) return version;
        try {
            tasks.await(new TaskId(task), PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return table.find(id).orElseThrow();
    }

    private <T> T as(String person, Supplier<T> work) {
        return actor.as(person, work);
    }
}
