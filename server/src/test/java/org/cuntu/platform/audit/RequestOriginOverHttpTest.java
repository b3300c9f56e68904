package org.cuntu.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;

/** Whence an act came, and that a refusal is an act (security-sharing 20, 21, 26). */
class RequestOriginOverHttpTest {
    private final TestApplication application = TestApplication.onTheWeb();
    private final ProofSearch search = application.bean(ProofSearch.class);
    private final Talk reviewer = Talk.as(application, "reviewer");
    private final String device = "device-" + UUID.randomUUID();

    @Test
    void anActSaysItsAddressAndItsDeviceAndTheEntryItselfHoldsNeither() {
        reviewer.get("/api/reviews", "User-Agent", device);

        ProofEntry entry = ofThisDevice();
        assertThat(entry.act().act()).isEqualTo("conformity:review:list");
        assertThat(entry.act().personal()).containsEntry("address", "127.0.0.1").containsEntry("device", device);
        assertThat(entry.body()).contains("\"personal:address\"").doesNotContain(device, "127.0.0.1");
    }

    @Test
    void aLongDeviceIsShortenedAndWhatNoDatabaseKeepsIsReplaced() {
        reviewer.get("/api/reviews", "User-Agent", device + "\u00e9" + "x".repeat(300));

        assertThat(ofThisDevice().act().personal().get("device"))
                .hasSize(120)
                .startsWith(device + "?")
                .endsWith("x");
    }

    @Test
    void anActOfNoRequestCameFromNowhere() {
        String[] leaf = {""};
        application.inTransaction(() -> leaf[0] =
                application.bean(ProofLog.class).append(new ProofAct("reviewer", "test:thing:do", device, null)));

        ProofEntry entry = application.bean(ProofLog.class).find(leaf[0]).orElseThrow();
        assertThat(entry.act().personal()).isEmpty();
    }

    @Test
    void whatSomebodyMayNotDoIsAnEntryWithTheHandlerAndNotTheAddressAsTyped() {
        reviewer.get("/api/accounts/450204199001011234", "User-Agent", device);

        ProofEntry entry = ofThisDevice();
        assertThat(entry.act().actor()).isEqualTo("reviewer");
        assertThat(entry.act().act()).isEqualTo("identity:access:refuse");
        assertThat(entry.act().object()).isEqualTo("403 GET /api/accounts/{id}");
    }

    @Test
    void aGuessedRecordIsAnEntryAsWell() {
        assertThat(reviewer.get("/api/reviews/r-00000000", "User-Agent", device).status())
                .isEqualTo(404);

        assertThat(ofThisDevice().act().object()).isEqualTo("404 GET /api/reviews/{id}");
    }

    private ProofEntry ofThisDevice() {
        List<ProofEntry> found = search.find(
                new ProofQuery(null, null, null, device.substring(0, 30), null, null, null, null), null, 10);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
