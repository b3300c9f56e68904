package org.cuntu.platform.clients.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.clients.ClientTerms;
import org.cuntu.platform.clients.MachineClient;
import org.cuntu.platform.clients.MachineClients;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.http.OwnAddress;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.FourEyes;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Machine clients, for the security administrator. A secret is in the one answer that makes it. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/clients")
class ClientController {
    private final MachineClients clients;
    private final FourEyes fourEyes;
    private final TermsCheck check;
    private final Grantable grantable;
    private final CityFolder city;
    private final CityClock clock;
    private final OwnAddress address;
    private final Settings.Clients settings;

    ClientController(
            MachineClients clients,
            FourEyes fourEyes,
            TermsCheck check,
            Grantable grantable,
            CityFolder city,
            CityClock clock,
            OwnAddress address,
            Settings settings) {
        this.clients = clients;
        this.fourEyes = fourEyes;
        this.check = check;
        this.grantable = grantable;
        this.city = city;
        this.clock = clock;
        this.address = address;
        this.settings = settings.clients();
    }

    /**
     * The list, and what a form must know.
     *
     * @param scopes that can be given
     * @param division the city's own code
     * @param overlapHours how long an old secret serves when nothing else is asked
     * @param lastDay the latest day a client may end on
     */
    record Page(
            List<View> items,
            Set<String> scopes,
            String division,
            String tokenEndpoint,
            long tokenMinutes,
            long overlapHours,
            LocalDate lastDay) {}

    /** A client as it is shown; expiresOn: the last day it serves. */
    record View(
            String id,
            String name,
            String unit,
            String purpose,
            List<String> scopes,
            String division,
            int level,
            int quota,
            List<String> addresses,
            LocalDate expiresOn,
            MachineClient.State state,
            Instant createdAt,
            String createdBy,
            @Nullable Instant revokedAt,
            @Nullable String revokedBy,
            @Nullable Instant lastUsedAt,
            List<MachineClient.Secret> secrets) {}

    /** What is asked for; expiresOn: a day {@code 2027-06-30}, which is the last. */
    record Asked(
            @Nullable String name,
            @Nullable String unit,
            @Nullable String purpose,
            @Nullable List<@Nullable String> scopes,
            @Nullable String division,
            @Nullable Integer level,
            @Nullable Integer quota,
            @Nullable List<@Nullable String> addresses,
            @Nullable String expiresOn) {}

    /** overlapHours: null: the setting's. */
    record Rotation(@Nullable Integer overlapHours) {}

    /** What came of it: the client as it is now, or the proposal that another person decides. */
    record Outcome(@Nullable View client, FourEyes.@Nullable Matter matter) {}

    /** A new secret, shown this once. */
    record Made(View client, String secret, String proof) {
        @Override
        public String toString() {
            return "Made[" + client.id() + "]";
        }
    }

    @GetMapping
    @Requires("clients:client:read")
    ResponseEntity<Page> list() {
        Page page = new Page(
                clients.listAll().stream().map(this::view).toList(),
                grantable.listAll(),
                city.code(),
                address.get() + "/oauth2/token",
                settings.tokenLife().toMinutes(),
                settings.overlap().toHours(),
                clock.today().plusDays(settings.longest().toDays() - 1));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
    }

    /** Proposes one; another person decides. */
    @PostMapping
    @Requires(value = ClientMatter.PROPOSE, fresh = true)
    ResponseEntity<Outcome> register(@RequestBody Asked asked) {
        ClientTerms terms = terms(asked);
        check.check(terms);
        return proposed(ClientRegisterKind.CODE, terms.name(), terms, ClientMatter.content(terms));
    }

    @GetMapping("/{id}")
    @Requires("clients:client:read")
    ResponseEntity<View> show(@PathVariable String id) {
        View view =
                clients.find(id).map(this::view).orElseThrow(() -> ProblemAnswer.notFound("clients.unknown", "id", id));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }

    /** Takes away at once what the new terms no longer have; more than it has is proposed, and another person decides. */
    @PutMapping("/{id}")
    @Requires(value = ClientMatter.PROPOSE, fresh = true)
    ResponseEntity<Outcome> change(@PathVariable String id, @RequestBody Asked asked) {
        ClientTerms terms = terms(asked);
        View narrowed = clients.narrow(id, terms).map(this::view).orElse(null);
        return narrowed == null
                ? proposed(ClientChangeKind.CODE, id, terms, ClientMatter.change(held(id), terms))
                : ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Outcome(narrowed, null));
    }

    private ClientTerms held(String id) {
        return clients.find(id)
                .orElseThrow(() -> ProblemAnswer.notFound("clients.unknown", "id", id))
                .terms();
    }

    private ResponseEntity<Outcome> proposed(
            String kind, String subject, ClientTerms terms, Map<String, String> content) {
        FourEyes.Matter matter = fourEyes.propose(kind, subject, content, terms.purpose());
        return ResponseEntity.accepted().cacheControl(CacheControl.noStore()).body(new Outcome(null, matter));
    }

    @PostMapping("/{id}/secrets")
    @Requires(value = ClientMatter.PROPOSE, fresh = true)
    ResponseEntity<Made> rotate(@PathVariable String id, @RequestBody Rotation asked) {
        Duration overlap = asked.overlapHours() == null ? settings.overlap() : Duration.ofHours(asked.overlapHours());
        return made(clients.rotate(id, overlap), HttpStatus.CREATED);
    }

    @PostMapping("/{id}/revocation")
    @Requires(ClientMatter.PROPOSE)
    View revoke(@PathVariable String id) {
        return view(clients.revoke(id));
    }

    private ResponseEntity<Made> made(MachineClients.Made made, HttpStatus status) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(new Made(view(made.client()), made.secret(), made.proof()));
    }

    private View view(MachineClient client) {
        ClientTerms terms = client.terms();
        return new View(
                client.id(),
                terms.name(),
                terms.unit(),
                terms.purpose(),
                terms.scopes(),
                terms.division(),
                terms.level(),
                terms.quota(),
                terms.addresses(),
                LocalDate.ofInstant(terms.expiresAt().minusNanos(1), clock.zone()),
                client.state(clock.now()),
                client.createdAt(),
                client.createdBy(),
                client.revokedAt(),
                client.revokedBy(),
                client.lastUsedAt(),
                client.secrets());
    }

    /** What is missing is empty, and refused with everything else that is wrong. */
    private ClientTerms terms(Asked asked) {
        return new ClientTerms(
                text(asked.name()),
                text(asked.unit()),
                text(asked.purpose()),
                words(asked.scopes()),
                text(asked.division()),
                Objects.requireNonNullElse(asked.level(), 0),
                Objects.requireNonNullElse(asked.quota(), 0),
                words(asked.addresses()),
                end(text(asked.expiresOn())));
    }

    private static List<String> words(@Nullable List<@Nullable String> given) {
        return Objects.requireNonNullElse(given, List.<@Nullable String>of()).stream()
                .map(ClientController::text)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private Instant end(String day) {
        try {
            return clock.endOf(LocalDate.parse(day));
        } catch (DateTimeException e) {
            throw new InputRefused(Problem.refused(
                    "clients.expiry",
                    Problem.Place.UNKNOWN,
                    "days",
                    Long.toString(settings.longest().toDays())));
        }
    }
}
