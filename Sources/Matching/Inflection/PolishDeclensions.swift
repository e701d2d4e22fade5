/// The declension tables of Polish.
///
/// `y` stands for `i` too: which of them is written follows from the stem (`PolishStem`). Both
/// genitives of the masculine are listed, since no rule tells which a new name will take.
enum PolishDeclensions {
    /// The table that the end of a stem asks for.
    static func masculine(of stem: String) -> Declension {
        let stem = PolishStem(stem)
        return stem.isSoft ? masculineSoft : stem.isVelar ? masculineVelar : masculineHard
    }

    /// The table of a man's name in `-o`.
    static func inO(of stem: String) -> Declension {
        let (stem, last) = (PolishStem(stem), stem.last ?? "o")
        return stem.isSoft || stem.isVelar || last.isPolishVowel ? petNameInO : masculineHardInO
    }

    static let masculineHard = Declension(
        .masculine,
        singular: "    | a u | owi | a | em  | ^e  | ^e",
        plural: "     y | ów  | om  | y | ami | ach | y")
    static let masculineVelar = Declension(
        .masculine,
        singular: "    | a u | owi | a | em  | u   | u",
        plural: "     y | ów  | om  | y | ami | ach | y")
    static let masculineSoft = Declension(
        .masculine,
        singular: "    | a u  | owi | a | em  | u   | u",
        plural: "     e | y ów | om  | e | ami | ach | e")
    /// As of `kość` and `noc`.
    static let feminineBare = Declension(
        .feminine,
        singular: "    | y | y  | = | ą   | y   | y",
        plural: "     y e | y | om | y e | ami | ach | y e")
    static let feminineHard = Declension(
        .feminine,
        singular: "   a | y | ^e | ę | ą   | ^e  | o",
        plural: "     y | ~ | om | y | ami | ach | y")
    static let feminineSoft = Declension(
        .feminine,
        singular: "   a | y   | y  | ę | ą   | y   | o",
        plural: "     e | ~ y | om | e | ami | ach | e")
    /// How those are called who are called `Kasiu`, `babciu`.
    static let addressed = Declension(.feminine, singular: " | | | | | | u")
    /// As of `linia`: the `i` is spelled twice.
    static let feminineForeign = Declension(
        .feminine,
        singular: "   a | +i | +i | ę | ą   | +i  | o",
        plural: "     e | +i | om | e | ami | ach | e")
    static let neuterHard = Declension(
        .neuter,
        singular: "   o | a | u  | o | em  | ^e  | o",
        plural: "     a | ~ | om | a | ami | ach | a")
    static let neuterVelar = Declension(
        .neuter,
        singular: "   o | a | u  | o | em  | u   | o",
        plural: "     a | ~ | om | a | ami | ach | a")
    /// As of `studio`.
    static let neuterForeign = Declension(
        .neuter,
        singular: "   o | a  | u  | o | em  | u   | o",
        plural: "     a | ów | om | a | ami | ach | a")
    static let neuterSoft = Declension(
        .neuter,
        singular: "   e | a   | u  | e | em  | u   | e",
        plural: "     a | ~ y | om | a | ami | ach | a")
    /// `czytanie`, by its verb `czytać`.
    static let verbalNoun = Declension(
        .neuter,
        singular: "   e | a | u | e | em | u | e")
    /// As of `imię` and `zwierzę`, whose stems grow.
    static let neuterLengthened = Declension(
        .neuter,
        singular: "     | a | u  | = | em  | u   | ")
    /// As of `centrum`.
    static let neuterLatin = Declension(
        .neuter,
        singular: "   = | = | = | = | = | = | =",
        plural: "     a | ów | om | a | ami | ach | a")
    /// As of `Delikatesy` and `Katowice`, which have no singular.
    static let pluralOnly = Declension(
        .feminine,
        plural: "     = | ~ ów | om | = | ami | ach | =")
    /// As of `Okna` and of `Media`, the plurals of neuters.
    static let neuterInPlural = Declension(
        .neuter,
        plural: "     = | ~ | om | = | ami | ach | =")
    static let neuterForeignInPlural = Declension(
        .neuter,
        plural: "     = | ów | om | = | ami | ach | =")
    /// As of `Skaldowie`, who are people.
    static let peopleInPlural = Declension(
        .masculine,
        plural: "     = | ów | om | ów | ami | ach | =")
    /// As of `Aleje`, whose stem is soft.
    static let pluralSoft = Declension(
        .feminine,
        plural: "     = | ~ y ów | om | = | ami | ach | =")
    /// As of `Indie`: the `i` is spelled twice.
    static let pluralForeign = Declension(
        .feminine,
        plural: "     = | +i | om | = | ami | ach | =")
    /// As of `Wiadomości`, of feminines in a consonant.
    static let pluralOfBare = Declension(
        .feminine,
        plural: "     = | = | om | = | ami | ach | =")
    /// As of `Krzysio`.
    static let petNameInO = Declension(
        .masculine,
        singular: "   o | a  | u owi | a o | em | u | o")
    /// As of `Marino`, whose stem is hard.
    static let masculineHardInO = Declension(
        .masculine,
        singular: "   o | a  | u owi | a o | em | ^e | o")
    /// As of `Linde`.
    static let masculineInE = Declension(
        .masculine,
        singular: "   | ego | emu | ego | em | em | =")
    /// As of `Kasia`, whose bearers are called `Kasiu`.
    static let petNameInA = Declension(
        .feminine,
        singular: "   | y | y | ę | ą | y | u")
    static let pan = Declension(.masculine, singular: " | a | u | a | em | u | ie")
    static let pani = Declension(.feminine, singular: " | i | i | ią | ią | i | i")
    /// As of surnames in `-ko`, which go as feminines do.
    static let masculineInO = Declension(
        .masculine,
        singular: "     | y | ^e owi | ę | ą | ^e | o")
    static let adjectiveMasculine = Declension(
        .masculine,
        singular: "   | ego | emu | ego | ym  | ym  | ",
        plural: "    e | ych | ym  | e   | ymi | ych | e")
    static let adjectiveFeminine = Declension(
        .feminine,
        singular: "   | ej  | ej  | ą   | ą   | ej  | ",
        plural: "    e | ych | ym  | e   | ymi | ych | e")
    static let adjectiveNeuter = Declension(
        .neuter,
        singular: "   | ego | emu | =   | ym em | ym em | ",
        plural: "    e | ych | ym  | e   | ymi | ych | e")
    /// The same beside a noun, where the ending that towns have is not used: `Morzem Bałtyckim`.
    static let adjectiveNeuterOfNoun = Declension(
        .neuter,
        singular: "   | ego | emu | =   | ym | ym | ",
        plural: "    e | ych | ym  | e   | ymi | ych | e")
    /// The plural of `Rzymianin`, which drops the `-in`.
    static let inhabitants = Declension(
        .masculine,
        plural: "   ie | - ów | om | - ów | ami | ach | ie")
    /// As of `Kowalscy` and of `Lisowiczowie`: more than one who bears a surname.
    static let family = Declension(.masculine, plural: " y")
    static let familyInOwie = Declension(.masculine, plural: " owie")
    /// As of `Kowalscy`, named by the plural.
    static let familyInCy = Declension(
        .masculine, plural: " = | ych | ym | ych | ymi | ych | =")
    static let brothers = Declension(
        .masculine, plural: "     = | -  | om | -  |     | ach | =")
    /// Their instrumental: `braćmi`.
    static let brothersWith = Declension(.masculine, plural: " | | | | +mi")
    /// As of `państwo`, a husband and his wife.
    static let couple = Declension(
        .masculine, plural: "     = | a  | u  | a  | em  | u   | =")
    /// As of foreign names in `-i`, which go as adjectives do.
    static let foreignAdjective = Declension(
        .masculine,
        singular: "   | ego | emu | ego | m   | m   | ")
    /// As of `Orbite`, whose last letter is not heard.
    static let apostrophe = Declension(
        .masculine,
        singular: "   | 'a 'u | 'owi | 'a | 'em | 'u 'ie | 'u")
    /// The locative of the same without the apostrophe, since the softened consonant is heard.
    static let mutedLocative = Declension(
        .masculine,
        singular: "   | | | | | ^e | ")
    /// As of `Melange` where the endings are written as they are heard: `Melangu`, and `Melangem`.
    static let mutedAfterG = Declension(
        .masculine,
        singular: "   | a | u owi | a | | u | u")
    static let mutedWith = Declension(.masculine, singular: " | | | | m | | ")
    /// As of foreign names in `-y`.
    static let apostropheAdjective = Declension(
        .masculine,
        singular: "   | 'ego | 'emu | 'ego | m | m | ")
    /// As of `ZKP`: written with a hyphen, and in haste without.
    static let acronym = Declension(
        .masculine,
        singular: "   | -u u -a a | -owi owi | -a a | -em em | -ie ie -u u | ")
    static let acronymVelar = Declension(
        .masculine,
        singular: "   | -u u -a a | -owi owi | -a a | -iem iem | -u u | ")
    /// The adjective of an acronym, `ZKP-owski`, whatever it belongs to.
    static let acronymAdjectives = [
        Declension(
            .masculine,
            singular: " ki | kiego | kiemu | kiego | kim | kim | ki",
            plural: "   cy | kich | kim | kich | kimi | kich | cy"),
        Declension(
            .feminine,
            singular: " ka | kiej | kiej | ką | ką | kiej | ka",
            plural: "   kie | kich | kim | kie | kimi | kich | kie"),
        Declension(.neuter, singular: " kie | kiego | kiemu | kie | kim | kim | kie"),
    ]
}
