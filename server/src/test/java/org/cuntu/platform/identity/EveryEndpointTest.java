package org.cuntu.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cuntu.testing.Endpoint;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;

/** Default deny: every handler names its permission, and answers nobody who does not hold it. */
class EveryEndpointTest {
    private final TestApplication application = TestApplication.onTheWeb();
    private final List<Endpoint> endpoints = Endpoint.all(application);

    @Test
    void everyHandlerNamesAPermissionThatARoleOfTheCityHolds() {
        List<User> users = Talk.roles(application).stream()
                .map(role -> application.bean(Accounts.class).find(role).orElseThrow())
                .toList();

        assertThat(endpoints).hasSizeGreaterThan(20).allSatisfy(endpoint -> {
            assertThat(endpoint.permission()).isNotNull();
            if (!endpoint.isPublic() && !endpoint.isOwn())
                assertThat(users).anyMatch(user -> user.may(endpoint.permission()));
        });
    }

    @Test
    void whoIsNotSignedInIsAskedToSignIn() {
        Talk anonymous = Talk.anonymous(application);

        assertThat(endpoints.stream().filter(endpoint -> !endpoint.isPublic()))
                .allSatisfy(endpoint -> assertThat(endpoint.ask(anonymous, "X-XSRF-TOKEN", anonymous.token())
                                .said())
                        .isEqualTo("401 http.sign-in-first"));
    }

    @Test
    void whoLacksThePermissionIsRefused() {
        Talk nobody = Talk.as(application, "nobody");

        assertThat(closed()).allSatisfy(endpoint -> assertThat(
                        endpoint.ask(nobody, "X-XSRF-TOKEN", nobody.token()).said())
                .isEqualTo("403 identity.not-allowed"));
    }

    @Test
    void aWritingRequestWithoutTheTokenAgainstForgeryIsRefused() {
        Talk manager = Talk.as(application, "data-manager");

        assertThat(endpoints.stream().filter(Endpoint::writes)).isNotEmpty().allSatisfy(endpoint -> {
            assertThat(endpoint.ask(manager).said()).isEqualTo("403 identity.forgery");
            assertThat(endpoint.ask(manager, "X-XSRF-TOKEN", "guessed").said()).isEqualTo("403 identity.forgery");
        });
    }

    /**
     * Each handler is asked by two roles that hold its permission and two that lack it, others each time, so that every
     * role is let through and refused; that the whole product is as agreed says the matrix.
     */
    @Test
    void whoHoldsThePermissionIsLetThrough() {
        Map<String, User> roles = new LinkedHashMap<>();
        for (String role : Talk.roles(application))
            roles.put(role, application.bean(Accounts.class).find(role).orElseThrow());
        Map<String, Talk> talks = new HashMap<>();
        Set<String> refused = new HashSet<>();
        int turn = 0;
        for (Endpoint endpoint : closed()) {
            for (boolean may : List.of(true, false)) {
                List<String> those = roles.keySet().stream()
                        .filter(role -> roles.get(role).may(endpoint.permission()) == may)
                        .toList();
                for (int i = 0; i < Math.min(2, those.size()); i++) {
                    String role = those.get(Math.floorMod(turn++, those.size()));
                    Talk talk = talks.computeIfAbsent(role, name -> Talk.as(application, name));
                    String said =
                            endpoint.ask(talk, "X-XSRF-TOKEN", talk.token()).said();
                    assertThat(said.equals("403 identity.not-allowed"))
                            .as("%s as %s", endpoint, role)
                            .isEqualTo(!may);
                    if (!may) refused.add(role);
                }
            }
        }
        assertThat(talks.keySet()).containsAll(roles.keySet());
        assertThat(refused).containsAll(roles.keySet());
    }

    /** The matrix is read by people: who may do what changes only together with this file. */
    @Test
    void theMatrixOfHandlersAndRolesIsTheOneThatWasAgreed() throws IOException {
        Path file = TestApplication.root().resolve("server/src/test/resources/permissions/matrix.txt");
        String matrix = endpoints.stream().map(this::line).collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("cuntu.permissions.write")) Files.writeString(file, matrix);

        assertThat(matrix).isEqualTo(Files.readString(file));
    }

    private String line(Endpoint endpoint) {
        if (endpoint.isPublic()) return endpoint + ": everybody";
        if (endpoint.isOwn()) return endpoint + ": everybody signed in";
        return endpoint + ": "
                + Talk.roles(application).stream()
                        .filter(role -> application
                                .bean(Accounts.class)
                                .find(role)
                                .orElseThrow()
                                .may(endpoint.permission()))
                        .collect(Collectors.joining(", "));
    }

    private List<Endpoint> closed() {
        return endpoints.stream()
                .filter(endpoint -> !endpoint.isPublic() && !endpoint.isOwn())
                .toList();
    }

    /** The page for people who do not read tests; {@code -Dcuntu.permissions.write=true} writes both anew. */
    @Test
    void thePageOfTheDocsIsTheMatrix() throws IOException {
        Path file = TestApplication.root().resolve("docs/permissions.md");
        List<String> roles = Talk.roles(application);
        StringBuilder page = new StringBuilder("""
                # Who may call what

                Written by `EveryEndpointTest` (`-Dcuntu.permissions.write=true`) from the running handlers, which are the only place where
                permissions are named; the page `/roles` of a running server shows the same. Default deny: a handler without a permission
                answers nobody. *everybody*: signed in or not; *own*: everybody signed in, about the own account. Where a permission holds
                (division, classification) is a matter of the grant: [ADR 0026](decisions/0026-grants-and-reach.md). **fresh**: the caller
                has proved who it is within the last minutes.

                | address | permission | """);
        page.append(String.join(" | ", roles))
                .append(" |\n|---|---|")
                .append("---|".repeat(roles.size()))
                .append('\n');
        for (Endpoint endpoint : endpoints) page.append(row(endpoint, roles)).append('\n');
        if (Boolean.getBoolean("cuntu.permissions.write")) Files.writeString(file, page);

        assertThat(page.toString()).isEqualTo(Files.readString(file));
    }

    private String row(Endpoint endpoint, List<String> roles) {
        boolean all = endpoint.isPublic() || endpoint.isOwn();
        String named =
                endpoint.isPublic() ? "*everybody*" : endpoint.isOwn() ? "*own*" : "`" + endpoint.permission() + "`";
        return "| `" + endpoint + "` | " + named + (endpoint.fresh() ? " **fresh**" : "") + " | "
                + roles.stream()
                        .map(role -> all || holds(role, endpoint) ? "×" : "")
                        .collect(Collectors.joining(" | "))
                + " |";
    }

    private boolean holds(String role, Endpoint endpoint) {
        return application.bean(Accounts.class).find(role).orElseThrow().may(String.valueOf(endpoint.permission()));
    }
}
