package org.cuntu.platform.clients.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cuntu.platform.clients.MachineClient;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Grant;
import org.cuntu.platform.identity.OtherCallers;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.identity.User;
import org.springframework.stereotype.Component;

/** Machine clients as identity knows callers: their permissions hold over one division, up to one classification. */
@Component
class ClientDirectory implements OtherCallers {
    private final ClientStore store;
    private final CityClock clock;

    ClientDirectory(ClientStore store, CityClock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<User> find(String id) {
        Instant now = clock.now();
        return client(id, now)
                .filter(client -> client.state(now) == MachineClient.State.ACTIVE)
                .map(client -> user(client, client.terms().scopes()));
    }

    @Override
    public Optional<String> findName(String id) {
        return client(id, clock.now()).map(client -> client.terms().name());
    }

    private Optional<MachineClient> client(String id, Instant now) {
        return id.startsWith(MachineClient.PREFIX)
                ? store.find(id.substring(MachineClient.PREFIX.length()), now)
                : Optional.empty();
    }

    static User user(MachineClient client, List<String> may) {
        Reach.Part part = new Reach.Part(
                Reach.significant(client.terms().division()), client.terms().level());
        return new User(
                client.caller(), client.terms().name(), client.terms().unit(), List.of(new Grant("", may, part, null)));
    }
}
