/**
 * The folder that the reference code writes for a run, {@code records.jsonl}, {@code metrics.json}
 * and {@code manifest.json}, written from our items and read back; docs/reference-layout.md says
 * what each field is. Nothing here knows the database.
 */
package org.primum.gateway.reference;
