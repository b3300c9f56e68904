package org.cuntu.platform.http;

import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;

/** The name of an uploaded file as its owner knows it: without the folders that some browsers send, and not endless. */
public final class UploadName {
    private static final int LONGEST = 200;

    private UploadName() {}

    /** {@code file} when the upload has none. */
    public static String of(MultipartFile upload) {
        String given = Objects.requireNonNullElse(upload.getOriginalFilename(), "");
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        return last.isBlank() ? "file" : last.substring(0, Math.min(last.length(), LONGEST));
    }
}
