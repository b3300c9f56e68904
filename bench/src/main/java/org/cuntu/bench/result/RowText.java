package org.cuntu.bench.result;

/**
 * A row's figures as text.
 *
 * @param peer name and figures of the peer, or a dash
 * @param reached aim, must or no
 */
public record RowText(String ours, String peer, String ratio, String must, String aim, String reached, String load) {
    public static RowText of(Row row) {
        return new RowText(
                Figures.of(row.ours()),
                row.peer() == null ? "–" : row.peerName() + " " + Figures.of(row.peer()),
                Figures.ratio(row.ratio()),
                Figures.goal(row.goal(), row.goal().must()),
                Figures.goal(row.goal(), row.goal().aim()),
                row.reachesAim() ? "aim" : row.reachesMust() ? "must" : "no",
                Figures.of(row.load()));
    }
}
