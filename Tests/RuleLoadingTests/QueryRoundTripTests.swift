import Model
import Querying
import RuleLoading
import TestSupport
import Testing

/// A query that is printed and read again is the same query.
struct QueryRoundTripTests {
    @Test(arguments: 0..<400)
    func `a printed query is read as the query it was`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let query = Self.query(depth: 4, inField: false, &random)
        let printed = query.written
        let read = try QueryParser.parse(printed, at: .sample, isNarrowing: true)
        #expect(read == query, "\(printed)")
    }

    // MARK: - Private

    private static let terms = [
        "lampa", "boża krówka", "or", "AND", "Not", "near", "NEAR/5", "near/x", "a-b", "10:30",
        "title:x", "http://a.example", "-5", "$x", "$5", "(x)", "a{b", "„cytat", "c++", "ķ", "5",
        "LUB", "NEAR5", "W/5", "a|b", "a&&b", "'a", "b”", "W5", "nie", "+a", "+48", "a~2",
        "a,b", "1,5", "a;",
    ]
    private static let stems = ["owad", "bo", "10:3", "ķe"]

    private static func query(
        depth: Int, inField: Bool, _ random: inout SeededGenerator
    ) -> Query {
        func part(_ random: inout SeededGenerator) -> Query {
            query(depth: depth - 1, inField: inField, &random)
        }
        func parts(_ random: inout SeededGenerator) -> [Query] {
            (0..<Int.random(in: 2...3, using: &random)).map { _ in part(&random) }
        }
        switch depth == 0 ? 0 : Int.random(in: 0...7, using: &random) {
        case 1: return .all(parts(&random))
        case 2: return .any(parts(&random))
        case 3: return .not(part(&random))
        case 4:
            return .near(
                placed(depth: 2, &random), placed(depth: 2, &random),
                distance: Int.random(in: 0...100, using: &random))
        case 5 where !inField:
            let field = [Query.Field.title, .author].randomElement(using: &random) ?? .title
            return .field(field, query(depth: depth - 1, inField: true, &random))
        case 6 where !inField: return .field(.lang, .any([.phrase("pl"), .phrase("lv")]))
        case 7 where !inField:
            return .field(.site, .any([.phrase("a.example"), .caseSensitive("b.example")]))
        default: return term(&random)
        }
    }

    /// What may stand beside NEAR.
    private static func placed(depth: Int, _ random: inout SeededGenerator) -> Query {
        guard depth > 0, Bool.random(using: &random) else { return term(&random) }
        return Bool.random(using: &random)
            ? .any([placed(depth: depth - 1, &random), placed(depth: depth - 1, &random)])
            : .near(
                placed(depth: depth - 1, &random), placed(depth: depth - 1, &random), distance: 3)
    }

    private static func term(_ random: inout SeededGenerator) -> Query {
        let term = terms.randomElement(using: &random) ?? "lampa"
        return switch Int.random(in: 0...2, using: &random) {
        case 0: .prefix(stems.randomElement(using: &random) ?? "owad")
        case 1 where !term.contains("}"): .caseSensitive(term)
        default: .phrase(term)
        }
    }
}
