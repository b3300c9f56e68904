package org.cuntu.platform.identity;

import java.nio.file.Path;
import java.util.List;

/** The accounts of the demo: invented persons, passwords made on this machine. */
public interface DemoAccounts {
    /**
     * Makes the accounts of {@code roles.yaml} that are not there yet, with random passwords (or the one that the setting
     * fixes), and keeps them in {@code keys/demo-accounts.json}, mode 0600.
     */
    Prepared prepare();

    /**
     * @param accounts with passwords; empty when none was made now
     * @param file where the passwords are kept
     */
    record Prepared(List<Made> accounts, Path file) {}

    /** An account just made. */
    record Made(String id, String name, String unit, List<String> roles, String password) {}
}
