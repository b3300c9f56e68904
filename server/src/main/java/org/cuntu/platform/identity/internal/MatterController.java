package org.cuntu.platform.identity.internal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.cuntu.platform.identity.Accounts;
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
    private final Accounts accounts;

    MatterController(FourEyes fourEyes, Accounts accounts) {
        this.fourEyes = fourEyes;
        this.accounts = accounts;
    }

    /** @param names of the accounts that it speaks of, by their ids */
    record Line(@JsonUnwrapped FourEyes.Matter matter, Map<String, String> names) {}

    record Remark(@Nullable String remark) {
        String text() {
            return remark == null ? "" : remark;
        }
    }

    @GetMapping
    @Requires("identity:role:read")
    ResponseEntity<List<Line>> list() {
        return kept(fourEyes.listNewest(NEWEST).stream()
                .map(matter -> new Line(matter, names(matter)))
                .toList());
    }

    private Map<String, String> names(FourEyes.Matter matter) {
        Map<String, String> names = new TreeMap<>();
        Stream.of(matter.subject(), matter.proposedBy(), Objects.requireNonNullElse(matter.decidedBy(), ""))
                .forEach(id -> accounts.findName(id).ifPresent(name -> names.put(id, name)));
        return names;
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
