package org.cuntu.platform.search.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cuntu.platform.database.DatabaseKind;
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

/**
 * The tables {@code search_token} and {@code search_fill}. A fill is one transaction, so that of two nodes that begin the same one only
 * one comes to its end; on H2, which has one node and one writer at a time, it is many, so that nobody waits for its end.
 */
@Component
class TokenTable implements SearchIndex {
    private static final int BATCH = 500;
    private static final int MANY = 20_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final CityClock clock;
    private final TransactionTemplate own;
    private final boolean oneNode;

    TokenTable(
            JdbcClient jdbc,
            JdbcTemplate template,
            CityClock clock,
            PlatformTransactionManager transactions,
            DatabaseKind database) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
        this.oneNode = database == DatabaseKind.H2;
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
        if (oneNode) {
            // what a fill that was broken off has left goes first; the mark that it is whole comes last
            own.executeWithoutResult(status -> clear(noun, scope));
            long count = put(noun, scope, things, rows -> own.executeWithoutResult(status -> insert(rows)));
            own.executeWithoutResult(status -> mark(noun, scope));
            return count;
        }
        try {
            return Objects.requireNonNull(own.execute(status -> {
                clear(noun, scope);
                mark(noun, scope);
                return put(noun, scope, things, this::insert);
            }));
        } catch (DuplicateKeyException e) {
            if (isFilled(noun, scope)) return 0; // another node was faster
            throw e;
        }
    }

    private void clear(String noun, String scope) {
        for (String table : List.of("search_token", "search_fill"))
            jdbc.sql("delete from " + table + " where noun = :noun and scope = :scope")
                    .param("noun", noun)
                    .param("scope", scope)
                    .update();
    }

    private void mark(String noun, String scope) {
        jdbc.sql("insert into search_fill (noun, scope, version, filled_at) values (:noun, :scope, :version, :at)")
                .param("noun", noun)
                .param("scope", scope)
                .param("version", Tokens.VERSION)
                .param("at", DbTime.of(clock.now()))
                .update();
    }

    private static long put(String noun, String scope, Stream<Named> things, Consumer<List<Object[]>> batches) {
        long count = 0;
        List<Object[]> rows = new ArrayList<>();
        for (Iterator<Named> all = things.iterator(); all.hasNext(); count++) {
            Named thing = all.next();
            for (String token : SearchText.tokensOf(thing.names()))
                rows.add(new Object[] {token, noun, scope, thing.id()});
            if (rows.size() < BATCH) continue;
            batches.accept(rows);
            rows.clear();
        }
        batches.accept(rows);
        return count;
    }

    private void insert(List<Object[]> rows) {
        template.batchUpdate("insert into search_token (token, noun, scope, id) values (?, ?, ?, ?)", rows);
    }

    @Override
    public void add(String noun, Named thing) {
        long known = jdbc.sql("select count(*) from search_token where noun = :noun and scope = '' and id = :id")
                .param("noun", noun)
                .param("id", thing.id())
                .query(Long.class)
                .single();
        if (known == 0) put(noun, thing);
    }

    @Override
    public void rename(String noun, Named thing) {
        jdbc.sql("delete from search_token where noun = :noun and scope = '' and id = :id")
                .param("noun", noun)
                .param("id", thing.id())
                .update();
        put(noun, thing);
    }

    private void put(String noun, Named thing) {
        List<Object[]> rows = new ArrayList<>();
        for (String token : SearchText.tokensOf(thing.names())) rows.add(new Object[] {token, noun, "", thing.id()});
        insert(rows);
    }

    @Override
    public List<Candidate> find(SearchText text, String noun, Collection<String> scopes, int limit) {
        if (scopes.isEmpty() || text.plain().isEmpty()) return List.of();
        Set<Candidate> found = new LinkedHashSet<>(all(List.copyOf(text.allOf()), noun, scopes, limit));
        for (String token : text.oneOf()) found.addAll(all(List.of(token), noun, scopes, limit));
        return List.copyOf(found);
    }

    /** From the rarest token on, so that what is in every name is only looked up and never gathered. */
    private List<Candidate> all(List<String> tokens, String noun, Collection<String> scopes, int limit) {
        if (tokens.isEmpty()) return List.of();
        List<String> rarestFirst = tokens.size() == 1
                ? tokens
                : tokens.stream()
                        .sorted(Comparator.comparingInt(counts(tokens, noun, scopes)::get))
                        .toList();
        StringBuilder sql = new StringBuilder("select a.scope, a.id from search_token a")
                .append(" where a.token = :token0 and a.noun = :noun and a.scope in (:scopes)");
        for (int i = 1; i < rarestFirst.size(); i++)
            sql.append(" and exists (select 1 from search_token b where b.token = :token")
                    .append(i)
                    .append(" and b.noun = a.noun and b.scope = a.scope and b.id = a.id)");
        sql.append(" fetch first :most rows only");
        JdbcClient.StatementSpec asked = jdbc.sql(sql.toString());
        for (int i = 0; i < rarestFirst.size(); i++) asked = asked.param("token" + i, rarestFirst.get(i));
        return asked.param("noun", noun)
                .param("scopes", scopes)
                .param("most", limit)
                .query((row, n) -> new Candidate(row.getString("scope"), row.getString("id")))
                .list();
    }

    /** How many things have a token; beyond {@link #MANY} it makes no difference. */
    private Map<String, Integer> counts(List<String> tokens, String noun, Collection<String> scopes) {
        Map<String, Integer> counts = new HashMap<>();
        for (String token : tokens) {
            int count = jdbc.sql("""
                            select count(*) from (select 1 as one from search_token
                            where token = :token and noun = :noun and scope in (:scopes) fetch first :many rows only) x""")
                    .param("token", token)
                    .param("noun", noun)
                    .param("scopes", scopes)
                    .param("many", MANY)
                    .query(Integer.class)
                    .single();
            counts.put(token, count);
            if (count == 0)
                return tokens.stream().collect(Collectors.toMap(each -> each, each -> each.equals(token) ? 0 : 1));
        }
        return counts;
    }
}
