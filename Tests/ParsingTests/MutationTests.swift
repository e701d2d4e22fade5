import Foundation
import Model
import Parsing
import TestSupport
import Testing

/// Damaged documents: each is read or refused, soon, and always alike.
///
/// There are 100,000 of them; `EARSHOT_MUTATIONS=20000` makes it so many.
struct MutationTests {
    static let count =
        ProcessInfo.processInfo.environment["EARSHOT_MUTATIONS"].flatMap { Int($0) } ?? 100_000

    @Test func `a damaged document is read or refused, always alike`() async throws {
        try await Fixture.forEachAtOnce { fixture in
            var mutator = Mutator(seed: UInt64(fixture.input.count))
            for number in 0..<max(1, Self.count / Fixture.all.count) {
                let bytes = mutator.damaged(fixture.input)
                let start = ProcessorTime.now
                let first = Self.outcome(fixture, bytes)
                let name = "mutation \(number) of \(fixture.name)"
                #expect(ProcessorTime.now - start < 2, "\(name)")
                guard number.isMultiple(of: 8) else { continue }
                #expect(first == Self.outcome(fixture, bytes), "\(name)")
                if case .success(let document) = first { try Self.check(document, name) }
            }
        }
    }

    @Test func `damaged documents take no more memory than whole ones`() async {
        await #expect(processExitsWith: .success) {
            let start = PeakMemory.megabytes
            for fixture in Fixture.all {
                var mutator = Mutator(seed: 7)
                for _ in 0..<5 {
                    _ = MutationTests.outcome(fixture, mutator.damaged(fixture.input))
                }
            }
            #expect(PeakMemory.megabytes - start < 200)
        }
    }

    @Test(arguments: Fixture.all.filter { $0.name.hasPrefix("rss") || $0.name.hasPrefix("atom") })
    func `a feed that breaks off is refused wherever it does`(fixture: Fixture) {
        let end = fixture.input.lastIndex(of: UInt8(ascii: "<")) ?? 0
        for length in stride(from: 0, to: end, by: 23) {
            #expect(throws: ParseError.self) { try fixture.parse(Array(fixture.input[..<length])) }
        }
    }

    private static func outcome(_ fixture: Fixture, _ bytes: [UInt8]) -> Result<
        ParsedDocument, ParseError
    > {
        do { return .success(try fixture.parse(bytes)) } catch { return .failure(error) }
    }

    /// What holds of every document that is read.
    private static func check(_ document: ParsedDocument, _ name: String) throws {
        #expect(Set(document.entries.map(\.id)).count == document.entries.count, "\(name)")
        #expect(document.entries.allSatisfy { $0.id.value != "" && $0.text != "" }, "\(name)")
        #expect(document.problems.allSatisfy { $0.line > 0 && $0.column > 0 }, "\(name)")
        // Texts are made of bytes that are not looked at again, where this is optimised.
        let json = try ContractJSON.encode(document, isPretty: false)
        #expect(String(validating: json, as: UTF8.self)?.isEmpty == false, "\(name)")
    }
}
