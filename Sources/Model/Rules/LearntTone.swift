/// What a fit to labelled texts adds to a lexicon, as `rules/sentiment/learnt/<language>.tsv` lists it.
///
/// The lexicon's keywords speak first, praise and blame apart. Each term found then speaks for or
/// against praise, and for or against blame; a text takes the side that comes out above its threshold.
/// Weights are in the unit of the lexicon's.
package struct LearntTone: Hashable, Sendable {
    /// One number for praise and one for blame.
    package struct Sides: Hashable, Sendable, Encodable {
        package var praise: Double
        package var blame: Double

        package init(praise: Double, blame: Double) {
            self.praise = praise
            self.blame = blame
        }

        package func multiplied(by factor: Double) -> Sides {
            Sides(praise: praise * factor, blame: blame * factor)
        }

        /// A keyword's weight, where these are how much each side's keywords count of theirs.
        package func counting(_ weight: Double) -> Double {
            let share = weight < 0 ? blame : praise
            return share == 1 ? weight : (weight * share).rounded(decimals: 4)
        }
    }

    package struct Entry: Hashable, Sendable {
        /// A word, a `stem*`, a phrase or an emoji.
        package let term: String
        package let weights: Sides
        /// The place in the file it was read from; `nil` for one just learnt.
        package let place: FileLocation?

        package init(term: String, weights: Sides, place: FileLocation? = nil) {
            self.term = term
            self.weights = weights
            self.place = place
        }

        /// Whether they say the same, wherever they stand.
        package static func == (one: Self, other: Self) -> Bool {
            one.term == other.term && one.weights == other.weights
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(term)
            hasher.combine(weights)
        }
    }

    package let language: LanguageCode
    /// What a side must reach.
    package let threshold: Sides
    /// How much a side's own keywords count for it, about 1.
    package let keywords: Sides
    /// How much the other side's keywords count against it, about 0 … 1.
    package let opposition: Sides
    /// What a text says all of whose words begin with a capital, those apart that begin its sentences; `nil`
    /// where that was not learnt.
    package let capitals: Sides?
    /// In how long a text, in words, the lexicon's keywords of a side count in full; `nil` where they do in any.
    package let length: Sides?
    /// By term.
    package let entries: [Entry]

    package init(
        language: LanguageCode, threshold: Sides, keywords: Sides, opposition: Sides,
        capitals: Sides? = nil, length: Sides? = nil, entries: [Entry]
    ) {
        self.language = language
        self.threshold = threshold
        self.keywords = keywords
        self.opposition = opposition
        self.capitals = capitals
        self.length = length
        self.entries = entries
    }

    /// Where it stands, from the folder of the rules on.
    package var path: String { "sentiment/learnt/\(language).tsv" }

    /// How much each learnt term counts in a text of so many words: less in longer texts, so that a
    /// term that is learnt from long texts does not decide a text of three words alone.
    package static func share(inWords count: Int) -> Double {
        1 / Double(max(count, leastWords)).squareRoot()
    }

    /// Shorter texts count as of so many words; chosen on sets left out.
    private static let leastWords = 9

    /// How much the lexicon's keywords of each side count of their weights in a whole text of so many words.
    ///
    /// The longer a text is, the more keywords stand in it, whatever it says.
    ///
    /// - Parameter length: Up to how many words they count in full; `nil` for however many.
    /// - Returns: with four decimals.
    package static func keywordShares(inWords count: Int, length: Sides?) -> Sides {
        guard let length else { return Sides(praise: 1, blame: 1) }
        func share(_ length: Double) -> Double {
            min(length / Double(max(count, 1)), 1).squareRoot().rounded(decimals: 4)
        }
        return Sides(praise: share(length.praise), blame: share(length.blame))
    }

    /// What the keywords of a whole text say for each side: beside blame, praise counts three quarters.
    ///
    /// Who praises and blames means the blame more often. Chosen on sets of tweets, news and reviews in three
    /// languages, each judged as well or better (macro-F1 of two Latvian ones, left out, 73.5 → 73.9 and 65.7 → 66.0).
    ///
    /// - Parameters: Sums of their weights, without the sign.
    package static func strengths(praise: Double, blame: Double) -> Sides {
        let heard = blame >= leastHeardBlame ? praise * praiseBesideBlame : praise
        return Sides(praise: strength(ofKeywords: heard), blame: strength(ofKeywords: blame))
    }

    private static let leastHeardBlame = 1.0
    private static let praiseBesideBlame = 0.75

    /// Grows with keywords of one side ever more slowly: 0 … √20, in the unit of their weights.
    ///
    /// - Parameter sum: Of their weights, without the sign.
    package static func strength(ofKeywords sum: Double) -> Double {
        sum / (sum * sum / 20 + 1).squareRoot()
    }
}
