package org.cuntu.platform.identity.internal;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accounts of a home that version 0.1 wrote have their roles as one text; before the server listens they become grants over
 * the whole city, as they were. Where an account held roles of two duties it keeps none, and an administrator gives them anew.
 */
@Component
class OlderAccounts implements SmartInitializingSingleton {
    private final JdbcClient jdbc;
    private final DbAccounts accounts;
    private final Roles roles;
    private final TransactionTemplate transaction;

    OlderAccounts(JdbcClient jdbc, DbAccounts accounts, Roles roles, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.roles = roles;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (Map<String, Object> row :
                jdbc.sql("select id from account where roles <> ''").query().listOfRows())
            transaction.executeWithoutResult(status -> take(String.valueOf(row.values().iterator().next())));
    }

    private void take(String account) {
        String text = jdbc.sql("select roles from account where id = :id for update")
                .param("id", account)
                .query(String.class)
                .single();
        if (text.isEmpty()) return; // another node has just done it
        jdbc.sql("update account set roles = '' where id = :id").param("id", account).update();
        List<String> held = List.of(text.split(","));
        if (roles.duties(held).size() < 2) accounts.take(account, held);
    }
}
