import Matching
import Model
import Tokenizing

/// Something else that goes by the letters of a form.
package struct FormCollision: Hashable, Sendable, Encodable {
    package enum Kind: String, Sendable, Encodable {
        /// A form of another brand.
        case brand
        /// A term that tells tone.
        case sentiment
        /// A keyword of a category.
        case keyword
        /// An ordinary word, or one that the archive has in small letters.
        case word
    }

    package let kind: Kind
    /// For people: the other brand, the term and what it is.
    package let with: String
    /// File and line; absent for what stands in the archive.
    package let place: String?

    init(_ kind: Kind, with other: String, place: FileLocation?) {
        self.kind = kind
        with = other
        self.place = place?.description
    }

    /// `nil` when the form is no word that everyday texts are full of.
    init?(ordinary form: String) {
        let languages = CommonWords.languages(of: form)
        guard !languages.isEmpty else { return nil }
        self.init(
            .word, with: "an ordinary word of \(languages.joined(separator: " and "))", place: nil)
    }

    /// `nil` when no entry has the form in small letters.
    init?(ordinaryIn entries: Int) {
        guard entries > 0 else { return nil }
        self.init(
            .word, with: "small letters in \(entries) \(entries == 1 ? "entry" : "entries")",
            place: nil)
    }
}

/// All that a form may collide with in a set of rules.
struct FormCollisions {
    private var terms = TermTrie()
    private var collisions: [FormCollision] = []

    /// - Parameter brand: the one whose forms are asked about.
    init(rules: Rules, except brand: Brand.ID?) {
        for other in rules.brands where other.id != brand {
            for form in BrandForm.all(of: other) where !form.isStruck {
                let place = other.place(of: .name(form.name))
                insert(form.form, FormCollision(.brand, with: other.id.value, place: place))
            }
        }
        for lexicon in rules.lexicons {
            for entry in lexicon.entries {
                insert(
                    entry.term,
                    FormCollision(
                        .sentiment, with: "\(lexicon.language) '\(entry.term)'", place: entry.place)
                )
            }
        }
        for category in rules.categories + rules.facets.flatMap(\.values) {
            for keyword in category.keywords.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
                insert(
                    keyword.term,
                    FormCollision(
                        .keyword, with: "\(category.id) '\(keyword.term)'", place: keyword.place))
            }
        }
    }

    /// What the whole form may be besides, in the order of the rules, each once.
    func collisions(of form: String) -> [FormCollision] {
        let words = Words(of: form)
        let found = terms.matches(in: words, at: words.startIndex)
            .filter { $0.words == words.indices }.map(\.term).sorted()
        var seen: Set<FormCollision> = []
        return found.map { collisions[$0] }.filter { seen.insert($0).inserted }
    }

    // MARK: - Private

    private mutating func insert(_ term: String, _ collision: FormCollision) {
        if terms.insert(TermPattern(term)) != nil { collisions.append(collision) }
    }
}
