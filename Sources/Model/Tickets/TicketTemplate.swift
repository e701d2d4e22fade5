/// A text with places for what is known of a mention: `[{{brand}}] {{title|truncate:80}}`.
///
/// Placeholders and filters only, no logic.
package struct TicketTemplate: Hashable, Sendable {
    package enum Part: Hashable, Sendable {
        case literal(String)
        case placeholder(TicketPlaceholder, [Filter])
        /// The values of one facet: `{{facet:touchpoint}}`.
        case facet(Facet.ID, [Filter])
    }

    package enum Filter: Hashable, Sendable {
        /// Runs of white space, line breaks among them, become one space.
        case oneLine
        /// So many characters at most, the last one `…` where something was cut off.
        case truncate(Int)
        /// Of a moment its day, `2026-11-22`, as fields of dates take it.
        case date
        /// A field that holds nothing else is a number, and no text.
        case number
    }

    package let parts: [Part]

    package init(parts: [Part]) {
        self.parts = parts
    }

    /// Why a text is no template.
    package enum Mistake: Error, Hashable, Sendable {
        case notClosed
        case unknownPlaceholder(String)
        case unknownFilter(String)
        /// The filter asks for something else than the placeholder has.
        case strangeFilter(String, on: String)
    }

    /// - Throws: at the first placeholder or filter that is none.
    package init(_ text: String) throws(Mistake) {
        var parts: [Part] = []
        var rest = text[...]
        while let opening = rest.firstRange(of: "{{") {
            if opening.lowerBound > rest.startIndex {
                parts.append(.literal(String(rest[..<opening.lowerBound])))
            }
            guard let closing = rest[opening.upperBound...].firstRange(of: "}}") else {
                throw .notClosed
            }
            parts.append(try Self.placeholder(rest[opening.upperBound..<closing.lowerBound]))
            rest = rest[closing.upperBound...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        self.parts = parts
    }

    /// The facets that it asks for by name.
    package var facets: [Facet.ID] {
        parts.compactMap { part in
            if case .facet(let facet, _) = part { facet } else { nil }
        }
    }

    /// Whether a field that it fills is a number.
    package var isNumber: Bool {
        guard parts.count == 1, case .placeholder(_, let filters) = parts[0] else { return false }
        return filters.contains(.number)
    }

    // MARK: - Private

    private static func placeholder(_ text: Substring) throws(Mistake) -> Part {
        let words = text.split(separator: "|", omittingEmptySubsequences: false)
            .map { $0.filter { $0 != " " } }
        var filters: [Filter] = []
        for word in words.dropFirst() {
            let filter = try filter(word)
            guard filter.fits(TicketPlaceholder(rawValue: words[0])) else {
                throw .strangeFilter(word, on: words[0])
            }
            filters.append(filter)
        }
        if let placeholder = TicketPlaceholder(rawValue: words[0]) {
            return .placeholder(placeholder, filters)
        }
        guard words[0].hasPrefix(facetPrefix), words[0] != facetPrefix else {
            throw .unknownPlaceholder(words[0])
        }
        return .facet(Facet.ID(String(words[0].dropFirst(facetPrefix.count))), filters)
    }

    private static let facetPrefix = "facet:"

    private static func filter(_ word: String) throws(Mistake) -> Filter {
        switch word {
        case "oneline": return .oneLine
        case "date": return .date
        case "number": return .number
        default: break
        }
        let parts = word.split(separator: ":")
        guard parts.count == 2, parts[0] == "truncate", let length = Int(parts[1]), length > 0
        else { throw .unknownFilter(word) }
        return .truncate(length)
    }
}

extension TicketTemplate.Filter {
    /// - Parameter placeholder: `nil` for a facet.
    fileprivate func fits(_ placeholder: TicketPlaceholder?) -> Bool {
        switch self {
        case .oneLine, .truncate: true
        case .date: placeholder.map(TicketPlaceholder.moments.contains) ?? false
        case .number: placeholder.map(TicketPlaceholder.numbers.contains) ?? false
        }
    }
}

/// What a template may ask about a mention; absent facts are empty.
package enum TicketPlaceholder: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
    /// The entry's own title, or the beginning of its text.
    case title
    case text
    /// The sentence around the first mention, the names in it marked.
    case excerpt
    case url, source
    /// A pseudonym where the source's setting does not allow the name.
    case author
    /// What else we heard from the same author.
    case authorHistory = "author_history"
    case brand, brands, category, categories
    case categoryReasons = "category_reasons"
    case severity
    case severityReason = "severity_reason"
    case tone, score
    case toneReasons = "tone_reasons"
    case language, team
    case answerBy = "answer_by"
    case published
    case heardAt = "heard_at"
    /// Other mentions of the same story.
    case related
    /// From the category's handbook.
    case nextStep = "next_step"
    /// The address of an earlier ticket about the same story.
    case previous
    /// Our number of the entry, as `earshot explain` takes it.
    case number
    case key
    /// What it is about beside its categories, places among it.
    case facets

    /// Those that `date` goes with.
    package static let moments: Set<TicketPlaceholder> = [.answerBy, .published, .heardAt]
    /// Those that `number` goes with.
    package static let numbers: Set<TicketPlaceholder> = [.score, .number]
}
