package org.primum.system.faults;

import java.time.Instant;

/**
 * One request that an endpoint got.
 *
 * @param run whose it was: the name of the model under test
 * @param judge whether the judge was asked, and not the model
 * @param item about what
 * @param number counts the requests of the run to the same, from 1
 * @param begun when it was read
 */
record Call(String run, boolean judge, KnownItem item, int number, Instant begun) {}
