package org.primum.gateway.dispatch;

/**
 * What is handed out at once.
 *
 * @param places places at the endpoints that it takes
 * @param items most items; those of one place are worked on one after another
 * @param scarce whether no further place is free, so that others may wait for these
 */
record Share(int places, int items, boolean scarce) {}
