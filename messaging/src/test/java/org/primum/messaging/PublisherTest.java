package org.primum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.primum.messaging.FakeBroker.Published;
import org.primum.messaging.Publisher.Parcel;

class PublisherTest {

  private static final UUID ID = new UUID(0, 1);
  private static final List<Parcel> PARCELS = List.of(Parcel.json("prompt.v1", ID, "{\"ä\":1}"));

  private final FakeBroker broker = new FakeBroker();
  private final Publisher publisher = new Publisher(broker, new Topology());

  @Test
  void publishesSoThatNothingIsLost() throws IOException {
    publisher.publish(PARCELS);

    assertThat(broker.published).hasSize(1);
    Published message = broker.published.getFirst();
    assertThat(message.exchange()).isEqualTo("primum");
    assertThat(message.key()).isEqualTo("prompt.v1");
    assertThat(message.mandatory()).isTrue();
    assertThat(message.body()).isEqualTo("{\"ä\":1}");
    assertThat(message.properties().getDeliveryMode()).isEqualTo(2);
    assertThat(message.properties().getMessageId()).isEqualTo(ID.toString());
    assertThat(message.properties().getContentType()).isEqualTo("application/json");
  }

  @Test
  void declaresTheTopologyBeforeItsFirstMessage() throws IOException {
    publisher.connect();

    assertThat(broker.queues).containsKey("runner.prompts");
    assertThat(broker.published).isEmpty();
  }

  @Test
  void keepsItsConnection() throws IOException {
    publisher.publish(PARCELS);

    publisher.publish(PARCELS);

    assertThat(broker.connections).containsExactly("primum publisher");
    assertThat(broker.published).hasSize(2);
  }

  @Test
  void connectsAnewWhenTheConnectionBroke() throws IOException {
    publisher.publish(PARCELS);
    broker.dropConnections();

    publisher.publish(PARCELS);

    assertThat(broker.connections).hasSize(2);
    assertThat(broker.published).hasSize(2);
  }

  @Test
  void saysThatTheBrokerDidNotConfirm() {
    broker.confirms = false;

    assertThatIOException()
        .isThrownBy(() -> publisher.publish(PARCELS))
        .withMessage("the broker did not confirm");
  }

  @Test
  void saysThatNoQueueTookAMessage() {
    broker.routes = false;

    assertThatIOException()
        .isThrownBy(() -> publisher.publish(PARCELS))
        .withMessage("no queue took the message with key prompt.v1");
  }

  @Test
  void connectsAnewAfterAFailure() throws IOException {
    broker.routes = false;
    Throwable failure = catchThrowable(() -> publisher.publish(PARCELS));
    broker.routes = true;

    publisher.publish(PARCELS);

    assertThat(failure).isNotNull();
    assertThat(broker.connections).hasSize(2);
    assertThat(broker.published).hasSize(1);
  }

  @Test
  void saysThatTheBrokerDoesNotAnswer() {
    broker.slow = true;

    assertThatIOException()
        .isThrownBy(publisher::connect)
        .withMessage("the broker did not answer in time");
  }
}
