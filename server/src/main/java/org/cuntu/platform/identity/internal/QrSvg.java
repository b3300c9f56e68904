package org.cuntu.platform.identity.internal;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code as the path of an SVG of one unit a module, with a margin of four. */
final class QrSvg {
    private static final int MARGIN = 4;

    private QrSvg() {}

    /** {@code "size path"}: the side in units, a space, and the path's data. */
    static String of(String text) {
        try {
            ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            StringBuilder path = new StringBuilder();
            path.append(matrix.getWidth() + 2 * MARGIN).append(' ');
            for (int y = 0; y < matrix.getHeight(); y++)
                for (int x = 0; x < matrix.getWidth(); x++)
                    if (matrix.get(x, y) == 1)
                        path.append('M').append(x + MARGIN).append(' ').append(y + MARGIN).append("h1v1h-1z");
            return path.toString();
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
