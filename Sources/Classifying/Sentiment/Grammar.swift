import Model

/// What a language's grammar says of tone and of whom it is about, besides the keywords of its
/// lexicon.
struct Grammar: Sendable {
    /// What a word does in a sentence; one word can do several things.
    struct Function: OptionSet, Sendable {
        let rawValue: UInt16

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
        /// Going over from one brand to another: `switched`, `przechodzę`, `pārgāju`.
        static let switching = Self(rawValue: 1 << 9)
        static let from = Self(rawValue: 1 << 10)
        static let to = Self(rawValue: 1 << 11)
    }

    let functions: [(term: String, function: Function)]
    /// How terms begin that are negated themselves: `not working`, `nie działa`, `nestrādā`.
    let negatedBeginnings: [String]
    /// How comparatives end: `-szy`, `-āks`.
    let comparativeEndings: [[UInt8]]

    init(
        _ functions: [(Function, String)], negatedBeginnings: [String],
        comparativeEndings: [String]
    ) {
        self.functions = functions.flatMap { function, terms in
            terms.split(separator: ",").map {
                (term: $0.split(separator: " ").joined(separator: " "), function: function)
            }
        }
        self.negatedBeginnings = negatedBeginnings
        self.comparativeEndings = comparativeEndings.map { Array($0.utf8) }
    }

    static func of(_ language: LanguageCode) -> Grammar {
        switch language {
        case .english: english
        case .polish: polish
        case .latvian: latvian
        default: none
        }
    }

    private static let none = Grammar([], negatedBeginnings: [], comparativeEndings: [])
}
