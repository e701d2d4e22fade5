import Model

/// What a language's grammar says of tone and of whom it is about, besides the keywords of its
/// lexicon.
struct Grammar: Sendable {
    /// What a word does in a sentence; one word can do several things.
    ///
    /// All 64 bits are taken, here and in `Function+Brands.swift`: one more needs a wider raw value, as
    /// `1 << 64` is 0 without a word.
    struct Function: OptionSet, Sendable {
        let rawValue: UInt64

        /// Joins clauses of equal rank: `and`, `i`, `un`.
        static let conjunction = Self(rawValue: 1 << 0)
        /// Begins a clause under another: `because`, `że`, `ka`.
        static let subordinator = Self(rawValue: 1 << 1)
        /// A negative word that goes with a negated verb and does not turn it round: `nic`, `nekas`.
        static let negativeWord = Self(rawValue: 1 << 2)
        /// `better`, `lepszy`, `labāks`; and `prefer`, whose first object is the better one.
        static let better = Self(rawValue: 1 << 3)
        static let worse = Self(rawValue: 1 << 4)
        static let prefer = Self(rawValue: 1 << 5)
        /// Turns a comparison round: `less`, `mniej`, `mazāk`.
        static let less = Self(rawValue: 1 << 6)
        /// What follows is compared with: `than`, `niż`, `nekā`.
        static let than = Self(rawValue: 1 << 7)
        /// The same right after a comparative, elsewhere a preposition: `od`, `par`.
        static let looseThan = Self(rawValue: 1 << 8)
        /// Going over from one provider to another: `switched`, `przechodzę`, `pārgāju`.
        static let switching = Self(rawValue: 1 << 9)
        static let from = Self(rawValue: 1 << 10)
        static let to = Self(rawValue: 1 << 11)
        /// Going somewhere, which may be all that is meant: `went`, `wracam`, `aizgāju`.
        static let moving = Self(rawValue: 1 << 12)
        /// Names what is unlike the rest of its sentence: `unlike`, `w przeciwieństwie do`.
        static let contrasting = Self(rawValue: 1 << 13)
        /// When of a day a place is left, and not a provider: `at five`.
        static let hour = Self(rawValue: 1 << 14)
        /// Says that a thing never was before, or not for long: `never`, `dawno`, `sen`.
        static let never = Self(rawValue: 1 << 38)
        /// Says how much: `such`, `tak`, `tik`.
        static let such = Self(rawValue: 1 << 39)
        /// Says that there is none of what follows, which an adjective may part from it: `no`, `nie ma`,
        /// `nav`.
        static let none = Self(rawValue: 1 << 40)
        /// Thinking and saying, whose denial is that of what is thought: `think`, `sądzę`, `nedomāju`.
        static let thinking = Self(rawValue: 1 << 41)
        /// Begins what is granted: `although`, `chociaż`, `lai gan`.
        static let concession = Self(rawValue: 1 << 43)
        /// The same of a noun: `despite`, `mimo`, `par spīti`.
        static let despite = Self(rawValue: 1 << 44)
        static let thanks = Self(rawValue: 1 << 45)
        /// Names what may come to pass: `if`, `jeśli`, `ja`.
        static let condition = Self(rawValue: 1 << 42)
        /// Asks for a reason, and reproaches where it names one: "why do I pay if nobody answers?".
        static let why = Self(rawValue: 1 << 49)
        /// Whom one counts: "9 out of 10 customers" is a share, and no rating.
        static let counted = Self(rawValue: 1 << 27)
        /// Streets, squares, museums: what stands beside it with a capital is its name.
        static let place = Self(rawValue: 1 << 46)
        /// Says that a thing has come to pass before: `again`, `kolejny`, `atkal`.
        static let again = Self(rawValue: 1 << 50)
        /// Names what one is thanked for: `for`, `za`, `ka`.
        static let thankedFor = Self(rawValue: 1 << 51)
        /// Behind a negator, says that there is more; of praise, that it is meant: `only`, `just`, `po prostu`.
        static let only = Self(rawValue: 1 << 58)
        /// Says at the end of a clause that what stands before is not so: `nie jest`, `nav`.
        static let isNot = Self(rawValue: 1 << 59)
        /// Is sorry for what is said: `pity`, `szkoda`, `diemžēl`.
        static let pity = Self(rawValue: 1 << 60)
        /// Asks for a fact or for leave, which nobody does who blames: `can I`, `czy można`, `vai var`.
        static let inquiring = Self(rawValue: 1 << 52)
    }

