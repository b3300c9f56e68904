package org.cuntu.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cuntu.platform.search.SearchIndex.Named;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The token table finds names by any part, by pinyin and by first letters; a scope is filled once and whole. */
abstract class SearchIndexContract {
    private static final List<String> SCOPE = List.of("s");

    private final TestApplication application = application();
    private final SearchIndex index = application.bean(SearchIndex.class);

    abstract TestApplication application();

    @BeforeEach
    void nothingIn() {
        application.jdbc().sql("delete from search_token where noun = 'test'").update();
        application.jdbc().sql("delete from search_fill where noun = 'test'").update();
    }

    private void fill(String... names) {
        index.fill("test", "s", Stream.of(names).map(name -> new Named(name, List.of(name))));
    }

    private List<String> found(String typed) {
        SearchText text = SearchText.of(typed);
        return index.find(text, "test", SCOPE, 100).stream()
                .map(SearchIndex.Candidate::id)
                .filter(name -> text.score(name) > 0)
                .sorted()
                .toList();
    }

    @Test
    void aNameIsFoundByAnyPartOfItAndByNoOther() {
        fill("柳江区穿山镇", "柳江区拉堡镇", "鱼峰区里雍镇");

        assertThat(found("穿山")).containsExactly("柳江区穿山镇");
        assertThat(found("柳江")).containsExactly("柳江区拉堡镇", "柳江区穿山镇");
        assertThat(found("镇")).hasSize(3);
        assertThat(found("穿雍")).isEmpty();
    }

    @Test
    void oneIsFoundAmongManyThatShareAllButOneOfItsParts() {
        fill(IntStream.range(0, 3_000).mapToObj(n -> "柳自规〔2026〕乡字 " + n).toArray(String[]::new));

        assertThat(index.find(SearchText.of("柳自规〔2026〕乡字 2718"), "test", SCOPE, 100))
                .extracting(SearchIndex.Candidate::id)
                .contains("柳自规〔2026〕乡字 2718");
        assertThat(index.find(SearchText.of("柳自规"), "test", SCOPE, 100)).hasSize(100);
        assertThat(index.find(SearchText.of("柳自规九"), "test", SCOPE, 100)).isEmpty();
    }

    @Test
    void aNameIsFoundByItsPinyinByFirstLettersAndByBothMixed() {
        fill("穿山镇", "拉堡镇");

        assertThat(found("chuanshan")).containsExactly("穿山镇");
        assertThat(found("csz")).containsExactly("穿山镇");
        assertThat(found("chuansz")).containsExactly("穿山镇");
        assertThat(found("shan")).containsExactly("穿山镇");
        assertThat(found("labao")).containsExactly("拉堡镇");
        assertThat(found("hanshan")).isEmpty();
    }

    @Test
    void aCharacterIsFoundByEachOfItsReadings() {
        fill("长塘镇");

        assertThat(found("changtang")).containsExactly("长塘镇");
        assertThat(found("zhangtang")).containsExactly("长塘镇");
    }

    @Test
    void numbersAndBracketsAreFoundHoweverTheyAreWritten() {
        fill("桂政土批函〔2021〕12号");

        assertThat(found("2021")).hasSize(1);
        assertThat(found("批函(2021)12 号")).hasSize(1);
        assertThat(found("批函２０２１")).hasSize(1);
    }

    @Test
    void othersWriteWhileALargeScopeIsFilled() throws Exception {
        JdbcClient jdbc = application.jdbc();
        Stream<Named> many = IntStream.range(0, 2_000).mapToObj(i -> {
            if (i == 1_999)
                CompletableFuture.runAsync(() -> jdbc.sql("delete from search_fill where noun = 'other'")
                                .update())
                        .orTimeout(30, TimeUnit.SECONDS)
                        .join();
            return new Named("n" + i, List.of("柳江区第" + i + "号"));
        });

        index.fill("test", "s", many);

        assertThat(index.isFilled("test", "s")).isTrue();
        assertThat(index.find(SearchText.of("第1999号"), "test", SCOPE, 10))
                .extracting(SearchIndex.Candidate::id)
                .contains("n1999");
    }

    @Test
    void aThingThatIsCalledOtherwiseIsFoundByTheNewNameAlone() {
        index.add("thing", new Named("1", List.of("穿山镇")));
        index.add("thing", new Named("1", List.of("拉堡镇")));

        index.rename("thing", new Named("1", List.of("里雍镇")));

        assertThat(index.find(SearchText.of("里雍"), "thing", List.of(""), 10))
                .extracting(SearchIndex.Candidate::id)
                .containsExactly("1");
        assertThat(index.find(SearchText.of("穿山"), "thing", List.of(""), 10)).isEmpty();
        assertThat(index.find(SearchText.of("拉堡"), "thing", List.of(""), 10)).isEmpty();
    }

    @Test
    void aScopeIsFilledOnceAndAnotherOneIsNotAsked() {
        fill("穿山镇");
        assertThat(index.fill("test", "s", Stream.of(new Named("x", List.of("别的镇")))))
                .isZero();
        index.fill("test", "other", Stream.of(new Named("y", List.of("穿山村"))));

        assertThat(index.isFilled("test", "s")).isTrue();
        assertThat(found("穿山")).containsExactly("穿山镇");
        assertThat(found("别的")).isEmpty();
    }

    @Test
    void whatAnOlderVersionOfTheTokensLeftIsMadeAnew() {
        fill("穿山镇");
        application
                .jdbc()
                .sql("update search_fill set version = 0 where noun = 'test'")
                .update();
        assertThat(index.isFilled("test", "s")).isFalse();

        fill("拉堡镇");

        assertThat(found("穿山")).isEmpty();
        assertThat(found("拉堡")).hasSize(1);
    }

    @Test
    void aFillThatBreaksOffLeavesNothing() {
        Stream<Named> broken = Stream.of("穿山镇", "断").map(name -> {
            if (name.equals("断")) throw new IllegalStateException("broken off");
            return new Named(name, List.of(name));
        });

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> index.fill("test", "s", broken)))
                .hasMessage("broken off");

        assertThat(index.isFilled("test", "s")).isFalse();
        assertThat(found("穿山")).isEmpty();
    }

    @Test
    void whatIsAddedIsThereWithItsTransactionOrNotAtAll() {
        application.rolledBack(() -> index.add("test", new Named("1", List.of("柳州东站"))));
        assertThat(index.find(SearchText.of("东站"), "test", List.of(""), 10)).isEmpty();

        application.inTransaction(() -> index.add("test", new Named("1", List.of("柳州东站"))));
        application.inTransaction(() -> index.add("test", new Named("1", List.of("柳州东站"))));

        assertThat(index.find(SearchText.of("东站"), "test", List.of(""), 10)).hasSize(1);
    }

    @Test
    void charactersOutsideTheBasicPlaneAreFound() {
        fill("\uD842\uDFB7村");

        assertThat(found("\uD842\uDFB7")).hasSize(1);
        assertThat(found("\uD842\uDFB7村")).hasSize(1);
    }
}
