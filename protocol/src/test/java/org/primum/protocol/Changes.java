package org.primum.protocol;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Every record that differs from a given one in a single component, however deep it lies. A
 * component that is added to a record later is changed like the others.
 */
public final class Changes {

  private Changes() {}

  /**
   * The changed records by the path of what was changed, for example {@code judges.0.endpoint.id}.
   *
   * @param original every component of which has a value, so that there is something to change
   */
  public static <R extends Record> Map<String, R> of(R original) {
    Map<String, R> changes = new LinkedHashMap<>();
    RecordComponent[] components = original.getClass().getRecordComponents();
    for (int index = 0; index < components.length; index++) {
      int place = index;
      Object value = value(original, components[index]);
      others(value)
          .forEach(
              (path, candidates) ->
                  changes.put(
                      components[place].getName() + path,
                      firstValid(original, components, place, candidates)));
    }
    return changes;
  }

  /** Other values by what was changed inside; the first one that the record takes is used. */
  private static Map<String, List<Object>> others(Object value) {
    Map<String, List<Object>> others = new LinkedHashMap<>();
    switch (value) {
      case null -> throw new IllegalArgumentException("a component without a value");
      case Record inner -> of(inner).forEach((path, it) -> others.put("." + path, List.of(it)));
      case List<?> list -> {
        for (int index = 0; index < list.size(); index++) {
          int place = index;
          others(list.get(index))
              .forEach(
                  (path, candidates) ->
                      others.put("." + place + path, replaced(list, place, candidates)));
        }
      }
      case Map<?, ?> map -> others.put("", List.of(new TreeMap<>()));
      case Enum<?> constant ->
          others.put(
              "",
              Arrays.stream(constant.getDeclaringClass().getEnumConstants())
                  .filter(other -> other != constant)
                  .map(Object.class::cast)
                  .toList());
      case String text -> others.put("", Arrays.asList(text + " changed", null));
      case UUID id -> others.put("", List.of(new UUID(id.getMostSignificantBits(), 99)));
      case Integer number -> others.put("", List.of(number + 1));
      case Double number -> others.put("", List.of(number + 0.125, number - 0.125));
      case Boolean truth -> others.put("", List.of(!truth));
      default -> throw new IllegalArgumentException("say how to change a " + value.getClass());
    }
    return others;
  }

  private static Object value(Record original, RecordComponent component) {
    try {
      Object value = component.getAccessor().invoke(original);
      if (value == null) {
        throw new IllegalArgumentException("give " + component + " a value, so that it can change");
      }
      return value;
    } catch (ReflectiveOperationException hidden) {
      throw new IllegalStateException(hidden);
    }
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> R firstValid(
      R original, RecordComponent[] components, int place, List<Object> candidates) {
    Object[] values =
        Arrays.stream(components).map(component -> value(original, component)).toArray();
    for (Object candidate : candidates) {
      values[place] = candidate;
      try {
        return (R) constructor(original, components).newInstance(values);
      } catch (InvocationTargetException refused) {
        if (!(refused.getCause() instanceof IllegalArgumentException)) {
          throw new IllegalStateException(refused);
        }
      } catch (ReflectiveOperationException hidden) {
        throw new IllegalStateException(hidden);
      }
    }
    throw new IllegalArgumentException("no other value is allowed for " + components[place]);
  }

  private static Constructor<?> constructor(Record original, RecordComponent[] components)
      throws NoSuchMethodException {
    return original
        .getClass()
        .getDeclaredConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
  }

  /** The list with each of the candidates in that place. */
  private static List<Object> replaced(List<?> list, int place, List<Object> candidates) {
    List<Object> lists = new ArrayList<>();
    for (Object candidate : candidates) {
      if (candidate != null) {
        List<Object> changed = new ArrayList<>(list);
        changed.set(place, candidate);
        lists.add(changed);
      }
    }
    return lists;
  }
}
