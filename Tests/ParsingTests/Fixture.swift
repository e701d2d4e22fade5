import Foundation
import Model
import Parsing
import Testing

/// A document, and beside it what must be read from it.
///
/// The files are `name.xml`, `name.html` or `name.feed.json`, and `name.json`. What else a parser is
/// told stands in `name.args`, a line each: `url: …`, `content-type: …`, `kind: …`, `maximum-entries: …`,
/// `now: …`, `time-zone: …`, and `item:`, `title:`, `author:`, `date:`, `text:`, `link:` for selectors;
/// `next-page: …` is the address that must be found there.
struct Fixture: CustomTestStringConvertible {
    let name: String
    let input: [UInt8]
    let expected: String
    private let arguments: [String: String]

    static let all: [Fixture] = {
        guard let folder = Bundle.module.url(forResource: "Fixtures", withExtension: nil) else {
            preconditionFailure("the test bundle has no Fixtures")
        }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                .filter { file in inputs.contains { file.hasSuffix($0) } }
                .map { try Fixture(folder: folder, file: $0) }
        } catch {
            preconditionFailure("the fixtures cannot be read: \(error)")
        }
    }()

    /// Gives each fixture to `body`, on all cores at once: what is done to damaged copies of all of them
    /// takes longer than any other test.
    static func forEachAtOnce(_ body: @escaping @Sendable (Fixture) throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for fixture in all { group.addTask { try body(fixture) } }
            try await group.waitForAll()
        }
    }

    var testDescription: String { name }

    func parse() throws(ParseError) -> ParsedDocument {
        try parse(input)
    }

    /// Reads other bytes as if they were the fixture's.
    func parse(_ bytes: [UInt8]) throws(ParseError) -> ParsedDocument {
        let timeZone = arguments["time-zone"].flatMap { TimeZone(identifier: $0) }
        return try DocumentParser(timeZone: timeZone ?? .gmt).parse(
            bytes, url: arguments["url"], contentType: arguments["content-type"],
            kind: arguments["kind"].flatMap { Source.Kind(rawValue: $0) } ?? .feed,
            selectors: selectors,
            maximumEntries: arguments["maximum-entries"].flatMap { Int($0) } ?? 2_000,
            now: arguments["now"].flatMap { FeedDate.date($0) })
    }

    /// The next page that must be found; `nil` where none is.
    var nextPage: String? { arguments["next-page"] }

    // MARK: - Private

    private static let inputs = [".xml", ".html", ".feed.json"]

    private init(folder: URL, file: String) throws {
        name =
            Self.inputs.first { file.hasSuffix($0) }.map { String(file.dropLast($0.count)) } ?? file
        input = Array(try Data(contentsOf: folder.appending(path: file)))
        expected = try String(
            contentsOf: folder.appending(path: name + ".json"), encoding: .utf8)
        let sidecar = folder.appending(path: name + ".args")
        let lines =
            FileManager.default.fileExists(atPath: sidecar.path)
            ? try String(contentsOf: sidecar, encoding: .utf8).split(separator: "\n") : []
        arguments = Dictionary(
            uniqueKeysWithValues: lines.compactMap { line in
                let halves = line.split(separator: ": ", maxSplits: 1)
                return halves.count == 2 ? (String(halves[0]), String(halves[1])) : nil
            })
    }

    private var selectors: PageSelectors? {
        arguments["item"].map {
            PageSelectors(
                item: $0, title: arguments["title"], author: arguments["author"],
                date: arguments["date"], text: arguments["text"], link: arguments["link"])
        }
    }
}
