package org.cuntu.business.survey.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Years of a small land survey: patches that are boxes of thousandths of a degree, written down one by one. */
final class SurveyGround {
    static final String RIVERSIDE = "450202001001";
    static final String HILL = "450202002001";
    static final String OVER_THERE = "450203001001";
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final List<String> FIELDS = List.of(
            "BSM", "DLBM", "QSXZ", "ZLDWDM", "TBMJ", "KCDLBM", "KCMJ", "TBDLMJ", "GDPDJB", "ZZSXDM", "CZCSXM", "BZ");

    private final TestApplication application;
    private final List<Feature> features = new ArrayList<>();
    private String why = "";

    SurveyGround(TestApplication application) {
        this.application = application;
    }

    static Geometry box(int west, int south, int east, int north) {
        return FACTORY.toGeometry(new Envelope(
                (109_400 + west) / 1000.0,
                (109_400 + east) / 1000.0,
                (24_300 + south) / 1000.0,
                (24_300 + north) / 1000.0));
    }

    /** What a patch is beside its ground. */
    record Patch(String village, String code, String owner, String area, String ridge, String slope, String town) {
        Patch(String village, String code, String owner, String area) {
            this(village, code, owner, area, "0.00", "", "");
        }
    }

    /** What the following patches name as their cause. */
    SurveyGround because(String named) {
        why = named;
        return this;
    }

    SurveyGround patch(Geometry ground, Patch patch) {
        BigDecimal area = new BigDecimal(patch.area);
        BigDecimal ridge = new BigDecimal(patch.ridge);
        features.add(new Feature(
                ground,
                Arrays.asList(
                        "B" + features.size(),
                        patch.code,
                        patch.owner,
                        patch.village + "0000000",
                        area,
                        ridge.signum() > 0 ? "1203" : null,
                        ridge,
                        area.subtract(ridge),
                        none(patch.slope),
                        patch.code.startsWith("01") ? "LS" : null,
                        none(patch.town),
                        none(why))));
        return this;
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Releases the year with these patches; its hash. */
    String release(LocalDate day) {
        return released(day, false);
    }

    /** A better text of a year that is there. */
    String correct(LocalDate day) {
        return released(day, true);
    }

    private String released(LocalDate day, boolean correction) {
        LayerSchema register = application
                .bean(LayerRegister.class)
                .findLayer("DLTB")
                .orElseThrow()
                .schema();
        List<Field> fields = FIELDS.stream()
                .map(code -> register.fields().get(register.indexOf(code)))
                .toList();
        LayerSchema given = new LayerSchema("DLTB", register.kind(), fields, "SD2019", "DLBM");
        String hash = application
                .bean(LayerImport.class)
                .write(given, features.stream(), box(-100, -100, 100, 100), LayerImport.Progress.SILENT);
        application
                .bean(Releases.class)
                .release(
                        correction
                                ? new ReleaseRequest.Correction("DLTB", hash, day, "invented", true)
                                : new ReleaseRequest.Release("DLTB", hash, day, "invented", true));
        return hash;
    }
}
