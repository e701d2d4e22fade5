import Model

/// The words of an entry with their places, as PostgreSQL writes a `tsvector` (PostgreSQL, "Text
/// Search Types").
///
/// Those of the title have the weight A, and stand so far in front of the text's that no phrase
/// reaches from one into the other.
///
/// A vector knows 16,383 places, up to 255 of each word, and is a megabyte at most: of what lies
/// behind that, words are found, and phrases are not.
struct SearchVector {
    private(set) var text = ""

    init(title: String?, text body: String, _ cutter: WordCutter) throws {
        let title = try title.map(cutter.words(of:)) ?? []
        var places: [String: String] = [:]
        var counts: [String: Int] = [:]
        var size = 0
        func add(_ word: String, at place: Int, _ weight: String) {
            let word = Self.shortened(word)
            let count = counts[word, default: 0]
            guard count < Self.mostPlaces, size < Self.mostBytes else { return }
            size += count == 0 ? word.utf8.count + 8 : 2
            counts[word] = count + 1
            places[word, default: ""] +=
                "\(count == 0 ? "" : ",")\(min(place, Self.lastPlace))\(weight)"
        }
        for (index, word) in title.enumerated() { add(word, at: index + 1, "A") }
        for (index, word) in try cutter.words(of: body).enumerated() {
            add(word, at: title.count + Self.gap + index, "")
        }
        for (word, places) in places { text += "'\(word)':\(places) " }
    }

    /// A word is 2,046 bytes at most; searches cut theirs in the same way.
    static func shortened(_ word: String) -> String {
        guard word.utf8.count > mostWordBytes else { return word }
        var short = word.unicodeScalars.prefix(mostWordBytes / 4)
        while short.count > 0, String(short).utf8.count > mostWordBytes { short.removeLast() }
        return String(short)
    }

    // MARK: - Private

    /// More words than any search lets stand between two.
    private static let gap = 1_000
    private static let lastPlace = 16_383
    private static let mostPlaces = 255
    private static let mostBytes = 900_000
    private static let mostWordBytes = 2_000
}

/// A search as PostgreSQL writes a `tsquery`; the same in words that `FullTextQuery` is for SQLite.
struct SearchVectorQuery {
    private(set) var text: String

    init(_ query: SearchQuery, _ cutter: WordCutter) throws {
        text = try Self.text(of: query, weight: "", cutter)
    }

    // MARK: - Private

    /// No word, so that it is in no text.
    private static let nothing = "'.'"

    private static func text(of query: SearchQuery, weight: String, _ cutter: WordCutter) throws
        -> String
    {
        func joined(_ parts: [SearchQuery], _ sign: String) throws -> String {
            let texts = try parts.map { try text(of: $0, weight: weight, cutter) }
            return "(" + texts.joined(separator: sign) + ")"
        }
        return switch query {
        case .term(let term): try phrase(term, weight, cutter)
        case .near(let one, let other, let distance):
            near(
                try phrase(one, weight, cutter), try phrase(other, weight, cutter),
                distance: distance)
        case .all(let parts): try joined(parts, " & ")
        case .any(let parts): try joined(parts, " | ")
        case .without(let wanted, let excluded):
            try "(\(text(of: wanted, weight: weight, cutter)) & "
                + "!\(text(of: excluded, weight: weight, cutter)))"
        case .title(let inner): try text(of: inner, weight: "A", cutter)
        }
    }

    /// Either may stand first.
    private static func near(_ one: String, _ other: String, distance: Int) -> String {
        let ways = (1...distance + 1).flatMap {
            ["\(one) <\($0)> \(other)", "\(other) <\($0)> \(one)"]
        }
        return "(" + ways.joined(separator: " | ") + ")"
    }

    private static func phrase(
        _ term: SearchQuery.Term, _ weight: String, _ cutter: WordCutter
    ) throws -> String {
        let (letters, ending) =
            switch term {
            case .phrase(let words): (words, "")
            case .prefix(let letters): (letters, "*")
            }
        let words = try cutter.words(of: letters).map(SearchVector.shortened)
        guard let last = words.last else { return nothing }
        func marked(_ word: String, _ marks: String) -> String {
            "'\(word)'" + (marks.isEmpty ? "" : ":\(marks)")
        }
        let all = words.dropLast().map { marked($0, weight) } + [marked(last, ending + weight)]
        return all.count == 1 ? all[0] : "(" + all.joined(separator: " <-> ") + ")"
    }
}
