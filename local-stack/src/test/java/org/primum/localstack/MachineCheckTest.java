package org.primum.localstack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.primum.localstack.progress.StackFailure;

class MachineCheckTest {

  @Test
  void saysWhichPortIsTakenAndHowToChooseAnother() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();

      assertThatThrownBy(() -> MachineCheck.port(Part.GATEWAY, port))
          .isInstanceOf(StackFailure.class)
          .hasMessage(
              "Port %d (gateway) is taken by another program. Stop it, or choose another with PRIMUM_GATEWAY_PORT.",
              port);
    }
  }

  @Test
  void acceptsAFreePort() throws Exception {
    int port;
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = other.getLocalPort();
    }

    assertThatCode(() -> MachineCheck.port(Part.UI, port)).doesNotThrowAnyException();
  }
}
