package org.cuntu.engine.overlay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Cases in the XML form of the test runners of JTS and GEOS: {@code <case>} with shapes {@code <a>} and {@code <b>} as WKT or WKB. */
final class CorpusFile {
    private static final String HEX = "[0-9A-Fa-f\\s]+";

    /** Where a case's plane is put on the globe: its longer side 0.02°, some two kilometres, in Liuzhou. */
    enum Placing {
        /** Corners are any doubles. */
        FREE,
        /** Corners are whole nanodegrees, as what is drawn in the product. */
        ON_GRID
    }

    /** Shapes that belong together, as they stand in the file. */
    record Case(String name, List<Geometry> shapes) {
        /** In degrees. Coordinates that were equal stay so. */
        List<Geometry> placed(Placing placing) {
            Envelope all = new Envelope();
            for (Geometry shape : shapes)
                for (Coordinate c : shape.getCoordinates()) if (isNumber(c)) all.expandToInclude(c);
            double wide = Math.max(all.getWidth(), all.getHeight());
            double scale = wide > 0 && Double.isFinite(1 / wide) ? 0.02 / wide : 1;
            return shapes.stream()
                    .map(shape -> placed(shape, all, scale, placing))
                    .toList();
        }

        private static boolean isNumber(Coordinate c) {
            return Double.isFinite(c.x) && Double.isFinite(c.y);
        }

        private static Geometry placed(Geometry shape, Envelope all, double scale, Placing placing) {
            Geometry placed = shape.copy();
            placed.apply((CoordinateFilter) c -> {
                c.x = degree(109.4 + (c.x - all.getMinX()) * scale, placing);
                c.y = degree(24.3 + (c.y - all.getMinY()) * scale, placing);
            });
            placed.geometryChanged();
            return placed;
        }

        private static double degree(double degree, Placing placing) {
            return placing == Placing.FREE ? degree : Math.rint(degree * 1e9) / 1e9;
        }
    }

    private CorpusFile() {}

    /** @return cases with shapes; a shape that is no WKT or WKB is left out */
    static List<Case> read(Path file) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
            xml.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            xml.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList all = xml.newDocumentBuilder().parse(in).getElementsByTagName("case");
            for (int i = 0; i < all.getLength(); i++) {
                List<Geometry> shapes = shapes((Element) all.item(i));
                if (!shapes.isEmpty()) cases.add(new Case(file.getFileName() + " case " + (i + 1), shapes));
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return cases;
    }

    private static List<Geometry> shapes(Element of) {
        List<Geometry> shapes = new ArrayList<>();
        for (Node child = of.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!(child instanceof Element element) || !element.getTagName().matches("[abAB]")) continue;
            String text = element.getTextContent().strip();
            try {
                shapes.add(
                        text.matches(HEX)
                                ? new WKBReader().read(WKBReader.hexToBytes(text.replaceAll("\\s", "")))
                                : new WKTReader().read(text));
            } catch (ParseException | IllegalArgumentException noShape) {
                // what cannot be told is for the readers' tests
            }
        }
        return shapes;
    }
}
