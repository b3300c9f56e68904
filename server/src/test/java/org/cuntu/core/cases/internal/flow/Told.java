package org.cuntu.core.cases.internal.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cuntu.core.cases.Processes;
import org.jspecify.annotations.Nullable;

/** Writes down what arrives, also what a transaction took back later. */
final class Told implements Processes.Arrivals {
    private final Map<UUID, List<String>> all = new ConcurrentHashMap<>();
    private final Map<UUID, Map<String, UUID>> open = new ConcurrentHashMap<>();
    private volatile @Nullable Runnable onCall;

    /** What is done when a service task is called; null: nothing. */
    void onCall(@Nullable Runnable work) {
        onCall = work;
    }

    List<String> of(UUID caseId) {
        return List.copyOf(all.getOrDefault(caseId, List.of()));
    }

    Optional<UUID> task(UUID caseId, String step) {
        return Optional.ofNullable(open.getOrDefault(caseId, Map.of()).get(step));
    }

    @Override
    public void opened(UUID caseId, UUID task, String step) {
        add(caseId, "opened " + step);
        open.computeIfAbsent(caseId, id -> new ConcurrentHashMap<>()).put(step, task);
    }

    @Override
    public void closed(UUID caseId, UUID task, String step) {
        add(caseId, "closed " + step);
    }

    @Override
    public void called(UUID caseId, String delegate) {
        add(caseId, "called " + delegate);
        Runnable work = onCall;
        if (work != null) work.run();
    }

    @Override
    public void ended(UUID caseId, String end) {
        add(caseId, "ended " + end);
    }

    private void add(UUID caseId, String what) {
        all.computeIfAbsent(caseId, id -> new CopyOnWriteArrayList<>()).add(what);
    }
}
