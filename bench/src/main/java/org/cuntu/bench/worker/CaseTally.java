package org.cuntu.bench.worker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What requests took, by their kind, and what went wrong. Thread safe. */
final class CaseTally {
    private static final int LONGEST = 300;
    private static final int MOST = 20;

    private final Map<String, List<Double>> millis = Collections.synchronizedMap(new TreeMap<>());
    private final Map<String, Integer> failed = Collections.synchronizedMap(new TreeMap<>());
    private final Map<String, Integer> taken = Collections.synchronizedMap(new TreeMap<>());

    /** 409 of an act that another was faster with is no failure: it is counted by itself. */
    void answered(String kind, double took, int status, String what, byte[] body) {
        millis.computeIfAbsent(kind, none -> Collections.synchronizedList(new ArrayList<>()))
                .add(took);
        if (status < 300) return;
        String said = new String(body, StandardCharsets.UTF_8);
        boolean another = status == 409 && (said.contains("cases.someone-acted") || said.contains("cases.held"));
        if (another) taken.merge(kind, 1, Integer::sum);
        else failed(kind, status + " " + shape(what) + " " + said.substring(0, Math.min(LONGEST, said.length())));
    }

    void failed(String kind, String why) {
        synchronized (failed) {
            if (failed.size() < MOST || failed.containsKey(kind + ": " + why))
                failed.merge(kind + ": " + why, 1, Integer::sum);
            else failed.merge("more", 1, Integer::sum);
        }
    }

    private static String shape(String path) {
        return path.replaceAll("[0-9a-f-]{36}", "…");
    }

    /** What is wrong stays. */
    void forgetTimes() {
        millis.clear();
    }

    void forget() {
        millis.clear();
        failed.clear();
        taken.clear();
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("millis", new TreeMap<>(millis));
        tree.put("failed", new TreeMap<>(failed));
        tree.put("taken", taken.values().stream().mapToInt(Integer::intValue).sum());
        return tree;
    }
}
