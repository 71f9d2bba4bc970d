package org.primum.gateway.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Prices as somebody configured them. */
record WrittenPrices(String day, String money, List<Line> lines) implements PriceConfiguration {

  @Override
  public Optional<LocalDate> date() {
    return Optional.ofNullable(day).map(LocalDate::parse);
  }

  @Override
  public Optional<String> currency() {
    return Optional.ofNullable(money);
  }

  @Override
  public Optional<List<Entry>> models() {
    return Optional.of(List.copyOf(lines));
  }

  /** The price of some models. */
  record Line(String by, String name, String sent, String back) implements Entry {

    @Override
    public Optional<String> provider() {
      return Optional.ofNullable(by);
    }

    @Override
    public String modelName() {
      return name;
    }

    @Override
    public BigDecimal input() {
      return new BigDecimal(sent);
    }

    @Override
    public BigDecimal output() {
      return new BigDecimal(back);
    }
  }
}
