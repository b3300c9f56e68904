package org.cuntu;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one application: every module of every floor (see ARCHITECTURE.md). Started by the verbs of {@code org.cuntu.cli}. */
@SpringBootApplication
public class CuntuApplication {
    public static void main(String[] args) {
        throw new UnsupportedOperationException();
    }
}