    let functions: [(term: String, function: Function)]
    let frames: Frames
    /// How terms begin that are negated themselves: `not working`, `nie działa`, `nestrādā`.
    let negatedBeginnings: [String]
    /// How comparatives end: `-szy`, `-āks`.
    let comparativeEndings: [[UInt8]]
    /// How comparatives end beside a noun, or in the case of what there is none of.
    let besideNounEndings: [[UInt8]]
    /// A negative word has a negator beside it, which says no more: `nikt nie`, `neviens ne-`.
    let negativeWordsAgree: Bool
    /// Nouns that end as comparatives do: `danger`.
    let notComparatives: Set<String>
    /// What makes a word its opposite where it begins so: `ne-`.
    let denyingPrefix: String
    /// How verbs end that say what the writer does, or who is spoken to: `-łem`, `-ju`.
    let ownEndings: [String]
    /// How verbs end that say how things were, where a word alone does not: `-ła`, `-ja`.
    let pastEndings: [String]
    /// A capital inside a sentence is a name's.
    let capitalsAreNames: Bool
    /// One word of praise in quotation marks is doubted: „miła” obsługa.
    ///
    /// In English, whose news quote much, it is as often somebody's own word.
    let quotesDoubt: Bool
    /// What a smile, or another sign of praise, counts in a post that begins with a handle: who speaks to somebody
    /// smiles out of politeness.
    ///
    /// Of Latvian tweets that tell tone by signs alone, 38 % of these praise, and 58 % of others; of English ones
    /// nearly all in one set, and in another 39 and 55 %.
    let smileToSomebody: Double
    /// A sentence that begins with such words alone goes on about what the one before named: `it is`.
    let referringWords: Set<String>
    /// What stands between other words and a name: `in Kawka`, `w Kawce`.
    let prepositions: Set<String>
    /// What stands before a noun and says little of it: `the`, `my`, `tę`.
    let determiners: Set<String>
    /// What a comma is written before, by those who write it: `szkoda, że`.
    let commaWords: Set<String>
    /// How it is reported what somebody said; `nil` where that is not told.
    let speech: Speech?
    /// The letters that many leave their accents off, in UTF-8.
    let accentedLetters: Set<UInt16>
    /// Some of these type two letters for one: `aa` for `ā`.
    let hasDigraphs: Bool

    /// - Parameter accents: Letters of two bytes.
    init(
        _ functions: [(Function, String)], frames: [(Frame, String)] = [],
        negatedBeginnings: [String], negativeWordsAgree: Bool = false,
        comparativeEndings: [String], besideNounEndings: [String] = [],
        notComparatives: String = "", denyingPrefix: String = "",
        ownEndings: String = "", pastEndings: String = "",
        capitalsAreNames: Bool = false, quotesDoubt: Bool = false, smileToSomebody: Double = 1,
        referringWords: String, prepositions: String = "", determiners: String = "",
        commaWords: String = "",
        speech: Speech? = nil, accents: String, hasDigraphs: Bool = false
    ) {
        self.functions = functions.flatMap { function, terms in
            terms.split(separator: ",").map {
                (term: $0.split(separator: " ").joined(separator: " "), function: function)
            }
        }
        self.frames = Self.frames(of: frames)
        self.negatedBeginnings = negatedBeginnings
        self.negativeWordsAgree = negativeWordsAgree
        self.comparativeEndings = comparativeEndings.map { Array($0.utf8) }
        self.besideNounEndings = besideNounEndings.map { Array($0.utf8) }
        self.notComparatives = Set(notComparatives.split(separator: " ").map(String.init))
        self.denyingPrefix = denyingPrefix
        self.ownEndings = ownEndings.split(separator: " ").map(String.init)
        self.pastEndings = pastEndings.split(separator: " ").map(String.init)
        self.capitalsAreNames = capitalsAreNames
        self.quotesDoubt = quotesDoubt
        self.smileToSomebody = smileToSomebody
        self.referringWords = Set(referringWords.split(separator: " ").map(String.init))
        self.prepositions = Set(prepositions.split(separator: " ").map(String.init))
        self.determiners = Set(determiners.split(separator: " ").map(String.init))
        self.commaWords = Set(commaWords.split(separator: " ").map(String.init))
        self.speech = speech
        self.hasDigraphs = hasDigraphs
        accentedLetters = Set(
            accents.map { letter in letter.utf8.reduce(0) { $0 << 8 | UInt16($1) } })
    }

    static func of(_ language: LanguageCode) -> Grammar {
        switch language {
        case .english: english
        case .polish: polish
        case .latvian: latvian
        default: none
        }
    }

    static let polishAccents = "ąćęłńóśźż"
    static let latvianAccents = "āčēģīķļņšūž"

    /// Of a language that is unknown, terms of all are looked for.
    private static let none = Grammar(
        [], negatedBeginnings: [], comparativeEndings: [], referringWords: "",
        accents: polishAccents + latvianAccents)
}
