package org.cuntu.business.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A small city of ten squares in a row: county west 450203 (places 0 to 4), east 450206 (5 to 9). Plots of unit U1: P0 housing up to 2.2,
 * P1 industry from 1.0 to 1.6, P2 in preparation, P3 green without figures, P4 with a record that cannot be read. The urban zone to be
 * planned holds places 0 to 5; a road lies on the southern tenth of place 1; villages lie from place 6 on.
 */
abstract class PlotCity {
    static final String WEST = "450203";
    static final LocalDate OLD = LocalDate.of(2025, 12, 31);
    static final GeometryFactory FACTORY = new GeometryFactory();

    abstract TestApplication application();

    static TestApplication start(java.nio.file.Path home, boolean onPostgres, List<String> settings) {
        TestApplication started = TestApplication.startWith(home, onPostgres, settings, context -> {});
        person(started, "drafter", List.of("viewer", "condition-drafter"), "");
        person(started, "second", List.of("viewer", "condition-drafter", "condition-issuer"), "");
        person(started, "issuer", List.of("viewer", "condition-issuer"), "");
        person(started, "eastdrafter", List.of("viewer", "condition-drafter"), "450206");
        return started;
    }

    private static void person(TestApplication application, String id, List<String> roles, String division) {
        application
                .bean(Accounts.class)
                .create(new Accounts.NewAccount(id, id, "u", roles, "Seven red tractors 7", true));
        application
                .jdbc()
                .sql("update role_grant set division = :division where account = :id")
                .param("division", division)
                .param("id", id)
                .update();
        application
                .jdbc()
                .sql("update account set stamp = stamp + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void anew() {
        application().jdbc().sql("update plan_condition set replaces = null").update();
        for (String table : List.of("plan_condition_check", "plan_condition_act", "plan_condition", "layer_release"))
            application().jdbc().sql("delete from " + table).update();
        layer(
                "XZQ",
                OLD,
                IntStream.range(0, 10)
                        .mapToObj(i -> of(i, Map.of("XZQDM", (i < 5 ? WEST : "450206") + "00" + i, "XZQMC", "T" + i)))
                        .toList());
        layer(
                "CZKFBJ",
                OLD,
                IntStream.range(0, 6)
                        .mapToObj(i -> of(i, Map.of("GHFQDM", "410", "GHFQMC", "城镇集中建设区")))
                        .toList());
        layer(
                "GHFQ",
                OLD,
                IntStream.range(0, 10)
                        .mapToObj(i -> of(i, Map.of("GHFQDM", i < 6 ? "410" : "510")))
                        .toList());
        layer("CSSX", OLD, List.of(road()));
        for (String code : List.of("YJJBNTBHTB", "STBHHX", "LSWHBHX", "HLFXKZX")) layer(code, OLD, List.of());
        layer("DZZHFXQ", OLD, List.of(of(0, Map.of("FXDJ", "高"))));
        layer("KGDK", OLD, plots(Map.of()));
    }

    private static Record road() {
        Geometry strip = FACTORY.toGeometry(new Envelope(109.401, 109.402, 24.3, 24.3001));
        return new Record(strip, Map.of("XLX", "红线", "MC", "R1"));
    }

    /** A feature to be: its ground and the values of some fields. */
    record Record(Geometry ground, Map<String, Object> values) {}

    static Record of(int place, Map<String, Object> values) {
        return new Record(Squares.square(place), values);
    }

    /** The plan's plots; some values otherwise. @param otherwise by number, then field */
    static List<Record> plots(Map<String, Map<String, Object>> otherwise) {
        List<Map<String, Object>> plain = List.of(
                figures("0701", "<=", "2.2", "25", "35", "54"),
                figures("1001", "range", "1.6", "55", "15", "40"),
                figures("0901", "<=", "3.0", "45", "25", "80"),
                Map.of("YDYHFLDM", "1401", "RJLYSF", "无", "JZMDYSF", "无", "LDLYSF", "无", "JZXGYSF", "无"),
                figures("0804", "about", "1.0", "30", "35", "30"));
        List<Record> records = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            Map<String, Object> values = new HashMap<>(plain.get(i));
            values.put("DYBH", "U1");
            values.put("DKBH", "P" + i);
            values.put("GHZT", i == 2 ? "在编" : "已批");
            if (i == 1) values.put("RJLXX", new BigDecimal("1.0"));
            if (i == 0) values.put("YDMJ", new BigDecimal("12000.00"));
            values.putAll(otherwise.getOrDefault("P" + i, Map.of()));
            if (!values.containsKey("gone")) records.add(of(i, values));
        }
        return records;
    }

    private static Map<String, Object> figures(
            String use, String operator, String ratio, String density, String green, String height) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "YDYHFLDM",
                use,
                "RJLYSF",
                operator,
                "RJL",
                new BigDecimal(ratio),
                "JZMDYSF",
                "<=",
                "JZMD",
                new BigDecimal(density)));
        values.putAll(Map.of(
                "LDLYSF",
                ">=",
                "LDL",
                new BigDecimal(green),
                "JZXGYSF",
                "<=",
                "JZXG",
                new BigDecimal(height),
                "JRDM",
                "0902",
                "JRBL",
                new BigDecimal("20")));
        return values;
    }

    /** Every layer covers all ten places. */
    void layer(String code, LocalDate from, List<Record> records) {
        LayerSchema schema = application()
                .bean(LayerRegister.class)
                .findLayer(code)
                .orElseThrow()
                .schema();
        Geometry ground = FACTORY.toGeometry(new Envelope(109.4, 109.41, 24.3, 24.301));
        List<Feature> features = new ArrayList<>();
        for (Record record : records) {
            @Nullable Object[] values = new Object[schema.fields().size()];
            record.values().forEach((field, value) -> {
                int at = schema.indexOf(field);
                if (at >= 0) values[at] = value;
            });
            features.add(new Feature(record.ground(), Arrays.asList(values)));
        }
        application().bean(LayerImport.class).importFeatures(schema, features.stream(), ground, from, code, false);
    }

    <T> T as(String person, Supplier<T> work) {
        return application().bean(CurrentActor.class).as(person, work);
    }

    LocalDate today() {
        return application().bean(CityClock.class).today();
    }

    Plots plots() {
        return application().bean(Plots.class);
    }

    PlotCard at(int place) {
        return as("drafter", () -> plots().at(109.4005 + place / 1000.0, 24.3005, null, null));
    }

    PlotCard.Plot plot(int place) {
        return at(place).plots().getFirst();
    }
}
