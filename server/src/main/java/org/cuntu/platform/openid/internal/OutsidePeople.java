package org.cuntu.platform.openid.internal;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.openid.internal.OutsideFailure.Why;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose account the claims name. Only the account's id is taken from them; roles, unit and everything else are local. */
@Component
@ConditionalOnWebApplication
class OutsidePeople {
    private static final int LONGEST = 64;

    private final Accounts accounts;
    private final Settings.OpenId settings;
    private final ProofLog proof;
    private final TransactionTemplate transaction;

    OutsidePeople(Accounts accounts, Settings settings, ProofLog proof, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.settings = settings.openId();
        this.proof = proof;
        this.transaction = transaction;
    }

    /**
     * The account's id.
     *
     * @throws OutsideFailure UNKNOWN_PERSON
     */
    String account(Map<String, Object> claims) {
        String id = String.valueOf(claims.get(settings.claim()));
        if (accounts.find(id).isPresent()) return id;
        if (settings.create() && made(id, claims)) return id;
        String shown = id.substring(0, Math.min(id.length(), LONGEST));
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct("unknown", "identity:session:refuse", "openid " + shown, null)));
        throw new OutsideFailure(Why.UNKNOWN_PERSON, shown);
    }

    /** Without a role, and with a password that nobody knows; not when the id was somebody's or cannot be one. */
    private boolean made(String id, Map<String, Object> claims) {
        String name =
                Optional.ofNullable(claims.get("name")).map(String::valueOf).orElse(id);
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        try {
            accounts.create(new Accounts.NewAccount(
                    id,
                    name.substring(0, Math.min(name.length(), LONGEST)),
                    "",
                    List.of(),
                    "Aa1-" + HexFormat.of().formatHex(bytes),
                    false));
            return true;
        } catch (InputRefused e) {
            return false;
        }
    }
}
