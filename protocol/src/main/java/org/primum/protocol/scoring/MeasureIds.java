package org.primum.protocol.scoring;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DatabindContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;

/** Lets metrics name their measure in JSON, so that they are read back as what they were. */
final class MeasureIds extends TypeIdResolverBase {

  @Override
  public String idFromValue(Object value) {
    return ((SuiteMetrics) value).measure();
  }

  @Override
  public String idFromValueAndType(Object value, Class<?> type) {
    return idFromValue(value);
  }

  @Override
  public JavaType typeFromId(DatabindContext context, String id) {
    return context.constructType(Measures.of(id).metricsType());
  }

  @Override
  public JsonTypeInfo.Id getMechanism() {
    return JsonTypeInfo.Id.CUSTOM;
  }
}
