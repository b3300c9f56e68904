package org.cuntu.core.quality.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.rules.FieldTests;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The city's rules as they are, and what stops the start. */
class QualityBookTest {
    private static final Path ROOT = TestApplication.root();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private final TestApplication application = TestApplication.onH2();
    private final QualityBook book = application.bean(QualityBook.class);
    private final LayerRegister register = application.bean(LayerRegister.class);

    @TempDir
    Path folder;

    @Test
    void citysFileHasThePublishedShape() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(ROOT.resolve("docs/schema/quality-1.json")), InputFormat.JSON);
        var tree = new YAMLMapper().readTree(Files.readString(ROOT.resolve("city/liuzhou/quality.yaml")));

        // lists of parameters may hold numbers; the schema of examples wants texts
        assertThat(schema.validate(tree)).isEmpty();
    }

    @Test
    void everyExampleIsFoundWrongOrNotAsItSays() {
        int shown = 0;
        for (QualityRule rule : book.rules()) {
            if (!(rule.check() instanceof FieldCheck check)) continue;
            for (QualityRule.Example example : rule.examples()) {
                assertThat(finds(rule, check, example))
                        .as("%s %s", rule.id(), example)
                        .isEqualTo(example.wrong());
                shown++;
            }
        }
        assertThat(shown).isGreaterThan(30);
    }

    @Test
    void expressionShowsWhatItFindsWrongAndWhatNot() {
        for (QualityRule rule : book.rules())
            if (rule.check() instanceof WhereHolds)
                assertThat(rule.examples())
                        .as(rule.id())
                        .anyMatch(QualityRule.Example::wrong)
                        .anyMatch(example -> !example.wrong());
    }

    private boolean finds(QualityRule rule, FieldCheck check, QualityRule.Example example) {
        LayerSchema schema = register.findLayer(rule.layer()).orElseThrow().schema();
        String hash = Survey.write(
                folder,
                schema,
                Survey.box(0, 0, 1, 1),
                Survey.feature(schema, Survey.box(0, 0, 1, 1), example.fields()));
        try (FolderSnapshotStore store = new FolderSnapshotStore(folder)) {
            return !new FieldSweep(store.open(hash).snapshot(), List.of(new FieldSweep.Asked(rule, check)))
                    .work(0, 1, new AtomicBoolean())
                    .isEmpty();
        }
    }

    @Test
    void ruleOnAKindHoldsForEveryLayerOfIt() {
        assertThat(book.inForce("GHFQ", DAY)).extracting(QualityRule::id).contains("gap", "overlap");
        assertThat(book.inForce("STBHHX", DAY))
                .extracting(QualityRule::id)
                .contains("overlap")
                .doesNotContain("gap");
        assertThat(book.inForce("CKQ", DAY))
                .extracting(QualityRule::id)
                .contains("invalid-shape")
                .doesNotContain("overlap");
    }

    @Test
    void rulesAreThoseOfTheDay() {
        assertThat(book.inForce("DLTB", LocalDate.of(2018, 6, 1)))
                .extracting(QualityRule::id)
                .doesNotContain("dltb-mandatory")
                .contains("smallest-patch", "overlap");
    }

    @Test
    void wordThatIsNotKnownIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> read("check: overlapp"))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(
                                refused.problems().getFirst().args())
                        .containsEntry("word", "overlapp")
                        .containsEntry("nearest", "overlap"));
    }

    @Test
    void parameterThatNobodyAskedForIsRefused() {
        assertThatThrownBy(() -> read("check: overlap\n    with: {abov: 1}"))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(
                                refused.problems().getFirst().code())
                        .isEqualTo("home.unknown-key"));
    }

    @Test
    void expressionOverAFieldThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> read("where: \"NOFIELD == ''\""))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(
                                refused.problems().getFirst().code())
                        .isEqualTo("rule.expression"));
    }

    private QualityBook read(String what) throws IOException {
        Files.writeString(folder.resolve("quality.yaml"), """
                score: {refuse: 40, warn: 10}
                rules:
                  - id: one
                    kind: TOPOLOGY
                    severity: REFUSE
                    layers: [DLTB]
                    %s
                    title: {zh: 题, en: t}
                    advice: {zh: 改, en: a}
                    source: s
                    status: unverified
                    inForce: {from: "2020-01-01"}
                """.formatted(what));
        CityFolder real = application.bean(CityFolder.class);
        CityFolder city =
                new CityFolder(folder, real.code(), real.zh(), real.en(), real.zone(), real.bounds(), real.center());
        return QualityFile.read(city, register, application.bean(CodeFiles.class), application.bean(FieldTests.class));
    }

    @Test
    void scoreLosesAWeightByTheShareOfIssues() {
        QualityRule refusing = book.inForce("DLTB", DAY).getFirst();

        // 40 · 25 / 100, not below 0
        assertThat(Score.of(List.of(refusing), rule -> 25, 100)).isEqualTo(90.0);
        assertThat(Score.of(List.of(refusing, refusing, refusing), rule -> 100, 100))
                .isZero();
        assertThat(Score.of(List.of(refusing), rule -> 0, 0)).isEqualTo(100.0);
    }
}
