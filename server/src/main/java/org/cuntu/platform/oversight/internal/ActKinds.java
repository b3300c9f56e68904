package org.cuntu.platform.oversight.internal;

import java.util.EnumSet;
import java.util.Set;
import org.cuntu.platform.oversight.UnusualKind;

/** What an act of the log counts as, by its name. */
final class ActKinds {
    /** Of an entry that stands for many looks there is one an hour. */
    private static final Set<String> READS =
            Set.of("read", "list", "search", "identify", "view", "draw", "suggest", "verify", "compare", "unmask");

    private static final Set<String> EXPORTS = Set.of("export", "print", "download");
    private static final Set<String> REFUSALS = Set.of("identity:session:refuse", "identity:access:refuse");
    /** Of the ground of a single thing, not of a whole window of the map. */
    private static final Set<String> OF_A_PLACE = Set.of("read", "identify", "export", "print");

    private ActKinds() {}

    /** @param working whether the hour is one of work */
    static Set<UnusualKind> of(String act, boolean working) {
        Set<UnusualKind> kinds = EnumSet.noneOf(UnusualKind.class);
        if (REFUSALS.contains(act)) {
            kinds.add(UnusualKind.REFUSALS);
            return kinds;
        }
        String verb = verb(act);
        if (READS.contains(verb)) kinds.add(UnusualKind.READS);
        if (EXPORTS.contains(verb)) kinds.add(UnusualKind.EXPORTS);
        // what ends by itself is nobody's doing
        if (!working && !verb.equals("end") && !verb.endsWith("-end")) kinds.add(UnusualKind.HOURS);
        return kinds;
    }

    /** Whether its ground tells which division was looked at. */
    static boolean isOfAPlace(String act) {
        return OF_A_PLACE.contains(verb(act));
    }

    private static String verb(String act) {
        return act.substring(act.lastIndexOf(':') + 1);
    }
}
