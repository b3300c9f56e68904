package org.cuntu.platform.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The entries since the last head that fits. When the next does not, they tell more: a sequencer numbers a batch in the order
 * of its times, so a batch whose order restored gives the signed root was reordered. Used by one thread.
 */
final class Suspects {
    private static final int MOST = 20_000;

    private record One(ExportFile.Line line, byte[] leaf) {
        String at() {
            return WholeCheck.act(line).split(" ")[0];
        }
    }

    private final List<One> some = new ArrayList<>();
    private Frontier before = new Frontier(HashKind.SM3);
    private long from;

    void begin(Frontier tree, long number) {
        some.clear();
        before = tree.copy();
        from = number;
    }

    void add(ExportFile.Line line, byte[] leaf) {
        if (some.size() <= MOST) some.add(new One(line, leaf));
    }

    /** What was done that a head with this root is not met. */
    Finding against(String root, long total) {
        if (some.size() <= MOST) {
            List<One> ordered = new ArrayList<>(some);
            ordered.sort(Comparator.comparing(One::at));
            Frontier again = before.copy();
            ordered.forEach(one -> again.append(one.leaf()));
            if (HexFormat.of().formatHex(again.root()).equals(root))
                for (int i = 0; i < some.size(); i++)
                    if (!Arrays.equals(some.get(i).leaf(), ordered.get(i).leaf()))
                        return Finding.at(
                                Finding.Kind.ENTRY_REORDERED, some.get(i).line().index());
        }
        return new Finding(Finding.Kind.ENTRY_NOT_AS_SIGNED, from, total - 1, "");
    }
}
