package org.cuntu.platform.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Private;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.DemoAccounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Component
class DemoPeople implements DemoAccounts {
    /** Without what is easily mistaken: 0 O 1 l I. */
    private static final String LETTERS = "23456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

    private final Roles roles;
    private final DbAccounts accounts;
    private final PostHoldKind posts;
    private final Home home;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();
    private final JsonMapper json = JsonMapper.builder().build();

    DemoPeople(
            Roles roles,
            DbAccounts accounts,
            PostHoldKind posts,
            Home home,
            Settings settings,
            TransactionTemplate transaction) {
        this.roles = roles;
        this.accounts = accounts;
        this.posts = posts;
        this.home = home;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public Prepared prepare() {
        Path file = home.keys().resolve("demo-accounts.json");
        List<Made> made = new ArrayList<>();
        List<Roles.DemoPerson> missing = roles.demo().stream()
                .filter(person -> accounts.findName(person.id()).isEmpty())
                .toList();
        for (Roles.DemoPerson person : missing)
            made.add(new Made(person.id(), person.name(), person.unit(), person.roles(), password()));
        if (made.isEmpty()) return new Prepared(List.of(), file);
        // the file first: an account without a known password would be of no use
        keep(file, made);
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < made.size(); i++) make(missing.get(i), made.get(i).password());
        });
        return new Prepared(List.copyOf(made), file);
    }

    private void make(Roles.DemoPerson person, String password) {
        accounts.create(
                new Accounts.NewAccount(
                        person.id(), person.name(), person.unit(), person.roles(), password, true),
                person.part(),
                false);
        if (person.of() != null && person.post() != null)
            posts.hold(person.id(), Map.of("unit", person.of(), "post", person.post()));
    }

    private void keep(Path file, List<Made> made) {
        try {
            Map<String, Object> all = new LinkedHashMap<>();
            if (Files.exists(file))
                json.readTree(Files.readAllBytes(file)).properties().forEach(p -> all.put(p.getKey(), p.getValue()));
            for (Made person : made) all.put(person.id(), person);
            Private.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String password() {
        if (settings.demoPassword() != null) return settings.demoPassword();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 14; i++) text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return text.toString();
    }
}
