package org.cuntu.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.testing.TestApplication.eventually;

import java.util.UUID;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;

/** The administrator's page of backups. */
class BackupOverHttpTest {
    private final TestApplication application = TestApplication.onTheWeb();
    private final Talk admin = Talk.as(application, "system-admin");

    @Test
    void aBackupThatWasAskedForIsListedWithItsVerification() {
        Talk.Answer asked = admin.send("POST", "/api/backups", "application/json", "");
        assertThat(asked.status()).isEqualTo(202);
        String task = asked.json().get("task").asString();
        eventually("it is made", () -> state(task).equals("DONE"));

        var page = admin.get("/api/backups").json();

        var newest = page.at("/items/0");
        assertThat(newest.get("id").asString()).isEqualTo(task);
        assertThat(newest.get("by").asString()).isEqualTo("system-admin");
        assertThat(newest.get("scheduled").asBoolean()).isFalse();
        assertThat(newest.get("present").asBoolean()).isTrue();
        assertThat(newest.get("fault").isNull()).isTrue();
        assertThat(newest.get("sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(page.get("sameDisk").asBoolean()).isTrue();
        assertThat(page.get("alarm").isNull()).isTrue();

        Talk.Answer again =
                admin.send("POST", "/api/backups/" + newest.get("id").asString() + "/verify", "application/json", "");
        assertThat(again.status()).isEqualTo(202);
        eventually("it is verified", () -> state(again.json().get("task").asString())
                .equals("DONE"));
    }

    @Test
    void aBackupThatIsNotThereCannotBeVerified() {
        assertThat(admin.send("POST", "/api/backups/" + UUID.randomUUID() + "/verify", "application/json", "")
                        .said())
                .isEqualTo("404 backup.unknown");
    }

    private String state(String task) {
        return admin.get("/api/tasks/" + task).json().get("state").asString();
    }
}
