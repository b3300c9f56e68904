package org.cuntu.business.permitting.internal;

import java.util.Map;
import org.cuntu.core.cases.Matters;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.rules.Words;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.Organisation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Names of divisions, persons, layers and matters as the page sees them. */
@Component
class PermitNames {
    private final Organisation organisation;
    private final Accounts accounts;
    private final LayerRegister register;
    private final ObjectProvider<Matters> matters;

    PermitNames(Organisation organisation, Accounts accounts, LayerRegister register, ObjectProvider<Matters> matters) {
        this.organisation = organisation;
        this.accounts = accounts;
        this.register = register;
        this.matters = matters;
    }

    Map<String, String> division(String significant) {
        return organisation
                .findDivision(significant)
                .map(found -> Map.of("zh", found.zh(), "en", found.en()))
                .orElse(Map.of("zh", significant, "en", significant));
    }

    String person(String account) {
        return accounts.findName(account).orElse(account);
    }

    Map<String, String> layer(String code) {
        return register.findLayer(code)
                .map(found -> Map.of("zh", found.zh(), "en", found.en()))
                .orElse(Map.of("zh", code, "en", code));
    }

    Map<String, String> matter(String code) {
        Words words = java.util.Optional.ofNullable(matters.getIfAvailable())
                .flatMap(each -> each.find(code))
                .map(each -> each.title())
                .orElse(new Words(code, code));
        return PermitContent.words(words);
    }
}
