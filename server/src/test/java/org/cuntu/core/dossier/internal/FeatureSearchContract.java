package org.cuntu.core.dossier.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.Releases;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.identity.User;
import org.cuntu.platform.search.SearchFound;
import org.cuntu.platform.search.SearchHit;
import org.cuntu.platform.search.SearchIndex;
import org.cuntu.platform.search.SearchNoun;
import org.cuntu.platform.search.SearchText;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Features are found by name, group and number among what is in force at the asked date. */
abstract class FeatureSearchContract extends Fields {
    private static final Geometry ALL = rectangle(0, 0, 10, 10);

    private final FeatureNames names = new FeatureNames(
            application.bean(LayerRegister.class),
            application.bean(Releases.class),
            application.bean(SnapshotStore.class),
            application.bean(SearchIndex.class),
            application.bean(NumberIndexes.class));

    private SearchFound find(String typed, String asOf) {
        return application
                .bean(FeatureNoun.class)
                .find(new SearchNoun.Asked(SearchText.of(typed), asOf, null, 20, REVIEWER));
    }

    private List<String> found(String typed) {
        return find(typed, null).hits().stream().map(SearchHit::name).toList();
    }

    private void townships() {
        String hash = release(
                "XZQ",
                DAY,
                ALL,
                new Drawn(rectangle(0, 0, 5, 10), "XZQDM", "450206109", "XZQMC", "穿山镇", "XJMC", "柳江区"),
                new Drawn(rectangle(5, 0, 10, 10), "XZQDM", "450206100", "XZQMC", "拉堡镇", "XJMC", "柳江区"));
        names.fill("XZQ", hash);
    }

    @Test
    void aTownshipIsFoundByNamePinyinAndTheBeginningOfItsCode() {
        townships();

        assertThat(found("穿山")).containsExactly("穿山镇");
        assertThat(found("csz")).containsExactly("穿山镇");
        assertThat(found("4502061")).containsExactly("拉堡镇", "穿山镇");
        assertThat(found("450206109")).containsExactly("穿山镇");
    }

    @Test
    void theCountyIsOneHitWithTheBoundsOfItsTownships() {
        townships();

        assertThat(find("柳江", null).hits()).singleElement().satisfies(hit -> {
            assertThat(hit.name()).isEqualTo("柳江区");
            assertThat(hit.facts()).containsEntry("members", "2");
            assertThat(hit.bounds()).containsExactly(new double[] {109.4, 24.3, 109.41, 24.31}, within(1e-12));
        });
    }

    @Test
    void aPlotSaysInWhichTownshipItLies() {
        townships();
        String hash =
                release("KGDK", DAY, ALL, new Drawn(rectangle(1, 1, 2, 2), "DKBH", "LJ-01-06", "YDYHFLDM", "1001"));
        names.fill("KGDK", hash);

        assertThat(find("lj0106", null).hits()).singleElement().satisfies(hit -> assertThat(hit.under())
                .isEqualTo("穿山镇 · 柳江区"));
        assertThat(found("01-06")).containsExactly("LJ-01-06");
    }

    @Test
    void whatIsNotInForceAtTheDateIsNotFound() {
        townships();

        assertThat(find("穿山", "2025-12-30").hits()).isEmpty();
        assertThat(find("穿山", "2025-12-31").hits()).hasSize(1);
    }

    @Test
    void aLaterVersionTakesTheEarlierOnesPlace() {
        townships();
        String later = release(
                "XZQ",
                LocalDate.of(2026, 1, 31),
                ALL,
                new Drawn(ALL, "XZQDM", "450206200", "XZQMC", "新兴镇", "XJMC", "柳江区"));
        names.fill("XZQ", later);

        assertThat(find("穿山", "2026-02-01").hits()).isEmpty();
        assertThat(find("新兴", "2026-02-01").hits()).hasSize(1);
        assertThat(find("穿山", "2026-01-01").hits()).hasSize(1);
    }

    @Test
    void aSnapshotWhoseNamesAreNotInYetIsSaid() {
        release("STBHHX", DAY, ALL, new Drawn(ALL, "HXMC", "天平山"));

        assertThat(find("天平", null).filling()).contains("STBHHX");
    }

    @Test
    void fillingTwiceChangesNothing() {
        String hash = release("STBHHX", DAY, ALL, new Drawn(ALL, "HXMC", "天平山"));

        names.fill("STBHHX", hash);
        names.fill("STBHHX", hash);

        assertThat(found("天平")).containsExactly("天平山");
    }

    @Test
    void reviewsAreFoundByNumberAndName() {
        String id = review("柳东新区标准厂房", rectangle(1, 1, 2, 2));
        User reader = User.of("r", "r", List.of("conformity:review:read"), 2);
        SearchNoun reviews = application.context().getBeansOfType(SearchNoun.class).values().stream()
                .filter(noun -> noun.noun().equals("review"))
                .findFirst()
                .orElseThrow();

        for (String typed : List.of(id, id.substring(2, 7), "标准厂房", "bzcf"))
            assertThat(reviews.find(new SearchNoun.Asked(SearchText.of(typed), null, null, 10, reader))
                            .hits())
                    .as(typed)
                    .extracting(SearchHit::id)
                    .containsExactly(id);
    }
}
