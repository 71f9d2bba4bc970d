package org.primum.localstack.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.primum.localstack.bench.measure.ProcessList;
import org.primum.localstack.bench.measure.ProcessMemory;
import org.primum.localstack.bench.report.Figures;

/** What every process uses between two moments. */
final class Measurement {

  private static final double MEGABYTE = 1_000_000;
  private static final double MILLIS = 1_000;

  private final Map<String, Long> services;
  private final Map<String, Long> others;
  private final Map<String, Double> cpuBefore;
  private final Map<String, Long> messagesBefore;

  private Measurement(
      Map<String, Long> services,
      Map<String, Long> others,
      Map<String, Double> cpuBefore,
      Map<String, Long> messagesBefore) {
    this.services = services;
    this.others = others;
    this.cpuBefore = cpuBefore;
    this.messagesBefore = messagesBefore;
  }

  /** Begins now. */
  static Measurement begin(BenchStack stack, Ledger ledger) {
    Map<String, Long> services = stack.services();
    Map<String, Long> others = stack.others();
    services.values().forEach(ProcessMemory::forgetPeak);
    return new Measurement(services, others, cpu(services, others), ledger.messages());
  }

  private static Map<String, Double> cpu(Map<String, Long> services, Map<String, Long> others) {
    ProcessList running = ProcessList.now();
    Map<String, Double> cpu = new LinkedHashMap<>();
    services.forEach((name, pid) -> cpu.put(name, running.cpuSeconds(pid)));
    others.forEach((name, pid) -> cpu.put(name, running.cpuSeconds(pid)));
    // All the others are its descendants.
    cpu.put("bench", running.ownCpuSeconds(ProcessHandle.current().pid()));
    return cpu;
  }

  /**
   * Ends now.
   *
   * @param calls requests the endpoint has seen
   * @param items items that were to be evaluated
   */
  Figures end(Ledger ledger, long calls, long items) {
    Map<String, Double> cpu = cpu(services, others);
    cpu.replaceAll((name, seconds) -> (seconds - cpuBefore.get(name)) * MILLIS / calls);
    Figures figures = new Figures();
    double own = services.keySet().stream().mapToDouble(cpu::get).sum();
    figures.add(FigureNames.OWN_CPU, own);
    cpu.forEach((name, millis) -> figures.add("CPU ms a call: " + name, millis));
    Map<String, Long> messages = ledger.messages();
    long all = 0;
    for (Map.Entry<String, Long> sent : messages.entrySet()) {
      long fresh = sent.getValue() - messagesBefore.get(sent.getKey());
      all += fresh;
      figures.add("messages an item: " + sent.getKey(), (double) fresh / items);
    }
    figures.add("messages an item", (double) all / items);
    services.forEach(
        (name, pid) ->
            ProcessMemory.peak(pid)
                .ifPresent(bytes -> figures.add("peak memory MB: " + name, bytes / MEGABYTE)));
    return figures;
  }

  /** CPU of each process in milliseconds a second while nothing is asked of them. */
  static Map<String, Double> idle(BenchStack stack, Duration time) {
    Map<String, Long> services = stack.services();
    Map<String, Long> others = stack.others();
    Map<String, Double> before = cpu(services, others);
    Pause.of(time);
    Map<String, Double> after = cpu(services, others);
    after.replaceAll(
        (name, seconds) -> (seconds - before.get(name)) * MILLIS * MILLIS / time.toMillis());
    return after;
  }
}
