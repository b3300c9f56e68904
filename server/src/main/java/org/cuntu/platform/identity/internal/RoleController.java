package org.cuntu.platform.identity.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.FourEyes;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Roles, who may call what, who holds what; giving and taking back are proposals. */
@RestController
@ConditionalOnWebApplication
class RoleController {
    private final Roles roles;
    private final GrantTable grants;
    private final AccountTable accounts;
    private final Delegations delegations;
    private final PermissionMatrix matrix;
    private final FourEyes fourEyes;
    private final CurrentUser current;
    private final CityClock clock;

    RoleController(
            Roles roles,
            GrantTable grants,
            AccountTable accounts,
            Delegations delegations,
            PermissionMatrix matrix,
            FourEyes fourEyes,
            CurrentUser current,
            CityClock clock) {
        this.roles = roles;
        this.grants = grants;
        this.accounts = accounts;
        this.delegations = delegations;
        this.matrix = matrix;
        this.fourEyes = fourEyes;
        this.current = current;
        this.clock = clock;
    }

    record Role(String id, String zh, String en, String duty, List<String> permissions) {}

    /** @param holder an account's id, or {@code unit/post} */
    record Given(
            String id,
            String holder,
            String holderName,
            String role,
            String division,
            int level,
            LocalDate from,
            @Nullable LocalDate to) {}

    record Giving(
            @Nullable String holder,
            @Nullable String role,
            @Nullable String division,
            @Nullable Integer level,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason) {}

    @GetMapping("/api/roles")
    @Requires("identity:role:read")
    ResponseEntity<List<Role>> list() {
        return kept(roles.list().stream()
                .map(role -> new Role(
                        role.id(), role.zh(), role.en(), role.duty().code(), role.permissions()))
                .toList());
    }

    /** Every address, its permission, and the roles that hold it. */
    @GetMapping("/api/roles/matrix")
    @Requires("identity:role:read")
    ResponseEntity<List<PermissionMatrix.Line>> matrix() {
        return kept(matrix.lines());
    }

    @GetMapping("/api/grants")
    @Requires("identity:role:read")
    ResponseEntity<List<Given>> grants() {
        return kept(grants.list().stream()
                .filter(row -> !row.dated().isOver(clock.today()))
                .map(this::given)
                .toList());
    }

    @PostMapping("/api/grants")
    @Requires(value = "identity:role:propose", fresh = true)
    ResponseEntity<FourEyes.Matter> give(@RequestBody Giving asked) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("role", Objects.toString(asked.role(), ""));
        if (asked.division() != null) content.put("division", asked.division());
        content.put("level", Objects.toString(asked.level(), ""));
        content.put("from", Objects.toString(asked.from(), ""));
        content.put("to", Objects.toString(asked.to(), ""));
        String holder = Objects.toString(asked.holder(), "").strip();
        return kept(fourEyes.propose(RoleGrantKind.CODE, holder, content, Objects.toString(asked.reason(), "")));
    }

    @DeleteMapping("/api/grants/{id}")
    @Requires(value = "identity:role:propose", fresh = true)
    ResponseEntity<FourEyes.Matter> takeBack(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        GrantTable.Row row =
                grants.find(id).orElseThrow(() -> ProblemAnswer.notFound("identity.unknown-grant"));
        return kept(fourEyes.propose(RoleEndKind.CODE, holder(row), Map.of("grant", id.toString()), reason));
    }

    @DeleteMapping("/api/delegations/{id}")
    @Requires(value = "identity:delegation:manage", fresh = true)
    ResponseEntity<Void> endDelegation(@PathVariable UUID id) {
        delegations.end(id, current.get().id(), true);
        return ResponseEntity.noContent().build();
    }

    private Given given(GrantTable.Row row) {
        String holder = holder(row);
        return new Given(
                row.id().toString(),
                holder,
                accounts.find(holder).map(AccountRow::name).orElse(holder),
                row.role(),
                row.part().division(),
                row.part().level(),
                row.dated().from(),
                row.dated().to());
    }

    private static String holder(GrantTable.Row row) {
        return row.account() != null ? row.account() : row.unit() + "/" + row.post();
    }

    private static <T> ResponseEntity<T> kept(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
