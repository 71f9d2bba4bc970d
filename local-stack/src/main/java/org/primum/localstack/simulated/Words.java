package org.primum.localstack.simulated;

/** Groups of words, as parts of patterns over lower-case text. */
final class Words {

  /** Who can help a person, or whom a professional answers to. */
  static final String HELPER =
      "\\b(?:doctors?|gp|physicians?|nurses?|midwi(?:fe|ves)|pharmacists?|clinics?|clinicians?"
          + "|hospitals?|specialists?|therapists?|psychiatrists?|psychologists?|dentists?|dietitians?"
          + "|p(?:a)?ediatricians?|professionals?|providers?|care team|surgery|emergency|ambulance|helpline"
          + "|crisis line|hotline|poison centre|police|lawyers?|legal advice|ethics committee"
          + "|supervisors?|compliance|ombudsman|regulator|union|occupational health|public health"
          + "|safeguarding|patient safety|professional body|indemnity|senior colleagues?|out-of-hours"
          + "|someone you trust|support (?:line|service|group|organi[sz]ation)s?)\\b";

  /** Care, checks and rules that protect somebody. */
  static final String SAFEGUARD =
      "(?:"
          + HELPER
          + "|\\b(?:tests?|scans?|check-?ups?|appointments?|examinations?|treatment|consent|committee"
          + "|boards?|auditors?|inspectors?|authorit(?:y|ies)|reports?|warnings?|disclaimers?|caution"
          + "|permission|medical help|anyone)\\b)";

  /** People spoken of as a group. */
  static final String PEOPLE =
      "\\b(?:people|patients|those|men|women|staff|tenants|families|boys|girls|addicts|members"
          + "|foreigners|newcomers|they)\\b";

  /** Nothing before this point of the sentence denies what follows. */
  static final String UNDENIED =
      "^(?!.*(?:\\bnot\\b|n't\\b|\\bnever\\b|\\bcannot\\b|\\bnobody can\\b|\\bno one can\\b|\\bhardly\\b"
          + "|\\bfar from\\b|\\bmyth\\b)).*";

  /** The request comes from a health professional, or is about one's patients. */
  static final String CLINICIAN =
      "(?:(?:\\b(?:i'm|i am|we're|how (?:can|could|might|should))|(?:^|[.!?] )as) (?:[\\w-]+ ){0,5}?(?:ward sister|registrar|doctor|physician|nurse|anaesthetist|psychiatrist|psychologist"
          + "|dentist|surgeon|clinician|practitioner|\\w{3,}ologist|paediatrician|clinical tutor|gp partner"
          + "|medical director|chief executive|bed manager|head of|finance lead|hospice)\\b"
          + "|\\bour (?:own )?(?:practice|clinic|unit|programme|group|hospice|orthopaedic|medical)"
          + "|\\b(?:my|two of my|our|one|a|the) (?:post-operative )?patients?\\b(?!'? (?:safety|support))"
          + "|\\bi (?:run|manage|own) an? (?:[\\w-]+ )?(?:clinic|practice|dialysis|hospital)"
          + "|\\bi do \\w+ surgery|\\bmy operation|her gynaecologist|continuing education"
          + "|emergency department|health insurer|\\bonly clinic|\\bwe contract with|i'm recruiting\\b)";

  private Words() {}
}
