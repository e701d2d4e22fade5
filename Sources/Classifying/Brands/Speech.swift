/// How a language reports what somebody said.
struct Speech: Sendable {
    /// What may stand between a name and its verb: `has also`, `też`, `arī`.
    let helping: Set<String>
    /// Verbs before a name that name whom something is said to: `told`.
    let addressing: Set<String>
    /// What follows a verb before a name of which something is said: "said of".
    let aims: Set<String>
    /// Who speaks of a company and not for it: `customers`; where names are declined, `roles` tells.
    let outsiders: Set<String>
    /// What is written or said, where an article leads to it: `letter` in "wrote a bad letter".
    let utterances: Set<String>
    /// Begins what was said, behind a comma, too: `that`, `że`, `ka`.
    let reporting: Set<String>
    /// What may follow the verb, or the name behind it, where what was said stands before: "said on Monday".
    let circumstances: Set<String>
    /// How speakers speak of themselves in their own words.
    let selves: Set<String>
    /// The same, and how they are spoken of in others'.
    let speakers: Set<String>
    /// Who speaks outside quotation marks where no report does.
    let persons: Set<String>
    /// Who speaks as one person: `I`.
    private let alone: Set<String>
    /// Who is spoken to: `you`.
    private let hearers: Set<String>
    /// `nil` where names are not declined.
    let inflection: Inflection?

    /// What tells who speaks where names are declined and verbs need no subject.
    struct Inflection: Sendable {
        /// Who speaks for a company, and what it is called beside its name: `rzecznik`, `uzņēmuma`.
        let roles: Set<String>
        /// What a speaker is called before the name: `dr`, `prof`.
        let titles: Set<String>
        /// Verbs that people tell with, too, what they were told: reports put them behind a quotation.
        let colloquial: Set<String>
        /// Verbs of what is claimed: `twierdzi`, `apgalvo`.
        let claiming: Set<String>
        /// One whom a company deals with; who tells that it claims something of one tells of themselves: `klient`.
        let customers: Set<String>
        /// Begins whose view it is: `według`, `pēc`.
        let viewOpenings: Set<String>
        /// Ends it, where it has an end: `domām`.
        let viewClosings: Set<String>
        /// Begins "as Zefirnet says": `jak`, `kā`.
        let likening: String
        /// Where the writer speaks again: `tymczasem`, `turpretī`.
        let turns: Set<String>
        /// How a verb begins that takes blame or is sorry: `przepr-`, `atvain-`.
        let admissions: [String]
        /// What somebody has or does to themselves, whoever it is: `swój`, `savs`.
        let reflexives: Set<String>
        /// How verbs of the first and second person end.
        let ownEndings: [String]
        /// Those of them that are of one person who speaks.
        let aloneEndings: [String]
        /// Those of them that are of the second.
        let hearersEndings: [String]
        /// The same, and many other words: these speak for themselves only in what was said.
        let doubtfulEndings: [String]
        /// Words that end so and are none, or speak of others: `tytułem`, `apelujemy`.
        let notOwn: Set<String>
        /// How a verb ends whose subject is who speaks, where it is the first word of what was said: "że miał".
        let verbEndings: [String]
        /// Other first words that name no subject.
        let subjectless: Set<String>
        /// How names end of whom something is said to.
        let dativeEndings: [String]
    }

    init(
        helping: String, addressing: String = "", aims: String = "", outsiders: String = "",
        utterances: String = "", reporting: String, circumstances: String, selves: String,
        spokenOf: String,
        alone: String, hearers: String, persons: String = "", inflection: Inflection? = nil
    ) {
        self.helping = helping.setOfWords
        self.addressing = addressing.setOfWords
        self.aims = aims.setOfWords
        self.outsiders = outsiders.setOfWords
        self.utterances = utterances.setOfWords
        self.reporting = reporting.setOfWords
        self.circumstances = circumstances.setOfWords
        self.selves = selves.setOfWords
        speakers = self.selves.union(spokenOf.setOfWords)
        self.alone = alone.setOfWords
        self.hearers = hearers.setOfWords
        self.persons = self.selves.union(self.alone).union(self.hearers).union(persons.setOfWords)
        self.inflection = inflection
    }

    /// Whether a word names one who speaks, or is a verb of theirs: `moja`, `kupiłam`.
    func isAlone(_ word: String) -> Bool {
        alone.contains(word)
            || inflection.map { $0.isVerb(word, endingIn: $0.aloneEndings) } ?? false
    }

    /// Whether a word names who is spoken to, or is a verb of theirs: `jesteście`, `pērciet`.
    func isHearer(_ word: String) -> Bool {
        hearers.contains(word)
            || inflection.map { $0.isVerb(word, endingIn: $0.hearersEndings) } ?? false
    }

    /// Whether a word is of the first or second person.
    func isPerson(_ word: String) -> Bool {
        persons.contains(word) || inflection?.isOwnVerb(word) ?? false
    }
}

extension Speech.Inflection {
    init(
        roles: String, titles: String, colloquial: String, claiming: String, customers: String,
        viewOpenings: Set<String>, viewClosings: String = "",
        likening: String, turns: String, admissions: String, reflexives: String, ownEndings: String,
        aloneEndings: String, hearersEndings: String, doubtfulEndings: String,
        notOwn: String = "", verbEndings: String, subjectless: String,
        dativeEndings: String
    ) {
        self.init(
            roles: roles.setOfWords, titles: titles.setOfWords, colloquial: colloquial.setOfWords,
            claiming: claiming.setOfWords, customers: customers.setOfWords,
            viewOpenings: viewOpenings, viewClosings: viewClosings.setOfWords, likening: likening,
            turns: turns.setOfWords,
            admissions: admissions.words, reflexives: reflexives.setOfWords,
            ownEndings: ownEndings.words + aloneEndings.words + hearersEndings.words,
            aloneEndings: aloneEndings.words, hearersEndings: hearersEndings.words,
            doubtfulEndings: doubtfulEndings.words,
            notOwn: notOwn.setOfWords, verbEndings: verbEndings.words,
            subjectless: subjectless.setOfWords, dativeEndings: dativeEndings.words)
    }

    /// Whether a word is a verb that says what the speaker does: `powiedziałem`, `zvanīju`.
    func isOwnVerb(_ word: String) -> Bool { isVerb(word, endingIn: ownEndings) }

    fileprivate func isVerb(_ word: String, endingIn endings: [String]) -> Bool {
        endings.contains { word.hasSuffix($0) } && !notOwn.contains(word)
    }

    /// Whether a word of a statement may speak of the speaker, takes blame or is sorry.
    func isOfSpeaker(_ word: String) -> Bool {
        reflexives.contains(word) || admissions.contains { word.hasPrefix($0) }
            || isOwnVerb(word)
            || doubtfulEndings.contains { word.hasSuffix($0) } && !notOwn.contains(word)
    }

    /// Whether what was said, by its first word, is of who says it: "że popełnił błąd", "ka kļūdījies".
    func omitsSubject(_ word: String) -> Bool {
        subjectless.contains(word) || verbEndings.contains { word.hasSuffix($0) }
    }
}

extension String {
    fileprivate var words: [String] {
        split(whereSeparator: \.isWhitespace).map(String.init)
    }

    fileprivate var setOfWords: Set<String> { Set(words) }
}
