package org.cuntu.platform.identity;

import java.util.List;
import java.util.Optional;

/** The accounts (等保三级 8.1.4.1). Thread safe. */
public interface Accounts {
    /**
     * Makes an account.
     *
     * @param password 10 to 72 bytes
     * @throws org.cuntu.engine.problem.InputRefused when the id is taken or ill-formed, a role is unknown, two roles are never
     *     one person's, or the password is too short or too long
     */
    User create(NewAccount account);

    /** An account that is enabled, with the permissions of its roles. */
    Optional<User> find(String id);

    List<User> listAll();

    /**
     * The account of a name and password. After five failures in a row (setting) the account is locked for a while; the
     * answer is the same whether the name, the password or the lock was the reason.
     *
     * @throws org.cuntu.platform.http.ProblemAnswer 401
     */
    User signIn(String id, String password);

    /** Takes the account out of use, at once. */
    void disable(String id);

    /**
     * @param id 2 to 64 of a–z, 0–9, dot, dash
     * @param demo belongs to the demo
     */
    record NewAccount(String id, String name, String unit, List<String> roles, String password, boolean demo) {
        /** Without the password. */
        @Override
        public String toString() {
            return "NewAccount[" + id + "]";
        }
    }
}
