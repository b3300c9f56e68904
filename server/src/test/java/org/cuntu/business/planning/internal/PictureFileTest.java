package org.cuntu.business.planning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Pictures are told by their bytes; the EXIF here is written by hand after TIFF 6.0 and EXIF 2.3. */
class PictureFileTest {
    @Test
    void aPictureIsToldByItsBytes() {
        assertThat(PictureFile.media(jpeg(ByteOrder.BIG_ENDIAN, 'N'))).isEqualTo("image/jpeg");
        assertThat(PictureFile.media("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                .isNull();
    }

    @Test
    void itsPlaceIsReadInEitherByteOrder() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN})
            assertThat(PictureFile.place(jpeg(order, 'N')))
                    .contains(new PictureFile.Place(109 + 24 / 60.0, 24 + 18 / 60.0));
    }

    @Test
    void southIsNegative() {
        assertThat(PictureFile.place(jpeg(ByteOrder.BIG_ENDIAN, 'S'))
                        .orElseThrow()
                        .lat())
                .isNegative();
    }

    @Test
    void aTornExifSaysNothing() {
        byte[] whole = jpeg(ByteOrder.BIG_ENDIAN, 'N');

        for (int length = 3; length < whole.length; length++)
            assertThat(PictureFile.place(java.util.Arrays.copyOf(whole, length)))
                    .isEmpty();
    }

    /** 109°24′E 24°18′. */
    private static byte[] jpeg(ByteOrder order, char side) {
        ByteBuffer tiff = ByteBuffer.allocate(140).order(order);
        byte mark = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
        tiff.put(mark).put(mark).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1);
        entry(tiff, 0x8825, 4, 1).putInt(26);
        tiff.putInt(0);
        tiff.position(26);
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2).put((byte) side).put(new byte[3]);
        entry(tiff, 2, 5, 3).putInt(84);
        entry(tiff, 3, 2, 2).put((byte) 'E').put(new byte[3]);
        entry(tiff, 4, 5, 3).putInt(108);
        tiff.position(84);
        for (int value : new int[] {24, 18, 0, 109, 24, 0}) tiff.putInt(value).putInt(1);
        ByteBuffer all = ByteBuffer.allocate(2 + 4 + 6 + 140);
        all.putShort((short) 0xffd8).putShort((short) 0xffe1).putShort((short) (2 + 6 + 140));
        all.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
        return all.array();
    }

    private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
        return tiff.putShort((short) tag).putShort((short) type).putInt(count);
    }
}
