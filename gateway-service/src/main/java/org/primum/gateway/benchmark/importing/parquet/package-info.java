/**
 * Reads flat Parquet files, strictly and within bounds. The libraries there are decompress in
 * native code that a damaged page can make write past its buffer, which would end the whole
 * service, so this is plain Java: what a benchmark file needs of the format, and nothing else.
 */
package org.primum.gateway.benchmark.importing.parquet;
