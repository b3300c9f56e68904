package org.cuntu.platform.backup.internal;

class BackupsOnH2Test extends BackupsContract {
    @Override
    String[] database() {
        return new String[0];
    }
}
