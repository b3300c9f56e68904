package org.cuntu.bench.result;

import java.util.List;
import java.util.stream.Collectors;

/** {@code docs/performance.md}: the rows with the machine, the date and what is to be known when reading them. */
public final class Document {
    /** Above this many waiting processes a core the machine was not ours. */
    private static final double BUSY = 1.5;

    private Document() {}

    /**
     * @param run the command, for example {@code ./cuntu bench}
     * @param date the day, as ISO 8601
     * @param peers versions of the peers
     */
    public static String of(List<Row> rows, Machine machine, String run, String date, List<String> peers) {
        double load = rows.stream().mapToDouble(Row::load).max().orElse(0);
        StringBuilder text = new StringBuilder();
        text.append("# How fast the engine is\n\nWritten by `")
                .append(run)
                .append(" --doc`; not to be edited by hand.\n\n");
        text.append("Measured on ")
                .append(date)
                .append(": ")
                .append(machine.cores())
                .append(" cores (");
        text.append(machine.processor())
                .append("), ")
                .append(machine.memoryGigabytes())
                .append(" GB, ");
        text.append(machine.system()).append("; ").append(machine.java());
        for (String peer : peers) text.append("; ").append(peer);
        text.append(".\n\n").append(loaded(load, machine.cores())).append("\n\n");
        text.append("| what | of | ours | peer | ratio | must | aim | reached | agrees | load |\n");
        text.append("|---|---|---|---|---|---|---|---|---|---|\n");
        for (Row row : rows) text.append(line(row)).append('\n');
        return text.append('\n').append(READING).toString();
    }

    private static String loaded(double load, int cores) {
        if (load <= BUSY * cores)
            return "The highest load average of a round was " + Figures.of(load) + ": the machine was the bench's own.";
        return "**The machine was loaded by others**: the highest load average of a round was " + Figures.of(load)
                + " on "
                + cores
                + " cores. Nothing here is a claim: a time of a fraction of a millisecond fits into one slice of the"
                + " scheduler and a long one does not, so ratios at p50 come out too high; at p99 the slice itself is measured,"
                + " and ours comes out too slow. Rates and whole seconds share the machine evenly and hold best."
                + " To be measured again on a quiet machine.";
    }

    private static String line(Row row) {
        RowText text = RowText.of(row);
        List<String> cells = List.of(
                row.name(),
                row.size(),
                text.ours() + " " + row.unit(),
                text.peer(),
                text.ratio(),
                text.must(),
                text.aim(),
                text.reached().equals("no") ? "**no**" : text.reached(),
                row.agrees() ? "yes" : "**no**",
                text.load());
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static final String READING = """
            ## How to read it

            - A figure is the median of the rounds, with the least and the greatest in brackets. Within a round ours runs, then the
              peer; the ratio is taken within the round and is the median of those. A row that could not be run is absent.
            - Both sides are warmed alike before the first round, which does not count: by the witness of the answers, for tiles
              by 1.5 seconds of them, for a matrix by one of PostGIS' and one of ours.
            - The ground is invented from a seed (`bench/…/city`): a seamless survey of two hectares and 66 vertices a patch,
              farmland that repeats a fifth of it edge for edge, zones, 56 multipolygons of up to 200,000 vertices, townships. Sites
              have 20 to 200 vertices and 1 to 500 ha.
            - *Agrees* means by `contracts.md` 3: against JTS and GEOS each piece within 1e-9·A + 2e-6 m², against PostGIS in an
              equal-area projection within 1e-8·A + 1e-4 m² and each site's total within 1e-9; class totals of a matrix against
              PostGIS' geography within 1e-6; tiles when every ring is valid on both sides and the ground drawn is the same
              within 1 %; outlines when every one is valid by OGC rules and has its piece's area.
            - PostGIS runs without fsync, without JIT, with 1 GB of buffers and with plans for the actual site; *plain* is
              `ST_Intersection(…)::geography` over the layers as delivered, *tuned* has them subdivided to 256 vertices, areas
              stored, and a covered shape counted with its stored area. JTS and GEOS hold everything in memory with an STRtree, the
              site prepared, and the same shortcut.
            - *Bare import*: one file in PostgreSQL's binary COPY format, outlines as EWKB, into a table with an index, or into a
              snapshot. Ours besides checks every polygon, names the file by its SHA-256 and waits until it is on the disk; both
              take what cores they can use, and each begins when what was written before is on the disk. In the row below it PostGIS checks the polygons too. *Open*: files that the process
              has compared with their names before are not read again; the second row has files that are new to it, of which
              those up to 64 MB are read whole before the answer.
            - Ours runs in a JVM of its own with the stated heap; snapshots are mapped files. Its times include making the site
              ready and summing by class.
            - *Live endpoint*: asked as the page asks while the hand moves (`Prefer: return=minimal`), by a process of its own, after two
              minutes of other sites; each of the 6,000 is asked once.
            - The figures of `must` and `aim` are for one million patches on two quiet cores (`./cuntu bench --full`).
            """;
}
