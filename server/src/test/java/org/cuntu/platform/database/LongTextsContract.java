package org.cuntu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A text of any length comes back as it was, and no row grows with it. */
abstract class LongTextsContract {
    private static final String ID = "test/long-text";

    private final TestApplication application = application();
    private final LongTexts texts = new LongTexts(application.jdbc());

    abstract TestApplication application();

    @AfterEach
    void forget() {
        texts.remove(ID);
    }

    @Test
    void aTextOfManyPiecesComesBackAsItWas() {
        String given = random(600_000);

        texts.put(ID, given);

        assertThat(texts.find(ID)).hasValue(given);
        assertThat(pieces()).isGreaterThan(5);
    }

    @Test
    void noRowIsLargerThanAPiece() {
        texts.put(ID, random(600_000));

        assertThat(application
                        .jdbc()
                        .sql("select max(octet_length(bytes)) from long_text where id = :id")
                        .param("id", ID)
                        .query(Integer.class)
                        .single())
                .isEqualTo(LongTexts.PIECE_BYTES);
    }

    @Test
    void aShorterTextInItsPlaceLeavesNothingOfTheFirst() {
        texts.put(ID, random(600_000));

        texts.put(ID, "寸土");

        assertThat(texts.find(ID)).hasValue("寸土");
        assertThat(pieces()).isEqualTo(1);
    }

    @Test
    void anEmptyTextIsATextAndNothingKeptIsNone() {
        assertThat(texts.find(ID)).isEmpty();

        texts.put(ID, "");

        assertThat(texts.find(ID)).hasValue("");
    }

    private int pieces() {
        return application
                .jdbc()
                .sql("select count(*) from long_text where id = :id")
                .param("id", ID)
                .query(Integer.class)
                .single();
    }

    /** Chinese and other signs that hardly compress. */
    private static String random(int signs) {
        return new Random(3)
                .ints(signs, 0x4e00, 0x9fa5)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
