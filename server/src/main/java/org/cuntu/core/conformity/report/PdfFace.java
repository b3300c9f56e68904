package org.cuntu.core.conformity.report;

/** The faces of the paper: 黑体 for text and tables, 宋体 for titles. */
public enum PdfFace {
    TEXT("NotoSansSC_400Regular.ttf"),
    BOLD("NotoSansSC_700Bold.ttf"),
    TITLE("NotoSerifSC_700Bold.ttf");

    final String file;

    PdfFace(String file) {
        this.file = file;
    }
}
