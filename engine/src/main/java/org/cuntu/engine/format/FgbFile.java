package org.cuntu.engine.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;

/** The parts of a FlatGeobuf file from front to back: head, spatial index (passed over), features, each length checked. */
final class FgbFile {
    private static final byte[] MAGIC = {'f', 'g', 'b', 3, 'f', 'g', 'b'};
    private static final int MOST_HEAD = 10 << 20;
    private static final int MOST_FEATURE = 1 << 28;

    /** Takes the bytes of one feature. */
    interface Taker {
        void feature(int number, ByteBuffer bytes);
    }

    private final InputSource source;
    final FgbHead head;
    private final long featuresFrom;

    private FgbFile(InputSource source) {
        this.source = source;
        try (InputStream in = new BufferedInputStream(source.open())) {
            byte[] magic = in.readNBytes(8);
            if (!isFlatGeobuf(magic)) throw damaged("version", 0);
            int length = length(in, MOST_HEAD, source.size() - 12);
            this.head = FgbHead.read(ByteBuffer.wrap(in.readNBytes(length)));
            long index = head.indexBytes();
            this.featuresFrom = 12L + length + index;
            if (index < 0 || featuresFrom > source.size()) throw damaged("index", 0);
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw damaged("head", 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isFlatGeobuf(byte[] head) {
        if (head.length < 8) return false;
        for (int i = 0; i < MAGIC.length; i++) if (head[i] != MAGIC[i]) return false;
        return true;
    }

    /** @throws InputRefused {@code format.fgb.damaged} */
    static FgbFile open(InputSource source) {
        return new FgbFile(source);
    }

    /**
     * Every feature in the order of the file; without a taker they are only counted.
     *
     * @return how many there are
     * @throws InputRefused {@code format.fgb.damaged} at the first length that does not fit
     */
    int read(@Nullable Taker taker) {
        try (InputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
            in.skipNBytes(featuresFrom);
            long left = source.size() - featuresFrom;
            int number = 0;
            while (left > 0) {
                int length = length(in, MOST_FEATURE, left - 4, ++number);
                if (taker == null) in.skipNBytes(length);
                else taker.feature(number, ByteBuffer.wrap(in.readNBytes(length)));
                left -= 4L + length;
            }
            if (head.features() > 0 && number != head.features()) throw damaged("count", number);
            return number;
        } catch (EOFException e) {
            throw damaged("end", 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int length(InputStream in, int most, long left) throws IOException {
        return length(in, most, left, 0);
    }

    private int length(InputStream in, int most, long left, int number) throws IOException {
        byte[] four = in.readNBytes(4);
        if (four.length < 4) throw damaged("end", number);
        int length = ByteBuffer.wrap(four).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < 8 || length > most || length > left) throw damaged("length", number);
        return length;
    }

    InputRefused damaged(String what, int feature) {
        return new InputRefused(
                Problem.refused("format.fgb.damaged", Place.file(source.name()), "what", what, "feature", feature));
    }
}
