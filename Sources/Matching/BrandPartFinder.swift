package import Model
package import Tokenizing

/// Tells which parts of brands, besides their names, were at work in a text: phrases that are excepted,
/// forms that are struck, and the context words by which a name counts.
package struct BrandPartFinder: Sendable {
    package struct Found: Hashable, Sendable {
        package let brand: Brand.ID
        package let part: Brand.Part
    }

    private var phrases = TermTrie()
    /// By number of the phrase.
    private var owners: [Found] = []
    private let contexts: [Brand.ID: ContextCondition]

    package init(_ brands: [Brand]) {
        contexts = Dictionary(
            brands.compactMap { brand in
                brand.context.map { (brand.id, ContextCondition($0, of: brand)) }
            }, uniquingKeysWith: { first, _ in first })
        for brand in brands {
            for exception in brand.exceptions {
                add(
                    AmbiguityRules.forms(of: exception, brand),
                    Found(brand: brand.id, part: .exception(exception)))
            }
            for struck in brand.struckForms {
                add([struck], Found(brand: brand.id, part: .struckForm(struck)))
            }
        }
    }

    /// Whether something that is excepted or struck may stand in an entry: `false` only where it does not.
    package func mayKeepOut(in entry: EntryText) -> Bool {
        phrases.mayMatch(in: entry.text) || phrases.mayMatch(in: entry.title ?? "")
    }

    /// What stands there that is excepted or struck.
    package func keptOut(title: Words, text: Words) -> Set<Found> {
        guard !owners.isEmpty else { return [] }
        return Set(
            [title, text].flatMap { words in phrases.matches(in: words).map { owners[$0.term] } })
    }

    /// The context words near names that count.
    package func contextWords(of mentions: [Mention], title: Words, text: Words) -> Set<Found> {
        guard !contexts.isEmpty else { return [] }
        var found: Set<Found> = []
        for mention in mentions where !mention.isBySource {
            let words = mention.field == .title ? title : text
            guard let context = contexts[mention.brand],
                let name = words.indices(covering: mention.range)
            else { continue }
            for term in context.terms(around: name, in: words) {
                found.insert(Found(brand: mention.brand, part: .contextWord(term)))
            }
        }
        return found
    }

    // MARK: - Private

    private mutating func add(_ texts: [String], _ owner: Found) {
        for text in texts where phrases.insert(TermPattern(text)) != nil { owners.append(owner) }
    }
}

extension Words {
    /// Those from the beginning of a range of scalars to its end; `nil` where none begin and end so.
    fileprivate func indices(covering scalars: Range<Int>) -> Range<Int>? {
        let start = indices.first { self[$0].range.lowerBound == scalars.lowerBound }
        let end = indices.last { self[$0].range.upperBound == scalars.upperBound }
        guard let start, let end, start <= end else { return nil }
        return start..<end + 1
    }
}
