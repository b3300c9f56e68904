package org.cuntu.core.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.intake.Submission.Kind;
import org.cuntu.core.intake.SubmissionFile.Role;
import org.cuntu.core.intake.Submissions.Given;
import org.cuntu.core.intake.internal.IntakeDoor;
import org.cuntu.platform.files.DeletionHold;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.testing.Deliveries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An upload that nobody submits is kept for two days; what somebody needs stays. */
abstract class UploadsEndContract extends Intakes {
    private static final Duration BEFORE_THE_END = Duration.ofHours(47);
    private static final Duration AFTER_THE_END = Duration.ofHours(50);
    private static int next;

    @BeforeEach
    void twoCounties() {
        onlyTownships();
    }

    /** A file like no other. */
    private static String content() {
        return Deliveries.collection(line("N" + ++next, WEST, 1, "name " + next));
    }

    private FileRef keptBy(String person, String content) {
        return as(person, () -> {
            try {
                return files().keep(new ByteArrayInputStream(content.getBytes(UTF_8)), "a.geojson", "application/json");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Files files() {
        return application().bean(Files.class);
    }

    private boolean isThere(FileRef file) {
        boolean content = java.nio.file.Files.exists(files().path(file.sha256()));
        assertThat(files().find(file.sha256()).isPresent())
                .as("its row and its content")
                .isEqualTo(content);
        return content;
    }

    private Map<String, Object> expired() throws InterruptedException {
        return IntakeDoor.expire(application());
    }

    @Test
    void whatNobodySubmittedIsGoneWithItsContent() throws InterruptedException {
        FileRef file = keptBy("west", content());
        UUID upload = IntakeDoor.upload(application(), file, "west");
        application().clock().pass(AFTER_THE_END);

        expired();

        assertThat(isThere(file)).isFalse();
        assertThat(IntakeDoor.mayBeNamed(application(), upload, "west")).isFalse();
        assertThat(expired()).containsEntry("removed", 0).containsEntry("left", 0);
    }

    @Test
    void itIsKeptUntilItsEndAndNamedNoLongerAfterIt() throws InterruptedException {
        FileRef file = keptBy("west", content());
        UUID upload = IntakeDoor.upload(application(), file, "west");
        application().clock().pass(BEFORE_THE_END);

        expired();

        assertThat(isThere(file)).isTrue();
        assertThat(IntakeDoor.mayBeNamed(application(), upload, "west")).isTrue();
        application().clock().pass(Duration.ofHours(1).plusMinutes(1));
        assertThat(IntakeDoor.mayBeNamed(application(), upload, "west")).isFalse();
        assertThat(isThere(file)).isTrue();
    }

    @Test
    void whatWasSubmittedKeepsItsContent() throws InterruptedException {
        FileRef file = keptBy("west", content());
        IntakeDoor.upload(application(), file, "west");
        submit("west", order(Kind.FULL, WEST, DAY, new Given(Role.WHOLE, file.sha256(), "a.geojson", file.size())));
        application().clock().pass(AFTER_THE_END);

        expired();

        assertThat(isThere(file)).isTrue();
    }

    @Test
    void theSameContentThatSomebodyElseKeepsStays() throws InterruptedException {
        String same = content();
        IntakeDoor.upload(application(), keptBy("west", same), "west");
        FileRef other = keptBy("east", same);
        application().clock().pass(AFTER_THE_END);

        expired();

        assertThat(isThere(other)).isTrue();
    }

    @Test
    void aBackupThatReadsKeepsTheContentForTheNextTime() throws InterruptedException {
        FileRef file = keptBy("west", content());
        IntakeDoor.upload(application(), file, "west");
        application().clock().pass(AFTER_THE_END);

        try (DeletionHold.Held held = application().bean(DeletionHold.class).take()) {
            assertThat(expired()).containsEntry("left", 1);
            assertThat(java.nio.file.Files.exists(files().path(file.sha256()))).isTrue();
        }

        assertThat(expired()).containsEntry("removed", 1);
        assertThat(isThere(file)).isFalse();
    }
}
