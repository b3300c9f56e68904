package org.cuntu.business.planning;

import java.util.List;

/** What a rule of a plan looks at: data of {@code plans.yaml}, judged by the engine. */
public sealed interface PlanTest extends LineRule.Test {
    /** Map, table and text agree in every indicator. */
    record Agreement() implements PlanTest {
        @Override
        public String word() {
            return "agree";
        }
    }

    /** What must be delivered is there. */
    record Materials() implements PlanTest {
        @Override
        public String word() {
            return "materials";
        }
    }

    /** The quality check of the map's layers finds nothing that refuses. */
    record MapQuality() implements PlanTest {
        @Override
        public String word() {
            return "quality";
        }
    }

    /** The map lies within the plan's division. */
    record InDivision() implements PlanTest {
        @Override
        public String word() {
            return "division";
        }
    }

    /** The parts of the table add up to their totals, as printed. */
    record AddsUp() implements PlanTest {
        @Override
        public String word() {
            return "sums";
        }
    }

    /** No key stands twice in a unit. */
    record UniqueKeys() implements PlanTest {
        @Override
        public String word() {
            return "keys";
        }
    }

    /**
     * Ground of the plan against another layer.
     *
     * @param of the layer of the plan's map
     * @param uses beginnings of the classes that count; empty: all
     * @param on what it must lie on, or off
     */
    record OwnGround(String of, List<String> uses, LineRule.OnLayer on) implements PlanTest {
        public OwnGround {
            uses = List.copyOf(uses);
        }

        @Override
        public String word() {
            return on.word();
        }
    }

    /** An indicator keeps the target that is assigned to the plan's division for a line. */
    record WithinTarget(String indicator, String line) implements PlanTest {
        @Override
        public String word() {
            return "assigned";
        }
    }

    /** An indicator is not above, or not below, one of the plan above in force. */
    record WithinSuperior(String indicator, PlanKind above, String other, ControlLine.Bound bound) implements PlanTest {
        @Override
        public String word() {
            return "superior";
        }
    }
}
