package org.cuntu.platform.clients;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The machine clients of this installation. Every change is in the proof log and holds at the next request. Thread safe. */
public interface MachineClients {
    /**
     * Makes a client that has no secret yet. Whoever asks for it has proposed it and another has decided ({@link
     * org.cuntu.platform.identity.FourEyes}): a client reads what its maker may not.
     *
     * @throws org.cuntu.engine.problem.InputRefused with everything that is wrong with the terms
     */
    MachineClient register(ClientTerms terms);

    /**
     * Gives a client terms that go nowhere beyond those it has; one person may do that.
     *
     * @return empty, and nothing is changed, when they do go beyond: another person decides that
     * @throws org.cuntu.platform.http.ProblemAnswer 404 when there is none, 409 when it was revoked
     */
    Optional<MachineClient> narrow(String id, ClientTerms terms);

    /**
     * Gives a client other terms, whatever they are, once they are decided. Its tokens stay good, for what both they and the new terms allow.
     *
     * @throws org.cuntu.platform.http.ProblemAnswer 404 when there is none, 409 when it was revoked
     */
    MachineClient change(String id, ClientTerms terms);

    /**
     * Gives a client a new secret, or its first. The one before serves for the overlap longer, with the tokens it was given for; of older
     * ones that still overlap none does.
     *
     * @param overlap zero: the old secret and its tokens end now
     * @throws org.cuntu.platform.http.ProblemAnswer 404 when there is none, 409 when it was revoked
     */
    Made rotate(String id, Duration overlap);

    /**
     * Takes the client, its secrets and its tokens out of use, at once and for ever.
     *
     * @throws org.cuntu.platform.http.ProblemAnswer 404 when there is none, 409 when it was revoked before
     */
    MachineClient revoke(String id);

    Optional<MachineClient> find(String id);

    /** Newest first. */
    List<MachineClient> listAll();

    /**
     * A client and its new secret, which is shown this once and kept nowhere.
     *
     * @param secret 43 letters of base64url: 256 random bits
     * @param proof the receipt of the proof log
     */
    record Made(MachineClient client, String secret, String proof) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Made[" + client.id() + "]";
        }
    }
}
