import Model

/// A search as PostgreSQL writes a `tsquery`; the same in words that `FullTextQuery` is for SQLite.
struct SearchVectorQuery {
    /// What meets it, as far as vectors tell.
    let text: String
    /// What meets it, of those entries alone whose vectors tell that for certain.
    let certain: String
    /// The other entries that may meet it, as they hold its words somewhere; see `LongTextSearch`.
    let uncertain: String

    init(_ query: SearchQuery, _ cutter: WordCutter) throws {
        let whole = try Part(of: query, cutter)
        text = whole.text
        let (places, words) = (SearchVector.hasMorePlaces, SearchVector.hasMoreWords)
        if whole.goesByPlaces {
            certain = "(\(whole.text)) & !\(places) & !\(words)"
            uncertain = "(\(whole.words)) & \(places) | \(words)"
        } else {
            certain = "(\(whole.text)) & !\(words)"
            uncertain = words
        }
    }
}

/// A search, or what it is made of.
private struct Part {
    /// What meets it.
    let text: String
    /// What meets it, and more: what holds its words, wherever.
    let words: String
    /// Whether the two differ.
    let goesByPlaces: Bool

    /// - Parameter weight: of the places that count; empty for all.
    init(of query: SearchQuery, weight: String = "", _ cutter: WordCutter) throws {
        switch query {
        case .term(let term): try self.init(of: term, weight, cutter)
        case .near(let one, let other, let distance):
            let one = try Part(of: one, weight, cutter)
            let other = try Part(of: other, weight, cutter)
            // Either may stand first.
            let ways = (1...distance + 1).flatMap {
                ["\(one.text) <\($0)> \(other.text)", "\(other.text) <\($0)> \(one.text)"]
            }
            self.init(
                text: "(\(ways.joined(separator: " | ")))",
                words: "(\(one.words) & \(other.words))", goesByPlaces: true)
        case .all(let parts):
            self.init(try parts.map { try Part(of: $0, weight: weight, cutter) }, joinedBy: " & ")
        case .any(let parts):
            self.init(try parts.map { try Part(of: $0, weight: weight, cutter) }, joinedBy: " | ")
        case .without(let wanted, let excluded):
            let wanted = try Part(of: wanted, weight: weight, cutter)
            let excluded = try Part(of: excluded, weight: weight, cutter)
            self.init(
                text: "(\(wanted.text) & !\(excluded.text))", words: wanted.words,
                goesByPlaces: wanted.goesByPlaces || excluded.goesByPlaces)
        case .title(let inner): try self.init(of: inner, weight: "A", cutter)
        }
    }

    // MARK: - Private

    /// No word, so that it is in no text.
    private static let nothing = "'.'"

    private init(text: String, words: String, goesByPlaces: Bool) {
        self.text = text
        self.words = words
        self.goesByPlaces = goesByPlaces
    }

    private init(_ parts: [Part], joinedBy sign: String) {
        self.init(
            text: "(\(parts.map(\.text).joined(separator: sign)))",
            words: "(\(parts.map(\.words).joined(separator: sign)))",
            goesByPlaces: parts.contains(where: \.goesByPlaces))
    }

    private init(of term: SearchQuery.Term, _ weight: String, _ cutter: WordCutter) throws {
        let (letters, ending) =
            switch term {
            case .phrase(let words): (words, "")
            case .prefix(let letters): (letters, "*")
            }
        let words = try cutter.words(of: letters).map(SearchVector.shortened)
        func marked(_ word: String, _ marks: String) -> String {
            "'\(word)'" + (marks.isEmpty ? "" : ":\(marks)")
        }
        let all =
            words.dropLast().map { marked($0, weight) }
            + (words.last.map { [marked($0, ending + weight)] } ?? [Self.nothing])
        func joined(_ sign: String) -> String {
            all.count == 1 ? all[0] : "(" + all.joined(separator: sign) + ")"
        }
        self.init(
            text: joined(" <-> "), words: joined(" & "), goesByPlaces: all.count > 1)
    }
}
