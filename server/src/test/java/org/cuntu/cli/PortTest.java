package org.cuntu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortTest {
    @Test
    void aStatedPortThatIsTakenIsRefused() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Port.choose(taken.getLocalPort()))
                    .isInstanceOfSatisfying(
                            Stopped.class, stopped -> assertThat(stopped.exit()).isEqualTo(Exit.BUSY));
        }
    }

    @Test
    void portZeroIsAnyFreeOne() {
        assertThat(Port.choose(0).number()).isPositive();
    }

    @Test
    void aPortThatNoMachineHasIsWrongUsage() {
        assertThatThrownBy(() -> Port.choose(70000))
                .isInstanceOfSatisfying(
                        Stopped.class, stopped -> assertThat(stopped.exit()).isEqualTo(Exit.WRONG_USAGE));
    }
}
