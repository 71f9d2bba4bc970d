package org.primum.localstack.simulated;

/** Something that answers a conversation. */
interface SimulatedModel {

  /** The model name clients ask for. */
  String id();

  /** The answer, never blank. */
  String answer(Conversation conversation);
}
