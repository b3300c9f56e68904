package org.cuntu.platform.home.internal;

/** What the operator is told of an unknown setting. */
public final class UnknownSettingText {
    private UnknownSettingText() {}

    public static String of(Throwable stopped) {
        return new UnknownSetting().analyze(stopped).getDescription();
    }
}
