package org.cuntu.platform.search.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.search.SearchIndex;
import org.cuntu.platform.search.SearchText;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code search_token} and {@code search_fill}. */
@Component
class TokenTable implements SearchIndex {
    private static final int BATCH = 2_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final CityClock clock;
    private final TransactionTemplate own;

    TokenTable(JdbcClient jdbc, JdbcTemplate template, CityClock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public boolean isFilled(String noun, String scope) {
        return jdbc.sql("select count(*) from search_fill where noun = :noun and scope = :scope and version = :version")
                        .param("noun", noun)
                        .param("scope", scope)
                        .param("version", Tokens.VERSION)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public long fill(String noun, String scope, Stream<Named> things) {
        if (isFilled(noun, scope)) return 0;
        try {
            return Objects.requireNonNull(own.execute(status -> filled(noun, scope, things)));
        } catch (DuplicateKeyException e) {
            if (isFilled(noun, scope)) return 0; // another node was faster
            throw e;
        }
    }

    private long filled(String noun, String scope, Stream<Named> things) {
        for (String table : List.of("search_token", "search_fill"))
            jdbc.sql("delete from " + table + " where noun = :noun and scope = :scope")
                    .param("noun", noun)
                    .param("scope", scope)
                    .update();
        jdbc.sql("insert into search_fill (noun, scope, version, filled_at) values (:noun, :scope, :version, :at)")
                .param("noun", noun)
                .param("scope", scope)
                .param("version", Tokens.VERSION)
                .param("at", DbTime.of(clock.now()))
                .update();
        long count = 0;
        List<Object[]> rows = new ArrayList<>();
        for (Iterator<Named> all = things.iterator(); all.hasNext(); count++) {
            Named thing = all.next();
            for (String token : SearchText.tokensOf(thing.names()))
                rows.add(new Object[] {token, noun, scope, thing.id()});
            if (rows.size() >= BATCH) flush(rows);
        }
        flush(rows);
        return count;
    }

    private void flush(List<Object[]> rows) {
        template.batchUpdate("insert into search_token (token, noun, scope, id) values (?, ?, ?, ?)", rows);
        rows.clear();
    }

    @Override
    public void add(String noun, Named thing) {
        long known = jdbc.sql("select count(*) from search_token where noun = :noun and scope = '' and id = :id")
                .param("noun", noun)
                .param("id", thing.id())
                .query(Long.class)
                .single();
        if (known > 0) return;
        List<Object[]> rows = new ArrayList<>();
        for (String token : SearchText.tokensOf(thing.names())) rows.add(new Object[] {token, noun, "", thing.id()});
        flush(rows);
    }

    @Override
    public List<Candidate> find(SearchText text, String noun, Collection<String> scopes, int limit) {
        if (scopes.isEmpty() || text.plain().isEmpty()) return List.of();
        Set<Candidate> found = new LinkedHashSet<>(all(text.allOf(), noun, scopes, limit));
        if (!text.oneOf().isEmpty()) found.addAll(one(text.oneOf(), noun, scopes, limit));
        return List.copyOf(found);
    }

    private List<Candidate> all(Set<String> tokens, String noun, Collection<String> scopes, int limit) {
        return jdbc.sql("""
                select scope, id from search_token where token in (:tokens) and noun = :noun and scope in (:scopes)
                group by scope, id having count(*) = :tokenCount fetch first :most rows only""")
                .param("tokens", tokens)
                .param("noun", noun)
                .param("scopes", scopes)
                .param("tokenCount", tokens.size())
                .param("most", limit)
                .query((row, n) -> new Candidate(row.getString("scope"), row.getString("id")))
                .list();
    }

    private List<Candidate> one(Set<String> tokens, String noun, Collection<String> scopes, int limit) {
        return jdbc.sql("""
                select distinct scope, id from search_token
                where token in (:tokens) and noun = :noun and scope in (:scopes) fetch first :most rows only""")
                .param("tokens", tokens)
                .param("noun", noun)
                .param("scopes", scopes)
                .param("most", limit)
                .query((row, n) -> new Candidate(row.getString("scope"), row.getString("id")))
                .list();
    }
}
