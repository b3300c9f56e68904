package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.conformity.internal.ReviewJson;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Every review JSON is of the published shape. */
class ReviewSchemaTest {
    private static final Path SCHEMA =
            Path.of(System.getProperty("cuntu.root", ".."), "docs", "schema", "review-1.json");

    private static final Map<String, Object> SHAPE = Map.of("type", "Feature", "properties", Map.of());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void ofRandomGround(long seed) throws IOException {
        check(RandomGround.of(seed));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"NO_SNAPSHOT", "STALE"})
    void ofAHomeThatCannotAnswer(String reason) throws IOException {
        FlatGround ground = FlatGround.with("DLTB", "STBHHX")
                .plot(FlatGround.box(0, 0, 10, 10))
                .rules(Rules.city());
        check(ground.silent("DLTB", NotAnsweredReason.valueOf(reason))
                .silent("STBHHX", NotAnsweredReason.valueOf(reason)));
    }

    private static void check(FlatGround ground) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        for (Locale locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            var tree = ReviewJson.of(ground.review(), FlatGround.CLASSES, ReviewJson.Heading.LIVE, locale);
            assertThat(schema.validate(JsonMapper.shared().valueToTree(tree))).isEmpty();
            byte[] brief = ReviewJson.brief(
                    ground.review(),
                    FlatGround.CLASSES,
                    ReviewJson.Heading.LIVE,
                    locale,
                    List.of(() -> SHAPE),
                    () -> 1.25,
                    1);
            assertThat(schema.validate(JsonMapper.shared().readTree(brief))).isEmpty();
        }
    }
}
