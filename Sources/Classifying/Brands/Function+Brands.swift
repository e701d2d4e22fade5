/// What words do where people speak of one company or of two: who is better, who is left, what is
/// only hoped for.
extension Grammar.Function {
    /// What follows is looked for or was hoped for, and nobody has it yet: `looking for`, `szukam`,
    /// `cerēju`.
    static let hoping = Self(rawValue: 1 << 15)
    /// Says of who is named before it that they do better than those named after it: `beats`.
    static let outdoing = Self(rawValue: 1 << 16)
    /// Says the reverse: `no match for`, `nie dorasta`, `atpaliek no`.
    static let outdone = Self(rawValue: 1 << 17)
    /// Says of who is named after it that nobody does better, where nobody is named before it: `can't
    /// beat`.
    static let peerless = Self(rawValue: 1 << 29)
    /// Somebody else, who has no name: `another operator`, `konkurencji`, `citu banku`.
    static let elsewhere = Self(rawValue: 1 << 18)
    /// What was done should not have been: `regret`, `żałuję`, `nožēloju`.
    static let regret = Self(rawValue: 1 << 19)
    /// Going back to where one was: `went back`, `wracam`, `atgriežos`.
    static let returning = Self(rawValue: 1 << 20)
    /// How long one was somewhere: `year`, `miesiącu`, `gada`.
    static let period = Self(rawValue: 1 << 21)
    /// A customer takes leave: `never again`, `zamykam konto`, `lauzīšu līgumu`.
    static let parting = Self(rawValue: 1 << 22)
    /// The same where the name of who is left follows: `goodbye`.
    static let farewell = Self(rawValue: 1 << 23)
    /// A verb of changing one thing for another, which need not be the provider: `changed`.
    static let exchanging = Self(rawValue: 1 << 24)
    /// What a provider is called: `bank`, `operatora`, `tīklu`.
    static let provider = Self(rawValue: 1 << 25)
    /// Leads to the new one only where the old one was named: `left Baltfon for`.
    static let looseTo = Self(rawValue: 1 << 26)
    /// The same of having or being: `never had`, `nie ma`, `nav`.
    static let havingNone = Self(rawValue: 1 << 30)
    /// The same, and with a negator before it the reverse: "no day without", "nie ma dnia bez".
    static let without = Self(rawValue: 1 << 31)
    /// Puts an end to what binds one to the provider, where that is named near it: `cancelling`.
    static let closing = Self(rawValue: 1 << 32)
    /// What binds: `contract`, `konto`, `līgumu`.
    static let contract = Self(rawValue: 1 << 33)
    /// Asks for no answer where it stands alone with a name: "really, Baltfon?".
    static let incredulous = Self(rawValue: 1 << 34)
    /// What follows is looked for now, and may be bought.
    static let seeking = Self(rawValue: 1 << 36)
    /// Begins what is thought, hoped or said: `that`, `że`, `ka`.
    static let reporting = Self(rawValue: 1 << 37)
    /// Right before what was hoped for, says that it came: "as promised", "tak jak obiecali".
    static let asHoped = Self(rawValue: 1 << 47)
    /// Warns off a change of provider: `don't switch`, `nie przechodźcie`, `nepārejiet`.
    static let dissuading = Self(rawValue: 1 << 48)
    /// Puts right what follows, or wards it off: `fixed`, `naprawili`, `paglāba`.
    static let mending = Self(rawValue: 1 << 35)
    /// Puts trouble right, says what it is, or owns up to it, whoever does so and whenever; denied, the
    /// trouble is left: `fix`, `naprawi*`, `novērs*`.
    static let remedying = Self(rawValue: 1 << 63)
    /// Says that a thing was put right, or is well by now: `fixed`, `działało`, `jau bija`.
    static let mended = Self(rawValue: 1 << 61)
    /// Gives the reason why somebody goes: `because`, `jo`; Polish verbs of going over need none.
    static let reason = Self(rawValue: 1 << 62)
    /// Wants one thing more than what is named behind "than": `I'd rather`.
    static let rather = Self(rawValue: 1 << 53)
    /// Begins what something is likened to: `as`, `jak`, `kā`.
    static let likening = Self(rawValue: 1 << 54)
    /// Stands before what is likened: `as`, `tak`, `tik`.
    static let alike = Self(rawValue: 1 << 55)
    /// Makes a comparative of the word behind it: `more`, `bardziej`, `vairāk`.
    static let more = Self(rawValue: 1 << 56)
    /// Says that nothing such is easily found: `hard to find`, `trudno o`, `grūti atrast`.
    static let hardToFind = Self(rawValue: 1 << 57)
    /// Asks for no answer: `are you kidding`, `jak długo można`, `jūs jokojat`.
    static let rhetorical = Self(rawValue: 1 << 28)
}
