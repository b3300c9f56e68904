package org.cuntu.core.cases.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The pages of a PDF among a case's materials as pictures, so that no document is run in the officer's browser (ADR 0051). Two are drawn
 * at a time; what cannot be drawn is not found, and the page offers to save the file instead.
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/cases/{id}/materials/{material}/pages")
class MaterialPageController {
    private static final long MOST_BYTES = 50L << 20;
    private static final float WIDTH_PIXELS = 1400;
    private static final float MOST_PIXELS = 12_000_000;
    private static final float SHARPEST = 2.5f;

    private final CaseReading reading;
    private final CaseMaterials materials;
    private final Files files;
    private final Semaphore drawing = new Semaphore(2, true);

    MaterialPageController(CaseReading reading, CaseMaterials materials, Files files) {
        this.reading = reading;
        this.materials = materials;
        this.files = files;
    }

    private record Picture(byte[] png, int pages) {}

    /** @param page from 1; the header X-Pages says how many there are */
    @GetMapping("/{page}")
    @Requires(CasePersons.READ)
    ResponseEntity<byte[]> page(@PathVariable String id, @PathVariable String material, @PathVariable int page) {
        CaseRow row = reading.seen(uuid(id));
        MaterialTable.Row kept = materials.holding(row).get(material);
        if (kept == null || kept.sha256() == null || !isPdf(kept.fileName())) throw none(material, page);
        Long size = kept.size();
        if (size != null && size > MOST_BYTES) throw none(material, page);
        Picture picture = picture(kept.sha256(), material, page);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_PNG)
                .header("X-Pages", String.valueOf(picture.pages()))
                .body(picture.png());
    }

    private static boolean isPdf(@Nullable String name) {
        return name != null && name.toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    private Picture picture(String sha256, String material, int page) {
        drawing.acquireUninterruptibly();
        try {
            return draw(files.checked(sha256), page);
        } catch (IOException | RuntimeException e) {
            // a damaged, locked or endless document: whoever reads it saves it and opens it
            throw none(material, page);
        } finally {
            drawing.release();
        }
    }

    private static Picture draw(Path file, int page) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            if (page < 1 || page > pages) throw new IOException("no such page");
            PDRectangle box = document.getPage(page - 1).getCropBox();
            float across = StrictMath.max(1, box.getWidth());
            float down = StrictMath.max(1, box.getHeight());
            float scale = StrictMath.min(SHARPEST, WIDTH_PIXELS / across);
            if (scale * across * scale * down > MOST_PIXELS)
                scale = (float) StrictMath.sqrt(MOST_PIXELS / ((double) across * down));
            BufferedImage image = new PDFRenderer(document).renderImage(page - 1, scale, ImageType.RGB);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return new Picture(out.toByteArray(), pages);
        }
    }

    private static ProblemAnswer none(String material, int page) {
        return ProblemAnswer.notFound("cases.no-page", "material", material, "page", page);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw CaseReading.unknown(id);
        }
    }
}
