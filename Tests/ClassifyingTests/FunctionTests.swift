@testable import Classifying
import Testing

/// What words do is told apart by one bit each.
struct FunctionTests {
    private static let all: [Grammar.Function] = [
        .conjunction, .subordinator, .negativeWord, .better, .worse, .prefer, .less, .than,
        .looseThan, .switching, .from, .to, .moving, .contrasting, .hour, .never, .such, .none,
        .thinking, .concession, .despite, .thanks, .place, .condition, .why, .counted, .hoping,
        .outdoing, .outdone, .peerless, .elsewhere, .regret, .returning, .period, .parting,
        .farewell, .exchanging, .provider, .looseTo, .havingNone, .without, .closing, .contract,
        .incredulous, .seeking, .reporting, .mending, .rhetorical, .asHoped, .dissuading,
    ]

    @Test func `each has a bit of its own`() {
        #expect(Self.all.allSatisfy { $0.rawValue.nonzeroBitCount == 1 })
        #expect(Set(Self.all.map(\.rawValue)).count == Self.all.count)
    }

    @Test func `these are all that the grammars use`() {
        let grammars = [Grammar.english, .polish, .latvian]
        let used = grammars.flatMap(\.functions).reduce(into: Grammar.Function()) { union, entry in
            union.formUnion(entry.function)
        }
        #expect(used == Self.all.reduce(into: []) { $0.formUnion($1) })
    }
}
