package org.cuntu.platform.identity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts (等保三级 8.1.4.1). Thread safe. */
public interface Accounts {
    /**
     * Makes an account whose roles hold in the whole city and for every classification: the home's owner does so for the demo,
     * for tests and for the first persons. People of an office get theirs by the act of two (see {@link FourEyes}).
     *
     * @param account its password has 10 characters (setting) to 72 bytes
     * @throws org.cuntu.engine.problem.InputRefused when the id is taken or ill-formed, a role is unknown, two roles are never
     *     one person's, or the password is too short, too long or too weak
     */
    User create(NewAccount account);

    /** An account that is enabled, with the roles that it holds today. */
    Optional<User> find(String id);

    /** Who an account is, as people call them, in use or not; a machine client's name as well. */
    Optional<String> findName(String id);

    List<User> listAll();

    /** As below, of an account without a second factor. */
    User signIn(String id, String password);

    /**
     * The account of a name, a password and, where it has a second factor, a code. After five failures in a row (setting) the
     * account is locked for a while; the answer is the same whether the name, the password or the lock was the reason. It
     * opens no session.
     *
     * @param code of the authenticator, or a recovery code
     * @throws org.cuntu.platform.http.ProblemAnswer 401; {@code identity.code-needed} when the password is right and the code
     *     is missing
     */
    User signIn(String id, String password, @Nullable String code);

    /** Takes the account out of use, at once: its sign-ins end. */
    void disable(String id);

    /**
     * @param id 2 to 64 of a–z, 0–9, dot, dash
     * @param demo belongs to the demo: needs no second factor and no change of password
     */
    record NewAccount(String id, String name, String unit, List<String> roles, String password, boolean demo) {
        /** Without the password. */
        @Override
        public String toString() {
            return "NewAccount[" + id + "]";
        }
    }
}
