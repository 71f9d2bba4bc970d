/**
 * Checks of a version's items before it is published: {@link
 * org.primum.protocol.validation.Validation} is the way in.
 */
package org.primum.protocol.validation;
