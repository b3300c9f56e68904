package org.cuntu.platform.operations.internal;

import java.util.Map;
import org.cuntu.platform.identity.Requires;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a supervisor of processes asks. Live: the process answers; when it does not, start it anew. Ready: it may be sent
 * requests; a service that is not whole (DEGRADED) may, one that still warms up or stops may not.
 */
@RestController
@ConditionalOnWebApplication
class ProbeController {
    private static final int UNAVAILABLE = 503;

    private final HealthEndpoint health;

    ProbeController(HealthEndpoint health) {
        this.health = health;
    }

    @GetMapping("/api/live")
    @Requires(Requires.PUBLIC)
    ResponseEntity<Map<String, String>> live() {
        return answer(200, Status.UP.getCode());
    }

    @GetMapping("/api/ready")
    @Requires(Requires.PUBLIC)
    ResponseEntity<Map<String, String>> ready() {
        Status status = health.health().getStatus();
        boolean not = status.equals(Status.DOWN) || status.equals(Status.OUT_OF_SERVICE);
        return answer(not ? UNAVAILABLE : 200, status.getCode());
    }

    private static ResponseEntity<Map<String, String>> answer(int code, String status) {
        return ResponseEntity.status(code).cacheControl(CacheControl.noStore()).body(Map.of("status", status));
    }
}
