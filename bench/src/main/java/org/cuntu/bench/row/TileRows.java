package org.cuntu.bench.row;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.cuntu.bench.city.BenchLayer;
import org.cuntu.bench.city.Extent;
import org.cuntu.bench.peer.Postgis;
import org.cuntu.bench.result.Goal;
import org.cuntu.bench.result.Round;
import org.cuntu.bench.result.Row;
import org.cuntu.bench.result.Row.Ratio;
import org.cuntu.bench.tile.TileGround;
import org.cuntu.bench.worker.WorkerProcess;
import org.cuntu.engine.tile.TileMatrixSet;
import tools.jackson.databind.JsonNode;

/** Vector tiles of the survey, a square of them about the city's middle, one thread, class and number with each shape. */
final class TileRows {
    private static final int FIRST_ZOOM = 12;
    private static final int CHECKED = 4;
    /** Simplification moves what is drawn by fractions of a pixel; the ground as a whole stays. */
    private static final double SAME_GROUND = 0.01;
    /** Seconds that either side cuts tiles before it is measured, and that a measurement takes at least. */
    private static final double WARM_UP = 1.5;

    private static final double LEAST = 0.3;

    private record Square(int z, int x, int y, int side) {}

    private final Ground ground;
    private final Plan plan;
    private final WorkerProcess ours;
    private final Progress progress;

    TileRows(Ground ground, Plan plan, WorkerProcess ours, Progress progress) {
        this.ground = ground;
        this.plan = plan;
        this.ours = ours;
        this.progress = progress;
    }

    List<Row> against(Postgis postgis) {
        postgis.loadMercator(BenchLayer.SURVEY);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < plan.tiles().size(); i++)
            rows.add(row(square(FIRST_ZOOM + i, plan.tiles().get(i)), postgis));
        return rows;
    }

    private Row row(Square square, Postgis postgis) {
        boolean agrees = agrees(square, postgis);
        own(square, WARM_UP);
        theirs(square, postgis, WARM_UP);
        List<Round> rounds =
                Alternation.of(plan.rounds(), "z" + square.z, progress, () -> new double[] {own(square, LEAST)}, () ->
                        new double[] {theirs(square, postgis, LEAST)});
        String size = square.side * square.side + " tiles, " + Plan.inWords(plan.patches()) + " patches";
        return Row.of(
                "tiles z" + square.z,
                size,
                "tiles/s",
                "ST_AsMVT",
                rounds,
                0,
                Ratio.HIGHER_IS_BETTER,
                Goal.times(10, 25),
                agrees);
    }

    /** Tiles a second; the square is cut again until at least so many seconds are over. */
    private double own(Square square, double seconds) {
        String side = String.valueOf(square.side);
        JsonNode answer = ours.ask(
                "tiles",
                ground.hash(BenchLayer.SURVEY),
                text(square.z),
                text(square.x),
                text(square.y),
                side,
                side,
                String.valueOf((int) (1000 * seconds)));
        return answer.get("tiles").asDouble() / answer.get("nanos").asDouble() * 1e9;
    }

    private static double theirs(Square square, Postgis postgis, double seconds) {
        int tiles = 0;
        long start = System.nanoTime();
        do {
            for (int y = square.y; y < square.y + square.side; y++)
                for (int x = square.x; x < square.x + square.side; x++, tiles++)
                    postgis.tile(BenchLayer.SURVEY, square.z, x, y);
        } while (System.nanoTime() - start < 1e9 * seconds);
        return tiles / ((System.nanoTime() - start) / 1e9);
    }

    /** Valid rings on both sides, and the same ground. */
    private boolean agrees(Square square, Postgis postgis) {
        int ourInvalid = 0;
        int theirInvalid = 0;
        double ourArea = 0;
        double theirArea = 0;
        for (int i = 0; i < StrictMath.min(CHECKED, square.side); i++) {
            int x = square.x + i;
            int y = square.y + i;
            String tile = ours.ask("tile", ground.hash(BenchLayer.SURVEY), text(square.z), text(x), text(y))
                    .get("tile")
                    .asString();
            TileGround our = TileGround.of(Base64.getDecoder().decode(tile));
            TileGround their = TileGround.of(postgis.tile(BenchLayer.SURVEY, square.z, x, y));
            ourInvalid += our.invalid();
            theirInvalid += their.invalid();
            ourArea += our.area();
            theirArea += their.area();
        }
        boolean same = StrictMath.abs(ourArea - theirArea) <= SAME_GROUND * theirArea;
        if (ourInvalid > 0 || theirInvalid > 0 || !same)
            progress.say("tiles-differ", square.z, ourInvalid, theirInvalid, ourArea / theirArea);
        return ourInvalid == 0 && theirInvalid == 0 && same;
    }

    private Square square(int z, int side) {
        Extent extent = ground.city().extent();
        TileMatrixSet.Tile middle = TileMatrixSet.WEB_MERCATOR_QUAD.tileAt(
                0.5 * (extent.west() + extent.east()), 0.5 * (extent.south() + extent.north()), z);
        return new Square(z, middle.x() - side / 2, middle.y() - side / 2, side);
    }

    private static String text(int number) {
        return String.valueOf(number);
    }
}
