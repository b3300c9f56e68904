package org.cuntu.core.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which class of ground may become which, where (用途转换矩阵): the city's setting as it holds on one day. The unit is the
 * township and the plan zone.
 *
 * @param from groups of present classes, SD2019
 * @param to groups of wanted uses, YDYH2023
 */
public record Conversion(List<Group> from, List<Group> to, List<Cell> cells) {
    /** In a list: all. */
    public static final String ANY = "*";

    public static final Conversion NONE = new Conversion(List.of(), List.of(), List.of());

    /** What a cell says. */
    public enum Outcome {
        /** 允许. */
        ALLOWED,
        /** 有条件: with a document. */
        CONDITIONAL,
        /** 禁止. */
        FORBIDDEN,
        /** 未规定: the matrix does not say. */
        UNANSWERED
    }

    /**
     * A group of classes.
     *
     * @param codes beginnings of class codes; the longest that fits decides
     */
    public record Group(String id, Words title, List<String> codes) {
        public Group {
            codes = List.copyOf(codes);
        }
    }

    /**
     * A sentence of the matrix; {@code *} in a list stands for all.
     *
     * @param id the versions of a sentence share it
     * @param townships nine digits each
     * @param zones plan zones' codes
     * @param from groups of present classes
     * @param to groups of wanted uses
     * @param document the type of document that satisfies a conditional one; empty otherwise
     * @param invented whether it is the demo's, and no office's
     */
    public record Cell(
            String id,
            List<String> townships,
            List<String> zones,
            List<String> from,
            List<String> to,
            Outcome outcome,
            String document,
            Article article,
            Words note,
            boolean invented) {
        public Cell {
            townships = List.copyOf(townships);
            zones = List.copyOf(zones);
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        /** A township's own goes before the city's, then a named present class before any, then a named use. */
        int weight() {
            return (townships.contains(ANY) ? 0 : 4) + (from.contains(ANY) ? 0 : 2) + (to.contains(ANY) ? 0 : 1);
        }

        boolean speaksOf(String township, String zone, String ofGroup, String toGroup) {
            return zones.contains(zone) && has(townships, township) && has(from, ofGroup) && has(to, toGroup);
        }

        /** Whether both would decide the same cell. */
        public boolean clashes(Cell other) {
            return weight() == other.weight()
                    && meet(zones, other.zones)
                    && meet(townships, other.townships)
                    && meet(from, other.from)
                    && meet(to, other.to);
        }

        private static boolean meet(List<String> one, List<String> other) {
            return one.contains(ANY) || other.contains(ANY) || one.stream().anyMatch(other::contains);
        }

        private static boolean has(List<String> list, String one) {
            return list.contains(one) || list.contains(ANY);
        }
    }

    public Conversion {
        from = List.copyOf(from);
        to = List.copyOf(to);
        cells = List.copyOf(cells);
    }

    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** The group of a present class. */
    public Optional<Group> findFrom(String code) {
        return group(from, code);
    }

    /** The group of a wanted use, or of an agricultural target, by its code. */
    public Optional<Group> findTo(String code) {
        return group(to, code);
    }

    /**
     * What becomes of a piece of ground.
     *
     * @param cell null: no sentence speaks of it
     */
    public record Answer(Outcome outcome, @Nullable Cell cell) {
        static final Answer NONE = new Answer(Outcome.UNANSWERED, null);
    }

    /**
     * What the matrix says of one piece.
     *
     * @param township nine digits; empty: not known
     * @param zone empty: no plan zone lies there
     * @param code the present class
     * @param wanted the wanted use's code
     */
    public Answer answer(String township, String zone, String code, String wanted) {
        Optional<Group> present = findFrom(code);
        Optional<Group> use = findTo(wanted);
        if (present.isEmpty() || use.isEmpty() || zone.isEmpty()) return Answer.NONE;
        return find(township, zone, present.get().id(), use.get().id())
                .map(cell -> new Answer(cell.outcome(), cell))
                .orElse(Answer.NONE);
    }

    /** The sentence that decides; empty: the matrix does not say. */
    public Optional<Cell> find(String township, String zone, String fromGroup, String toGroup) {
        Cell best = null;
        for (Cell cell : cells)
            if (cell.speaksOf(township, zone, fromGroup, toGroup) && (best == null || cell.weight() > best.weight()))
                best = cell;
        return Optional.ofNullable(best);
    }

    private static Optional<Group> group(List<Group> groups, String code) {
        Group best = null;
        int longest = 0;
        for (Group group : groups)
            for (String beginning : group.codes())
                if (code.startsWith(beginning) && beginning.length() > longest) {
                    best = group;
                    longest = beginning.length();
                }
        return Optional.ofNullable(best);
    }
}
