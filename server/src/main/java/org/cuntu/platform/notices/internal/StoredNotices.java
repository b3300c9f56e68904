package org.cuntu.platform.notices.internal;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.notices.Notice;
import org.cuntu.platform.notices.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code notice}. */
@Component
class StoredNotices implements Notices {
    private final JdbcClient jdbc;
    private final CurrentActor actor;
    private final ProofLog proof;
    private final CityClock clock;

    StoredNotices(JdbcClient jdbc, CurrentActor actor, ProofLog proof, CityClock clock) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.proof = proof;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<String> accounts, Order order) {
        for (String account : new TreeSet<>(accounts)) {
            int told = jdbc.sql("select count(*) from notice where account = :account and occasion = :occasion")
                    .param("account", account)
                    .param("occasion", order.key())
                    .query(Integer.class)
                    .single();
            if (told == 0) add(account, order);
        }
    }

    private void add(String account, Order order) {
        jdbc.sql("""
                insert into notice (id, account, occasion, kind, noun, object, zh, en, at)
                values (:id, :account, :occasion, :kind, :noun, :object, :zh, :en, :at)""")
                .param("id", UUID.randomUUID())
                .param("account", account)
                .param("occasion", order.key())
                .param("kind", order.kind())
                .param("noun", order.noun())
                .param("object", order.object())
                .param("zh", cut(order.zh()))
                .param("en", cut(order.en()))
                .param("at", DbTime.of(clock.now()))
                .update();
    }

    private static String cut(String text) {
        return text.length() <= 500 ? text : text.substring(0, 499) + "…";
    }

    @Override
    public List<Notice> listOwn(int limit) {
        return jdbc.sql("""
                select * from notice where account = :account order by at desc, id
                fetch first :rowCount rows only""")
                .param("account", actor.id())
                .param("rowCount", limit)
                .query((row, n) -> new Notice(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("noun"),
                        row.getString("object"),
                        row.getString("zh"),
                        row.getString("en"),
                        DbTime.read(row, "at"),
                        DbTime.find(row, "read_at")))
                .list();
    }

    @Override
    public int countUnread() {
        return jdbc.sql("select count(*) from notice where account = :account and read_at is null")
                .param("account", actor.id())
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional
    public void read(UUID id) {
        int rows = jdbc.sql("update notice set read_at = :at where id = :id and account = :account and read_at is null")
                .param("at", DbTime.of(clock.now()))
                .param("id", id)
                .param("account", actor.id())
                .update();
        if (rows == 1) proof.append(new ProofAct(actor.id(), "notices:notice:read", id.toString(), null));
    }
}
