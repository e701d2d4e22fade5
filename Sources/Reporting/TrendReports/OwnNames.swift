import Model
import Tokenizing

/// The words of the brands' names, in their case forms: that people write them says nothing of why.
///
/// Names of topics are everyday words, and may be the very reason.
struct OwnNames: Sendable {
    /// Names cut to what their case forms have in common.
    private let stems: Set<String>

    init(of brands: [Brand]) {
        let names = brands.filter { $0.kind != .topic }.flatMap {
            [$0.name, $0.id.value] + $0.names
        }
        stems = Set(
            names.flatMap { name -> [String] in
                let words = Words(of: name)
                return words.indices.map(words.folded).filter { $0.count >= 3 }.map(Self.stem)
            })
    }

    /// Whether a word or a word of a phrase is one of a name.
    func contains(_ term: String) -> Bool {
        term.split(separator: " ").contains { word in
            (0...Self.longestEnding).contains { ending in
                let stem = word.dropLast(ending)
                return ending <= Self.longestEnding(of: stem.count) && stems.contains(String(stem))
            }
        }
    }

    // MARK: - Private

    private static let longestEnding = 4

    /// As in `Zefirne-towi` and `Kawk-ami`; a name of three letters has none, as too many words begin
    /// like it.
    private static func longestEnding(of length: Int) -> Int {
        switch length {
        case ..<4: 0
        case 4, 5: 3
        default: longestEnding
        }
    }

    /// A name of five letters or more may change its last.
    private static func stem(_ name: String) -> String {
        String(name.prefix(max(name.count - 1, min(name.count, 4))))
    }
}
