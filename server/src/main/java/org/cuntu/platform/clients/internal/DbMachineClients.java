package org.cuntu.platform.clients.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.clients.ClientTerms;
import org.cuntu.platform.clients.MachineClient;
import org.cuntu.platform.clients.MachineClients;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class DbMachineClients implements MachineClients {
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final ClientStore store;
    private final TermsCheck check;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;

    DbMachineClients(ClientStore store, TermsCheck check, ProofLog proof, CurrentActor actor, CityClock clock) {
        this.store = store;
        this.check = check;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @Transactional
    public MachineClient register(ClientTerms terms) {
        check.check(terms);
        String id = Secrets.id();
        Instant now = clock.now();
        store.add(id, terms, now, actor.id());
        prove("register", id, terms);
        return store.find(id, now).orElseThrow();
    }

    @Override
    @Transactional
    public Optional<MachineClient> narrow(String id, ClientTerms terms) {
        MachineClient client = usable(id);
        check.check(terms);
        if (check.goBeyond(client.terms(), terms)) return Optional.empty();
        return Optional.of(changed(id, terms));
    }

    @Override
    @Transactional
    public MachineClient change(String id, ClientTerms terms) {
        usable(id);
        check.check(terms);
        return changed(id, terms);
    }

    private MachineClient changed(String id, ClientTerms terms) {
        store.change(id, terms);
        prove("change", id, terms);
        return store.find(id, clock.now()).orElseThrow();
    }

    @Override
    @Transactional
    public Made rotate(String id, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0)
            throw new InputRefused(Problem.refused(
                    "clients.overlap", Problem.Place.UNKNOWN, "days", Long.toString(LONGEST_OVERLAP.toDays())));
        usable(id);
        Instant now = clock.now();
        store.endSecrets(id, now, now.plus(overlap));
        String secret = Secrets.secret();
        store.addSecret(id, Secrets.hash(secret), now, actor.id());
        String leaf = prove("rotate", id + " overlap " + overlap);
        return new Made(store.find(id, now).orElseThrow(), secret, leaf);
    }

    @Override
    @Transactional
    public MachineClient revoke(String id) {
        usable(id);
        store.revoke(id, clock.now(), actor.id());
        prove("revoke", id);
        return store.find(id, clock.now()).orElseThrow();
    }

    private MachineClient usable(String id) {
        MachineClient client =
                store.lock(id, clock.now()).orElseThrow(() -> ProblemAnswer.notFound("clients.unknown", "id", id));
        if (client.revokedAt() != null) throw ProblemAnswer.conflict("clients.revoked", "id", id);
        return client;
    }

    @Override
    public Optional<MachineClient> find(String id) {
        return store.find(id, clock.now());
    }

    @Override
    public List<MachineClient> listAll() {
        return store.listAll(clock.now());
    }

    /** What was granted is what an auditor asks about later: its hash is in the entry. */
    private void prove(String verb, String id, ClientTerms terms) {
        proof.append(new ProofAct(actor.id(), "clients:client:" + verb, id, Secrets.hash(terms.toString())));
    }

    private String prove(String verb, String object) {
        return proof.append(new ProofAct(actor.id(), "clients:client:" + verb, object, null));
    }
}
