package org.primum.leaderboard.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every page with pictures keeps to, whatever it shows. */
public final class PageRules {

  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
  private static final Pattern NAMED_BY =
      Pattern.compile(" aria-(?:labelledby|describedby)=\"([^\"]*)\"");
  private static final Pattern INLINE = Pattern.compile("<[^>]* (?:style|on[a-z]+)=");

  private PageRules() {}

  /**
   * Ids are single, what is named by another has its name, nothing is inline, tables stand behind.
   */
  public static void hold(String page) {
    List<String> ids = all(ID, page);
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(all(NAMED_BY, page)).allSatisfy(names -> assertThat(ids).contains(names.split(" ")));
    assertThat(INLINE.matcher(page).find()).isFalse();
    assertThat(page).doesNotContain("<script>", "NaN", "Infinity", "NOT_FOUND");
    for (String figure : page.split("<figure ", -1)) {
      String picture = figure.split("</figure>", 2)[0];
      if (picture.startsWith("class=\"picture")) {
        assertThat(picture).contains("<table", "<figcaption>");
        assertThat(picture.contains("role=\"img\"") || picture.contains("class=\"heat\"")).isTrue();
      }
    }
  }

  private static List<String> all(Pattern pattern, String page) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(page);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
