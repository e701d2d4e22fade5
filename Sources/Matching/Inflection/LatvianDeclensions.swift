/// The six declensions of Latvian, with the definite adjective.
///
/// Instrumental has no forms of its own. The vocative is listed where it differs.
enum LatvianDeclensions {
    /// As of `tēvs` and `vējš`.
    static let first = Declension(
        .masculine,
        singular: "   | a | am  | u  | | ā  | ",
        plural: "   i | u | iem | us | | os | ")
    /// The same with the bare vocative that names have.
    static let firstOfNames = Declension(
        .masculine,
        singular: "   | a | am  | u  | | ā  | -",
        plural: "   i | u | iem | us | | os | ")
    /// As of `brālis`.
    static let second = Declension(
        .masculine,
        singular: "    | ^a | im   | i   | | ī   | i",
        plural: "   ^i | ^u | ^iem | ^us | | ^os | ")
    /// As of `Gatis`: some names keep their stem as it is.
    static let secondUnsoftened = Declension(
        .masculine,
        singular: "    | a | im | i | | ī | i")
    /// As of `akmens` and `suns`.
    static let secondInS = Declension(
        .masculine,
        singular: "    | s ^a | im | i   | | ī   | ",
        plural: "   ^i | ^u | ^iem | ^us | | ^os | ")
    /// As of `tirgus`.
    static let third = Declension(
        .masculine,
        singular: "     | us | um  | u  | | ū  | u",
        plural: "   i   | u  | iem | us | | os | ")
    /// As of `māsa`.
    static let fourth = Declension(
        .feminine,
        singular: "      | as | ai    | u  | | ā  | -",
        plural: "   as | u  | ām    | as | | ās | ")
    /// What differs in the name of a man: Liepam.
    static let manInA = Declension(.masculine, singular: " | | am | | | | ")
    static let manInE = Declension(.masculine, singular: " | | em | | | | ")
    /// As of `egle`.
    static let fifth = Declension(
        .feminine,
        singular: "      | es    | ei    | i  | | ē  | -",
        plural: "   es | ^u   | ēm    | es | | ēs | ")
    /// As of `sirds`.
    static let sixth = Declension(
        .feminine,
        singular: "      | s     | ij | i  | | ī  | ",
        plural: "   is | ^u u | īm | is | | īs | ")
    /// As of `tikšanās`, the noun of a reflexive verb.
    static let reflexive = Declension(
        .feminine,
        singular: "   | ās | | os | | | ",
        plural: "   | os | | ās | | | ")
    /// As of `lielais`.
    static let definiteMasculine = Declension(
        .masculine,
        singular: "  = | ā  | ajam am   | o  | | ajā   | ",
        plural: "   ie | o  | ajiem iem | os | | ajos  | ")
    /// As of `lielā`.
    static let definiteFeminine = Declension(
        .feminine,
        singular: "  = | ās | ajai ai  | o  | | ajā   | ",
        plural: "   ās | o  | ajām ām  | ās | | ajās  | ")
    /// As of `lielie`.
    static let definiteMasculineInPlural = Declension(
        .masculine,
        plural: "   = | o  | ajiem iem | os | | ajos  | ")
    /// As of `lielās`.
    static let definiteFeminineInPlural = Declension(
        .feminine,
        plural: "   = | o  | ajām ām  | ās | | ajās  | ")
    /// As of `svētki`, which has no singular.
    static let firstInPlural = Declension(
        .masculine,
        plural: "   i | u | iem | us | | os | ")
    /// As of `brīvdienas`.
    static let fourthInPlural = Declension(
        .feminine,
        plural: "   as | u  | ām    | as | | ās | ")
    /// As of `bikses`.
    static let fifthInPlural = Declension(
        .feminine,
        plural: "   es | ^u u | ēm  | es | | ēs | ")
    /// As of `durvis`.
    static let sixthInPlural = Declension(
        .feminine,
        plural: "   is | ^u u | īm | is | | īs | ")
    /// `triju` and `trim`, without the `-īs`.
    static let threeDeclined = Declension(
        .masculine,
        plural: "     | iju | im ijiem ijām | | | ijos ijās | ")
    /// `trīs`, most often as it stands.
    static let three = Declension(.masculine, plural: " = | = | = | = | | = | ")
    /// As of a foreign name in `-as` or `-es`, whose end is taken for no ending.
    static let adoptedWithoutEnding = Declension(
        .masculine,
        singular: "   | a | am  | u  | | ā | ")
    /// As of a foreign name in `-er`, which many end as Latvian ends its own: `-eris`.
    static let adoptedInIs = Declension(
        .masculine,
        singular: " is | | im | i | | ī | ")
    /// As of a foreign name in a consonant that is given an ending.
    static let adopted = Declension(
        .masculine,
        singular: "   s | a | am  | u  | | ā | ")
}
