package org.cuntu.demo;
import org.locationtech.jts.geom.*;
import org.locationtech.jts.io.*;
public class Check {
    static String h(Geometry g) { return Integer.toHexString(java.util.Arrays.hashCode(new WKBWriter().write(g))) + "/" + Integer.toHexString(java.util.Arrays.hashCode(new WKBWriter().write(g.norm()))); }
    public static void main(String[] a) {
        Dice dice = new Dice(1);
        Divisions d = Divisions.load();
        Outlines o = Outlines.mend(d);
        for (Geometry g : o.counties()) System.out.println("county " + h(g));
        Ground land = new Ground(o);
        Waters w = new Waters(dice, land);
        System.out.println("water " + h(w.ground));
        Relief r = new Relief(dice, w);
        Settlement s = new Settlement(dice, d, land, r, w);
        System.out.println("seats " + java.util.Arrays.deepHashCode(s.seats) + " " + java.util.Arrays.deepHashCode(s.centres));
        Towns t = new Towns(dice, d, s, land);
        Ways y = new Ways(dice, s, t, w, land);
        System.out.println("ways " + h(y.roads) + " " + h(y.railways) + " " + h(y.streets));
        CutLines l = new CutLines(land, w, y);
        System.out.println("cut " + h(l.noded));
        Seeds.Points p = new Seeds(DemoSize.SMALL, dice, land, t, r, s).make(java.util.Map.of());
        System.out.println("seeds " + java.util.Arrays.hashCode(p.x()));
        CityModel m = new CityModel(DemoSize.SMALL, 1, Progress.SILENT);
        int all = 0;
        for (Townland k : m.townlands) { int x = 0; for (Patch q : k.patches()) x = x * 31 + java.util.Arrays.hashCode(new WKBWriter().write(q.polygon)); all = all * 31 + x; System.out.println(k.township().name() + " " + x + " " + k.patches().size()); }
        System.out.println("all " + all);
    }
}
