package org.cuntu.business.planning.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.business.planning.BoundaryStakes.Picture;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.UploadName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Keeps pictures of stakes: their kind is told by their bytes, never by name or header. */
@Component
class StakePictures {
    private static final int MOST_MEGABYTES = 20;

    private final Files files;

    StakePictures(Files files) {
        this.files = files;
    }

    List<Picture> keep(@Nullable List<MultipartFile> given) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        if (given == null) return pictures;
        for (MultipartFile file : given) if (!file.isEmpty()) pictures.add(keep(file));
        return pictures;
    }

    private Picture keep(MultipartFile file) throws IOException {
        String name = UploadName.of(file);
        byte[] bytes = file.getSize() > ((long) MOST_MEGABYTES << 20) ? new byte[0] : file.getBytes();
        String media = PictureFile.media(bytes);
        if (media == null) throw LineCandidates.refused("planning.not-a-picture", "name", name, "most", MOST_MEGABYTES);
        FileRef kept = files.keep(new ByteArrayInputStream(bytes), name, media);
        PictureFile.Place place = PictureFile.place(bytes).orElse(null);
        return new Picture(
                kept.sha256(), name, media, place == null ? null : place.lon(), place == null ? null : place.lat());
    }
}
