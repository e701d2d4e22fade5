import Foundation

/// A text, and the places in it that annotators judged.
struct EntityText {
    struct Place: Hashable {
        let name: String
        /// Unicode scalars.
        let range: Range<Int>
        let isOrganization: Bool
    }

    let text: String
    let places: [Place]
    /// Whether every organisation in the text is among the places, so that any other mention is wrong.
    let isComplete: Bool

    /// One place a line, of a name that is an organisation in some texts and something else in others.
    static func ofAmbiguousNames(_ file: URL) throws -> [EntityText] {
        try lines(of: file).map { (line: AmbiguousLine) in
            EntityText(
                text: line.text,
                places: [
                    Place(
                        name: line.name, range: line.from..<line.to,
                        isOrganization: line.label == "organisation")
                ], isComplete: false)
        }
    }

    /// All named entities of a text.
    static func ofEntities(_ file: URL) throws -> [EntityText] {
        try lines(of: file).map { (line: EntityLine) in
            EntityText(
                text: line.text,
                places: (line.entities ?? []).map {
                    Place(
                        name: $0.text.lowercased(), range: $0.from..<$0.to,
                        isOrganization: $0.type == "organisation")
                }, isComplete: true)
        }
    }

    // MARK: - Private

    private struct AmbiguousLine: Decodable {
        let text: String
        let label: String
        let name: String
        let from: Int
        let to: Int
    }

    private struct EntityLine: Decodable {
        struct Entity: Decodable {
            let from: Int
            let to: Int
            let type: String
            let text: String
        }

        let text: String
        let entities: [Entity]?
    }

    private static func lines<Line: Decodable>(of file: URL) throws -> [Line] {
        let decoder = JSONDecoder()
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { try decoder.decode(Line.self, from: Data($0.utf8)) }
    }
}
