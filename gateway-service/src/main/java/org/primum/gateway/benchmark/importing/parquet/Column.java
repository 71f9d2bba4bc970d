package org.primum.gateway.benchmark.importing.parquet;

/**
 * A column of a flat table.
 *
 * @param name in the schema
 * @param type of its values
 * @param optional whether values may be missing
 * @param position among all columns
 */
record Column(String name, ValueType type, boolean optional, int position) {}
