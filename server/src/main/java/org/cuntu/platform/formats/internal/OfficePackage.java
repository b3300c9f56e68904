package org.cuntu.platform.formats.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;

/**
 * An Office Open XML file (ECMA-376), part by part as a stream: nothing is unpacked to the disk. What really comes out is counted,
 * whatever the archive says of itself; document types and outside entities are refused.
 */
final class OfficePackage {
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 256L << 20;
    private static final int RATIO = 200;
    /** Below this nothing can be harmed, whatever the ratio. */
    private static final long RATIO_FREE = 10L << 20;

    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private final String name;
    private long expanded;

    private OfficePackage(ZipFile zip, String name) {
        this.zip = zip;
        this.name = name;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    /** Reads a part. */
    interface Part {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    /** Reads the file. */
    interface Work {
        void on(OfficePackage parts) throws IOException;
    }

    static void open(Path file, String name, Work work) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) throw damaged(name);
            work.on(new OfficePackage(zip, name));
        } catch (ZipException | IllegalArgumentException e) {
            throw damaged(name);
        } catch (IOException e) {
            throw damaged(name);
        }
    }

    /** Whether a library may read it: it can be unpacked, and expands to no more than is allowed. */
    static void measure(Path file, String name) {
        open(file, name, parts -> {
            byte[] buffer = new byte[1 << 16];
            for (ZipEntry entry : Collections.list(parts.zip.entries()))
                try (InputStream in = parts.new Counted(parts.zip.getInputStream(entry), entry.getCompressedSize())) {
                    while (in.read(buffer) >= 0) {}
                }
        });
    }

    void read(String part, Part reading) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) throw damaged(name);
        try (InputStream in = new Counted(zip.getInputStream(entry), entry.getCompressedSize())) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            reading.read(xml);
            xml.close();
        } catch (XMLStreamException e) {
            throw damaged(name);
        }
    }

    static InputRefused damaged(String name) {
        return new InputRefused(Problem.refused("format.document-damaged", Problem.Place.file(name)));
    }

    InputRefused large() {
        return large(name);
    }

    static InputRefused large(String name) {
        return new InputRefused(
                Problem.refused("format.document-large", Problem.Place.file(name), "limit", MOST_BYTES >> 20));
    }

    private final class Counted extends FilterInputStream {
        private final long packed;
        private long own;

        private Counted(InputStream in, long packed) {
            super(in);
            this.packed = StrictMath.max(1, packed);
        }

        private int count(int n) {
            if (n <= 0) return n;
            expanded += n;
            own += n;
            if (expanded > MOST_BYTES || own > RATIO_FREE && own / packed >= RATIO) throw large(name);
            return n;
        }

        @Override
        public int read() throws IOException {
            int c = in.read();
            if (c >= 0) count(1);
            return c;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return count(in.read(bytes, from, length));
        }
    }
}
