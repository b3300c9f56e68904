package org.cuntu.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.SiteAreas;
import org.junit.jupiter.api.Test;

class PlotTxtWriterTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void theHandbooksExampleComesOutInTheWritersOrder() {
        String text = new String(PlotTxtWriter.write(PlotTxtReaderTest.read(PlotTxtReaderTest.EXAMPLE)), GB18030);
        assertThat(text)
                .isEqualTo(PlotTxtReaderTest.EXAMPLE
                        .replace(
                                "J1,1,2689231.438,36642129.727\nJ2,1,2689331.438,36642149.727\nJ3,1,2689301.112,36642266.305\n"
                                        + "J4,1,2689211.905,36642240.118\nJ1,1,2689231.438,36642129.727\n",
                                "J1,1,2689331.438,36642149.727\nJ2,1,2689301.112,36642266.305\nJ3,1,2689211.905,36642240.118\n"
                                        + "J4,1,2689231.438,36642129.727\nJ1,1,2689331.438,36642149.727\n")
                        .replace("\n", "\r\n"));
    }

    @Test
    void whatItWroteReadsBackAndWritesTheSameBytes() {
        byte[] once = PlotTxtWriter.write(PlotTxtReaderTest.read(PlotTxtReaderTest.EXAMPLE));
        SiteFile back = SiteReader.read(once, "a.txt", null, InputLimits.SITE);
        assertThat(PlotTxtWriter.write(back)).isEqualTo(once);
        assertThat(back.warnings()).isEmpty();
    }

    @Test
    void fourDecimalsAndForeignFieldsAndSectionsSurvive() {
        String text = "[项目信息]\n项目名称=甲\n"
                + PlotTxtReaderTest.EXAMPLE
                        .replace("2689301.112", "2689301.1125")
                        .replace("工业用地,,@", "工业用地,0601,增,减@");
        byte[] once = PlotTxtWriter.write(PlotTxtReaderTest.read(text));
        assertThat(new String(once, GB18030)).contains("[项目信息]\r\n项目名称=甲\r\n", "2689301.1125", "工业用地,0601,增,减,@");
        assertThat(PlotTxtWriter.write(SiteReader.read(once, "a.txt", null, InputLimits.SITE)))
                .isEqualTo(once);
    }

    @Test
    void anUnprefixedSiteStaysUnprefixedAndNamesItsZone() {
        String text = PlotTxtReaderTest.EXAMPLE.replace(",366", ",6").replace("带号=36", "带号=");
        SiteFile site = SiteReader.read(text.getBytes(GB18030), "a.txt", Crs.zone(36, 3, true), InputLimits.SITE);
        byte[] once = PlotTxtWriter.write(site);
        assertThat(new String(once, GB18030)).contains("带号=36", ",642129.727");
        assertThat(PlotTxtWriter.write(SiteReader.read(once, "a.txt", null, InputLimits.SITE)))
                .isEqualTo(once);
    }

    @Test
    void aSiteInDegreesIsWrittenInItsZone() {
        SiteFile plane = PlotTxtReaderTest.read(PlotTxtReaderTest.EXAMPLE);
        SiteFile degrees = SiteReader.read(GeoJsonWriter.write(plane), "a.geojson", null, InputLimits.SITE);
        SiteFile back = SiteReader.read(PlotTxtWriter.write(degrees), "a.txt", null, InputLimits.SITE);
        assertThat(back.crs()).isEqualTo(Crs.zone(36, 3, true));
        for (int i = 0; i < 2; i++) {
            assertThat(back.plots()
                            .get(i)
                            .shape()
                            .geometry()
                            .equalsTopo(plane.plots().get(i).shape().geometry()))
                    .isTrue();
            assertThat(SiteAreas.legalArea(back.plots().get(i)).value().squareMetres())
                    .isCloseTo(SiteAreas.legalArea(plane.plots().get(i)).value().squareMetres(), within(1e-9));
        }
    }
}
