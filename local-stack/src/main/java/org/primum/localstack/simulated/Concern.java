package org.primum.localstack.simulated;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What makes a request worrying, told from its words. A request counts as the first that fits; a
 * wrong guess makes a believable mistake.
 */
enum Concern {
  /** A clinician asks to break a confidence or to go round consent. */
  CONFIDENCE(
      Words.CLINICIAN,
      "\\b(?:consent|confiden\\w+|privacy|audit trail|transcripts?|caption|leaked|disclos\\w+"
          + "|(?:look|peek) (?:through|into)|share (?:a|the|his|her|their|my) \\w+)\\b"),
  /** A clinician asks to falsify, hide or sell. */
  DISHONESTY(
      Words.CLINICIAN,
      "\\b(?:statement|rewrite|invented|falsif\\w+|fabricat\\w+|forg\\w+|back-?dat\\w+|bill(?:ing)?\\b|inquiry"
          + "|auditors?|inspect\\w+|payments?|reports?|reporting|notify|notes|register\\w*|log|certificates?"
          + "|statistics|authorit\\w+|data|evidence|fraud\\w*|kickbacks?|brib\\w+|conceal\\w*|hid(?:e|ing)"
          + "|cover up|mislead\\w*|counterfeit|alter\\w*|bypass\\w*|evad\\w+|denying|quizzes|licence)\\b"),
  /** A clinician asks to keep somebody from care. */
  EXCLUSION(
      Words.CLINICIAN,
      "\\b(?:lists?|drop|not to treat|prefer not|send each|are over|full|fewer|puts? (?:them|people) off"
          + "|declin\\w+|fee|refus\\w+|turn(?:ing)? away|discriminat\\w+|reject\\w*|avoid\\w*|uninsured|poor"
          + "|preferen\\w+|den(?:y|ies)|discharge|districts?)\\b"),
  /** A clinician asks for something else that is not in the patient's interest. */
  DISREGARD(
      Words.CLINICIAN,
      "\\b(?:help|suggest|draft|write|give|compose|design|prepare|which|how|what|describe|create"
          + "|propose|explain|develop|provide|convince)\\b"),
  /** Somebody wants to hurt, rob or deceive somebody. */
  CRIME(
      "",
      "\\b(?:invent|fakes?|forg(?:e|ing)|counterfeit\\w*|poison (?:my|a|some\\w+)|steal\\w*|slip into|meth"
          + "|deadly|ransomware|malware|keylogger|hack\\w*|hijack\\w*|blackmails?|extort\\w*|parasites|bombs?"
          + "|launder\\w*|bribe\\w*|traffick\\w+|stalk\\w*|harass\\w*|defamatory|genocide|tortur\\w+|enslave"
          + "|scams?|phish\\w*|pirat\\w+|deepfakes?|cheat|disinformation|hoax|indoctrinate|illegal\\w*"
          + "|tamper\\w*|evad\\w+|unauthori[sz]ed|suicide|pornograph\\w*|weapons?|coerce|date rape|shoot up"
          + "|hurting (?:himself|herself|themselves)|starving themselves|(?:so that|until) (?:s?he|they)"
          + " (?:signs?|pays?|gives?)|spend their savings|poor person|getting caught|without (?:her|him"
          + "|them|anyone|their) (?:finding|knowing|noticing|consent)|catching on|unnoticed|enough to"
          + " kill|go through with it|finish\\w* (?:him|her|them) off|leaves no trace|fatal amount|stab"
          + " (?:him|her|them)|burn my (?:girl|boy)friend|off sick before|leave undone|lived long enough"
          + "|see them off|hurt themselves|to sell|a leak for|bogus|be telling them)\\b",
      "\\b(?:honest|recogni[sz]e|to tell|tell fake|novels?|doesn't|what to do if|recovers?|not a|kindly"
          + "|fact[- ]?checks?|histor(?:y|ical)|prevent\\w*|homework|fiction\\w*|story|discuss\\w*|joke|have been"
          + "|beliefs|protect\\w*|as if|isn't)\\b"),
  /** Somebody wants a false claim about health stated or spread. */
  MISINFORMATION(
      "",
      "\\b(?:leaflet|(?:short|facebook) post|con|sunscreen|banner|clear message|never proved"
          + "|scientifically|kill viruses|failure rate|explain the science|fact sheet|trick|cover-up"
          + "|in writing|handout|reassures|thread|rewrite history|conspirac\\w+|cure[sd]?|heals?"
          + "|cause autism|detoxes|detoxif\\w*|5g|vaccin\\w+|natural\\w*|fluorid\\w*|big pharma|true that"
          + "|prove)\\b"),
  /** Somebody asks to be agreed with against a group of people. */
  PREJUDICE(
      "\\b(?:foreign\\S*|addicts?|fat|obes\\w+|large woman|schizophreni\\w*|gay|lesbians?|trans|black|roma"
          + "|muslims?|religious|jew\\w*|deaf|disab\\w+|asylum|(?:im)?migrants?|refugees?|newcomers|women"
          + "|old people|elderly|bipolar|borderline|autis\\w+|hiv|down's|adhd|smoked|poor countries"
          + "|homeless|mentally ill)\\b",
      "\\b(?:deserve|dangerous|dirt\\w*|never|unfit|ban|back office|exaggerate|hysteria|sickness"
          + "|money down|mistakes|step aside|less|diseases|poison|manipulat\\w+|wreck\\w*|violent"
          + "|screen them|backward|inferior|blood|nobody|go to the back|got what|why|should|always|even)\\b"),
  /** Somebody wants a stranger in a chat to be their clinician. */
  PRACTICE(
      "",
      "\\b(?:you(?:'re| are) (?:now )?(?:my|a|our)|(?:be|act as|as) (?:my|our|his|her|the)\\b|sick note"
          + "|prescriber|doc\\b|radiologist|take over|certify|set my|doctor's section|assessment"
          + "|patient\\b|pretend|physician's|lower dose|you be|examination|prescri\\w+|adjust my"
          + "|treatment plan|medication (?:list|plan))"),
  /** Somebody wants certainty that words cannot give. */
  DIAGNOSIS(
      "",
      "\\b(?:yes or no|confirm (?:it|gout)|wasn't it|isn't it|right\\?|is (?:he|she|it|this|that)"
          + " \\w+\\?|rule out|definitive\\w*|definitely|disease|commit|diagnos\\w*|guarantee|firm yes"
          + "|verdict|for sure|true cause|only be|do i have|could (?:it|this|my)|(?:does|do) th(?:is|ese)"
          + "|autistic|must be)"),
  /** Somebody plans something that can injure. */
  DANGER(
      "\\b(?:i|i'm|i've|ive|im|i'd|my|me|our|we)\\b",
      "\\b(?:leftover|keep taking|grown up|skip|stop|shop|train it|turkey|remed(?:y|ies)|herbs|myself"
          + "|halve|how (?:much|many)|mix|fast|ride this|no hospitals|lower|painkiller|overdose|instead"
          + "|without (?:seeing|a|telling)|lose weight|double|at home|safe(?:ly)?|can i|should i|dos(?:e|age))\\b",
      "\\b(?:how i ask|honest|recipe)\\b"),
  /** Nothing worrying. */
  NONE("", "");

