import TestSupport
import Testing

@testable import Fetching

/// Rules and paths made at random, judged a second time in the plainest way there is.
@Suite(.timeLimit(.minutes(5)))
struct RobotsPropertyTests {
    @Test(arguments: 1...20)
    func `a pattern covers what a matcher that tries everything says`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var disagreements: [String] = []
        for number in 0..<400 {
            let isDense = number % 2 == 0
            let pattern = isDense ? Sample.dense(&random, stars: 1) : .pattern(&random)
            let path = isDense ? Sample.dense(&random, stars: 0) : .path(&random)
            let rules = RobotsRules.reading("User-agent: *\nDisallow: \(pattern.text)")
            if rules.allows(path.text) == pattern.covers(path) {
                disagreements.append("\(pattern.text) and \(path.text)")
            }
        }
        #expect(disagreements == [])
    }

    @Test(arguments: 1...20)
    func `the rule that decides is the one a plain comparison of all finds`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var disagreements: [String] = []
        for _ in 0..<100 {
            let rules = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                (isAllowed: Bool.random(using: &random), pattern: Sample.pattern(&random))
            }
            let text = rules.map { "\($0.isAllowed ? "Allow" : "Disallow"): \($0.pattern.text)\n" }
            let read = RobotsRules.reading("User-agent: *\n" + text.joined())
            let shuffled = "User-agent: earshot\r" + text.shuffled(using: &random).joined()
            let path = Sample.path(&random)

            let matching = rules.filter { $0.pattern.covers(path) }
            let longest = matching.map(\.pattern.length).max()
            let isAllowed =
                matching.isEmpty
                || matching.contains { $0.isAllowed && $0.pattern.length == longest }
            if read.allows(path.text) != isAllowed
                || RobotsRules(stored: read.stored) != read || .reading(shuffled) != read
            {
                disagreements.append("\(path.text) by \(text)")
            }
        }
        #expect(disagreements == [])
    }

    @Test(arguments: [
        String(repeating: "*", count: 1_000), String(repeating: "*a", count: 1_000),
        String(repeating: "*a", count: 1_000) + "b", String(repeating: "*a", count: 1_000) + "$",
        String(repeating: "*a", count: 1_000) + "b$", String(repeating: "*aab", count: 1_000),
        String(repeating: "*", count: 1_000) + "b", String(repeating: "*b", count: 1_000),
        "*" + String(repeating: "a", count: 2_000) + "b",
        "*" + String(repeating: "a", count: 2_000) + "$",
        "*" + String(repeating: "a", count: 2_000) + "*b*a",
        String(repeating: "a", count: 2_000) + "*b",
    ])
    func `no octet of a path is looked at more than twice for a rule`(text: String) throws {
        let pattern = try #require(RobotsPattern(Array("/\(text)".utf8)[...]))
        let path = CountedPath(octets: Array("/\(String(repeating: "a", count: 20_000))".utf8))
        _ = pattern.matches(path)
        #expect(path.reads.count <= 2 * path.count)
    }
}

/// A rule's path or a real one, as pieces of which each has a known meaning.
private struct Sample {
    let pieces: [Piece]

    var text: String { pieces.map(\.text).joined() }

    struct Piece: Equatable {
        let text: String
        let meaning: Meaning
    }

    enum Meaning: Equatable {
        case octets([String])
        case star
        case dollar
    }

    static func pattern(_ random: inout SeededGenerator) -> Sample {
        make(&random, of: letters + letters + signs)
    }

    static func path(_ random: inout SeededGenerator) -> Sample {
        make(&random, of: letters + letters + letters + signs)
    }

    /// Of two letters and a star, so that beginnings come again and again.
    static func dense(_ random: inout SeededGenerator, stars: Int) -> Sample {
        let (a, b) = (letters[0], letters[2])
        let star = Array(repeating: signs[0], count: stars)
        return make(&random, of: [a, a, a, b, b] + star, upTo: 16)
    }

    /// How specific it is as a rule.
    var length: Int {
        meanings.reduce(0) { sum, meaning in
            switch meaning {
            case .octets(let octets): sum + octets.joined().utf8.count
            case .star, .dollar: sum + 1
            }
        }
    }

    func covers(_ path: Sample) -> Bool {
        let octets = path.pieces.flatMap { piece in
            switch piece.meaning {
            case .octets(let octets): octets
            case .star: ["%2A"]
            case .dollar: ["%24"]
            }
        }
        return Self.covers(meanings[...], octets[...])
    }

    // MARK: - Private

    /// As those of a rule: a dollar sign is the end only where it comes last.
    private var meanings: [Meaning] {
        pieces.enumerated().map { index, piece in
            let isEnd = index == pieces.count - 1
            return piece.meaning == .dollar && !isEnd ? .octets(["%24"]) : piece.meaning
        }
    }

    private static func covers(_ pattern: ArraySlice<Meaning>, _ path: ArraySlice<String>) -> Bool {
        switch pattern.first {
        case nil: true
        case .dollar: path.isEmpty
        case .star:
            (path.startIndex...path.endIndex).contains { covers(pattern.dropFirst(), path[$0...]) }
        case .octets(let octets):
            path.starts(with: octets) && covers(pattern.dropFirst(), path.dropFirst(octets.count))
        }
    }

    private static func make(
        _ random: inout SeededGenerator, of pieces: [Piece], upTo longest: Int = 7
    ) -> Sample {
        let count = Int.random(in: 0...longest, using: &random)
        let start = [Piece(text: "/", meaning: .octets(["/"]))]
        return Sample(
            pieces: start + (0..<count).map { _ in pieces[random.index(below: pieces.count)] })
    }

    private static let letters = [
        Piece(text: "a", meaning: .octets(["a"])), Piece(text: "%61", meaning: .octets(["a"])),
        Piece(text: "b", meaning: .octets(["b"])), Piece(text: "/", meaning: .octets(["/"])),
        Piece(text: "%2f", meaning: .octets(["%2F"])), Piece(text: "?", meaning: .octets(["?"])),
        Piece(text: "ż", meaning: .octets(["%C5", "%BC"])),
        Piece(text: "%c5%BC", meaning: .octets(["%C5", "%BC"])),
        Piece(text: "%C5", meaning: .octets(["%C5"])),
    ]
    private static let signs = [
        Piece(text: "*", meaning: .star), Piece(text: "$", meaning: .dollar),
        Piece(text: "%2a", meaning: .octets(["%2A"])),
        Piece(text: "%24", meaning: .octets(["%24"])),
    ]
}

/// A path that counts how often it is looked at.
private struct CountedPath: RandomAccessCollection {
    let octets: [UInt8]
    let reads = Counter()

    var startIndex: Int { 0 }
    var endIndex: Int { octets.count }

    subscript(index: Int) -> UInt8 {
        reads.count += 1
        return octets[index]
    }
}
