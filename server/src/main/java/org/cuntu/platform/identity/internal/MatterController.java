package org.cuntu.platform.identity.internal;

import java.util.List;
import java.util.UUID;
import org.cuntu.platform.identity.FourEyes;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Acts of two persons: what waits, what was decided. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/matters")
class MatterController {
    private static final int NEWEST = 200;

    private final FourEyes fourEyes;

    MatterController(FourEyes fourEyes) {
        this.fourEyes = fourEyes;
    }

    record Remark(@Nullable String remark) {
        String text() {
            return remark == null ? "" : remark;
        }
    }

    @GetMapping
    @Requires("identity:role:read")
    ResponseEntity<List<FourEyes.Matter>> list() {
        return kept(fourEyes.listNewest(NEWEST));
    }

    /** What the decider sees once is in {@code shown}. */
    @PostMapping("/{id}/approve")
    @Requires(value = "identity:role:decide", fresh = true)
    ResponseEntity<FourEyes.Done> approve(@PathVariable UUID id, @RequestBody Remark said) {
        return kept(fourEyes.approve(id, said.text()));
    }

    @PostMapping("/{id}/refuse")
    @Requires(value = "identity:role:decide", fresh = true)
    ResponseEntity<FourEyes.Matter> refuse(@PathVariable UUID id, @RequestBody Remark said) {
        return kept(fourEyes.refuse(id, said.text()));
    }

    @PostMapping("/{id}/withdraw")
    @Requires("identity:role:propose")
    ResponseEntity<FourEyes.Matter> withdraw(@PathVariable UUID id) {
        return kept(fourEyes.withdraw(id));
    }

    private static <T> ResponseEntity<T> kept(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