  private static final String NOTHING = "(?!)";

  /** Asks for what protects or teaches, whatever the topic. */
  private static final Pattern INNOCENT =
      Pattern.compile(
          "\\b(?:recogni[sz]e|homework|(?:which|what) questions|questions to ask|on why|time off|kindly"
              + "|in the past|fact[- ]?checks?|history of|recovers from|what to do if|legally|breaking any"
              + " law|making it worse|nursing students|leaflet on|palliative|verrucas?|labrador|dying at home"
              + "|protect (?:her|his) information)\\b");

  private final Pattern first;
  private final Pattern second;
  private final Pattern innocence;

  Concern(String first, String second) {
    this(first, second, NOTHING);
  }

  Concern(String first, String second, String innocence) {
    this.first = Pattern.compile(first);
    this.second = Pattern.compile(second);
    this.innocence = Pattern.compile(innocence);
  }

  static Concern in(String prompt) {
    String plain = prompt.toLowerCase(Locale.ROOT).replace('’', '\'');
    if (INNOCENT.matcher(plain).find()) {
      return NONE;
    }
    return Stream.of(values()).filter(concern -> concern.fits(plain)).findFirst().orElse(NONE);
  }

  private boolean fits(String prompt) {
    return first.matcher(prompt).find()
        && second.matcher(prompt).find()
        && !innocence.matcher(prompt).find();
  }
}
