package org.cuntu.platform.clients;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Terms for tests: the approval office's program, which reads and makes reviews for half a year. */
final class Terms {
    private Terms() {}

    static ClientTerms forHalfAYear(Instant now, String... scopes) {
        return new ClientTerms(
                "行政审批系统",
                "市行政审批局",
                "受理时自动核对用地范围",
                List.of(scopes),
                "450200",
                2,
                600,
                List.of(),
                now.plus(Duration.ofDays(180)));
    }

    /** A client as it is once it was decided, with its first secret. */
    static MachineClients.Made admit(MachineClients clients, ClientTerms terms) {
        return clients.rotate(clients.register(terms).id(), Duration.ZERO);
    }

    static ClientTerms from(ClientTerms terms, String... addresses) {
        return new ClientTerms(
                terms.name(),
                terms.unit(),
                terms.purpose(),
                terms.scopes(),
                terms.division(),
                terms.level(),
                terms.quota(),
                List.of(addresses),
                terms.expiresAt());
    }

    static ClientTerms aMinute(ClientTerms terms, int quota) {
        return new ClientTerms(
                terms.name(),
                terms.unit(),
                terms.purpose(),
                terms.scopes(),
                terms.division(),
                terms.level(),
                quota,
                terms.addresses(),
                terms.expiresAt());
    }
}
