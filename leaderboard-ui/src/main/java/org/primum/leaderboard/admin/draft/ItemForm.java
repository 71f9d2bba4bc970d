package org.primum.leaderboard.admin.draft;

import org.jboss.resteasy.reactive.RestForm;
import org.primum.leaderboard.admin.Entered;
import org.primum.leaderboard.gateway.ItemContent;
import org.primum.protocol.Item;

/** What an administrator entered about one item. */
public class ItemForm {

  @RestForm String suite;
  @RestForm String id;
  @RestForm String category;
  @RestForm String split;
  @RestForm String prompt;
  @RestForm String document;
  @RestForm String instruction;

  @RestForm("private")
  boolean privatePart;

  static ItemForm empty(String suite) {
    ItemForm form = new ItemForm();
    form.suite = suite;
    return form;
  }

  static ItemForm of(Item item) {
    ItemForm form = empty(item.suite());
    form.id = item.id();
    form.category = item.category();
    form.split = item.split();
    form.prompt = item.prompt();
    form.document = item.document();
    form.instruction = item.instruction();
    form.privatePart = item.hidden();
    return form;
  }

  public String suite() {
    return suite;
  }

  public String id() {
    return id;
  }

  public String category() {
    return category;
  }

  public String split() {
    return split;
  }

  public String prompt() {
    return prompt;
  }

  public String document() {
    return document;
  }

  public String instruction() {
    return instruction;
  }

  public boolean privatePart() {
    return privatePart;
  }

  /**
   * As the gateway takes it.
   *
   * @param before the item as it is so far, or null
   */
  ItemContent content(Item before) {
    return new ItemContent(
        Entered.blank(category) ? null : category.strip(),
        Entered.blank(split) ? null : split.strip(),
        Entered.text(prompt, before == null ? null : before.prompt()),
        Entered.text(document, before == null ? null : before.document()),
        Entered.text(instruction, before == null ? null : before.instruction()),
        privatePart ? Item.PRIVATE : null);
  }
}
