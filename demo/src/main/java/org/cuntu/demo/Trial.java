package org.cuntu.demo;
public class Trial {
    public static void main(String[] a) throws Exception {
        long t0 = System.nanoTime();
        CityModel m = new CityModel(DemoSize.valueOf(a[0]), Long.parseLong(a[1]), (s, d, n) -> { if (d % (4096 * 16) == 0) System.out.printf("%s %d/%d %.1fs%n", s, d, n, (System.nanoTime() - t0) / 1e9); });
        System.out.println(m.patchCount() + " patches, gaps " + m.land.outlines.gaps() + " overlaps " + m.land.outlines.overlaps() + " crumbs " + m.land.outlines.crumbs() + " " + m.land.outlines.mendedSquareMetres());
        java.util.Map<String,Integer> n = new java.util.TreeMap<>(); java.util.Map<String,Double> ar = new java.util.TreeMap<>();
        for (Townland t : m.townlands) for (Patch p : t.patches()) for (String k : new String[]{p.kind+" urban "+(p.site.urban()>0), "zone "+p.zone, p.dlbm(), "hazard "+p.site.hazard(), "flood "+p.site.flood(), "slope "+p.slope(), "reserve "+p.site.reserve()}) { n.merge(k,1,Integer::sum); ar.merge(k,p.raw/1e6,Double::sum);}
        n.forEach((k,v)->System.out.printf("%s %d %.1f km2%n",k,v,ar.get(k)));
        System.gc();
        System.out.printf("%.1fs heap %d MB%n", (System.nanoTime() - t0) / 1e9, (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        DemoCity dc = a.length > 2 ? SyntheticCity.make(DemoSize.valueOf(a[0]), Long.parseLong(a[1]), Progress.SILENT) : null;
        if (dc != null) for (DemoLayer l : dc.layers()) { long t1 = System.nanoTime(); int[] c = new int[3]; double[] br = {0}; org.locationtech.jts.geom.Geometry[] bad = {null};
          l.features().forEach(f -> { c[0]++; c[1] += f.geometry().getNumPoints(); if (f.values().size() != l.schema().fields().size()) c[2]++; var op = new org.locationtech.jts.operation.valid.IsValidOp(f.geometry()); if (!op.isValid()) {bad[0] = f.geometry(); System.out.println(l.code()+" "+op.getValidationError());} for (var q : Unions.parts(f.geometry())) br[0] += Patch.area(q); });
          System.out.printf("%s %d features %d vertices %.3f km2 badrows %d %.1fs coverage %s%n", l.code(), c[0], c[1], br[0]/1e6, c[2], (System.nanoTime()-t1)/1e9, l.coverage().getGeometryType()+l.coverage().getNumGeometries()); }
        Picture.draw(m, 0, 0, 90000, "target/core", 9000, 7000);
    }
}
