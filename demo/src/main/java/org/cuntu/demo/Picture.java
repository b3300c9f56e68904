package org.cuntu.demo;
import java.awt.*;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.File;
import javax.imageio.ImageIO;
import org.locationtech.jts.geom.*;
class Picture {
    static void draw(CityModel m, double cx, double cy, double r, String name, double a, double b) throws Exception {
        one(m, Frame.x(109.42), Frame.y(24.33), 9000, name + "-core.png", true);
        one(m, Frame.x(109.53), Frame.y(24.36), 2500, name + "-near.png", true);
        one(m, Frame.x(109.3), Frame.y(24.6), 30000, name + "-mid.png", false);
        one(m, Frame.x(109.38), Frame.y(24.98), 121000, name + "-all.png", false);
    }
    static void one(CityModel m, double cx, double cy, double r, String file, boolean lines) throws Exception {
        int W = 1100;
        double s = W / (2 * r);
        BufferedImage im = new BufferedImage(W, W, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = im.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.WHITE); g.fillRect(0, 0, W, W);
        for (int pass = 0; pass < 2; pass++)
        for (Townland t : m.townlands) for (Patch p : t.patches()) {
            Envelope e = p.polygon.getEnvelopeInternal();
            if (Frame.x(e.getMaxX()) < cx - r || Frame.x(e.getMinX()) > cx + r || Frame.y(e.getMaxY()) < cy - r || Frame.y(e.getMinY()) > cy + r) continue;
            Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            ring(path, p.polygon.getExteriorRing(), cx, cy, s, W);
            for (int i = 0; i < p.polygon.getNumInteriorRing(); i++) ring(path, p.polygon.getInteriorRingN(i), cx, cy, s, W);
            if (pass == 0) { g.setColor(colour(p.dlbm())); g.fill(path); if (lines) { g.setColor(new Color(255,255,255,150)); g.setStroke(new BasicStroke(0.8f)); g.draw(path);} else g.draw(path); }
            else if (p.zone == 100) { g.setColor(new Color(220, 30, 30, 45)); g.fill(path); }
            else if (p.zone == 300) { g.setColor(new Color(0, 130, 30, 55)); g.fill(path); }
            else if (lines && (p.zone == 410 )) { g.setColor(new Color(30, 60, 200, 25)); g.fill(path); }
        }
        ImageIO.write(im, "png", new File(file));
    }
    static void ring(Path2D path, LineString l, double cx, double cy, double s, int W) {
        for (int i = 0; i < l.getNumPoints(); i++) {
            Coordinate c = l.getCoordinateN(i);
            double x = W / 2 + (Frame.x(c.x) - cx) * s, y = W / 2 - (Frame.y(c.y) - cy) * s;
            if (i == 0) path.moveTo(x, y); else path.lineTo(x, y);
        }
        path.closePath();
    }
    static Color colour(String d) {
        return new Color(switch (d.substring(0, 2)) {
            case "01" -> d.equals("0101") ? 0xE4F0A8 : 0xFBF2C0;
            case "02" -> 0xF5D294;
            case "03" -> d.equals("0302") ? 0x8FCB8A : d.equals("0305") ? 0xC0DFA8 : 0xAFD6A2;
            case "04" -> 0xD3E3B6;
            case "05" -> d.equals("05H1") ? 0xF28C8C : 0xD8A8A8;
            case "06" -> 0xCDA99A;
            case "07" -> d.equals("0702") ? 0xF4B8B8 : 0xF8C8BE;
            case "08" -> d.equals("0810") ? 0x9CD88C : 0xEEB4D4;
            case "10" -> d.equals("1004") ? 0xE0E0E0 : 0xA8A8A8;
            case "11" -> 0xA8DAF5;
            default -> d.equals("1207") ? 0xC8C4BC : 0xDDD0B8;
        });
    }
}
