package org.cuntu.bench.worker;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Officers and citizens at work on cases: one after another question alone, or all of them together for a while. */
final class CaseWorker {
    private static final int SIGN_INS_AT_ONCE = 4;
    private static final int WARM_UP_SECONDS = 30;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final CaseTally tally = new CaseTally();
    private final Map<String, CaseSession> sessions = new LinkedHashMap<>();
    private URI address = URI.create("http://127.0.0.1");

    void register(Worker worker) {
        worker.on("sign-in", w -> signIn(URI.create(w[0]), w[1], List.of(w[2].split(","))));
        worker.on("ask", w -> ask(w[0], Integer.parseInt(w[1]), List.of(w).subList(2, w.length)));
        worker.on("crowd", w -> crowd(Integer.parseInt(w[0]), Long.parseLong(w[1])));
    }

    /** As many at a time as the server's password check has processors for. */
    private Object signIn(URI at, String password, List<String> accounts) throws Exception {
        address = at;
        Semaphore few = new Semaphore(SIGN_INS_AT_ONCE);
        List<Callable<Void>> work = new ArrayList<>();
        for (String account : accounts) {
            CaseSession session = new CaseSession(address, client, tally);
            sessions.put(account, session);
            work.add(() -> {
                few.acquire();
                try {
                    session.signIn(account, password);
                } finally {
                    few.release();
                }
                return null;
            });
        }
        together(work);
        return told();
    }

    private Map<String, Object> told() {
        Map<String, Object> tree = tally.tree();
        tally.forget();
        return tree;
    }

    private static void together(List<Callable<Void>> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> each : threads.invokeAll(work)) each.get();
        }
    }

    /** One client: so many rounds of some questions, {@code kind account path}, each asked before to warm. */
    private Object ask(String rounds, int warmUps, List<String> questions) throws InterruptedException {
        for (int i = -warmUps; i < Integer.parseInt(rounds); i++) {
            if (i == 0) tally.forget();
            for (String question : questions) {
                String[] parts = question.split(" ", 3);
                sessions.get(parts[1]).get(parts[0], parts[2]);
            }
        }
        return told();
    }

    /** Everybody who is signed in, at once; what the first half minute took is not counted, what is wrong in it is. */
    private Object crowd(int seconds, long seed) throws Exception {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS + seconds);
        List<Callable<Void>> work = new ArrayList<>();
        SplittableRandom dice = new SplittableRandom(seed);
        sessions.forEach((account, session) -> {
            SplittableRandom own = dice.split();
            boolean officer = account.contains("officer");
            work.add(() -> {
                if (officer) new CaseOfficer(session, own).work(end);
                else new CaseCitizen(session, own, account).work(end);
                return null;
            });
        });
        work.add(() -> {
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            tally.forgetTimes();
            return null;
        });
        together(work);
        return told();
    }
}
