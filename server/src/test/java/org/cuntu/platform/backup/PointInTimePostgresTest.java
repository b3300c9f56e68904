package org.cuntu.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.testing.PrivatePostgres;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/deploy/backup.md, "to a point in time", done as it is written there. */
@Tag("postgres")
class PointInTimePostgresTest {
    @TempDir
    Path home;

    @Test
    void theInstallationIsBackAsOfTheMomentBeforeTheMistake() throws Exception {
        try (PrivatePostgres.Archiving postgres = PrivatePostgres.archiving()) {
            String[] settings = {"cuntu.database.url=" + postgres.newDatabase("city"), "cuntu.database.user=postgres"};
            FileRef before;
            String moment;
            try (TestApplication application = TestApplication.start(home, false, settings)) {
                keep(application, "before the base backup");
                postgres.baseBackup();
                before = keep(application, "after the base backup, before the mistake");
                moment = application
                        .jdbc()
                        .sql("select clock_timestamp()::text")
                        .query(String.class)
                        .single();
                application.jdbc().sql("delete from kept_file").update();
                keep(application, "after the mistake");
                postgres.archiveNow();
            }

            postgres.destroyAndRecover(moment);

            try (TestApplication recovered = TestApplication.start(home, false, settings)) {
                assertThat(recovered
                                .jdbc()
                                .sql("select name from kept_file order by kept_at")
                                .query(String.class)
                                .list())
                        .containsExactly("before the base backup", "after the base backup, before the mistake");
                assertThat(recovered.bean(Files.class).open(before.sha256()))
                        .hasContent("after the base backup, before the mistake");
                ProofLog log = recovered.bean(ProofLog.class);
                TestApplication.eventually("all acts have a place", () -> log.listNewest(100).stream()
                        .allMatch(entry -> entry.index() != null));
                assertThat(log.listNewest(100))
                        .isNotEmpty()
                        .allMatch(entry -> log.prove(entry.leaf()).orElseThrow().holds(entry.hash(), entry.body()));
            }
        }
    }

    private static FileRef keep(TestApplication application, String content) throws Exception {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return application.bean(Files.class).keep(new ByteArrayInputStream(bytes), content, "text/plain");
    }
}
