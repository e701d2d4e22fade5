import Foundation
import Model
import Testing

/// An invented post and the tone that people read in it, a line of `Fixtures/tone-<language>.tsv`:
/// the tone, the keyword that decides (none where the tone is neutral), and the post.
struct JudgedPost: Sendable, CustomTestStringConvertible {
    let label: Sentiment.Label
    let keyword: String?
    let text: String

    var testDescription: String { text }

    static func all(in language: LanguageCode) -> [JudgedPost] {
        let name = "Fixtures/tone-\(language)"
        guard let file = Bundle.module.url(forResource: name, withExtension: "tsv") else {
            preconditionFailure("the test bundle has no \(name).tsv")
        }
        do {
            return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .map(post)
        } catch {
            preconditionFailure("\(file.path) cannot be read: \(error)")
        }
    }

    // MARK: - Private

    private static func post(_ line: Substring) -> JudgedPost {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 3, let label = Sentiment.Label(rawValue: cells[0]) else {
            preconditionFailure("not a tone, a keyword and a post: \(line)")
        }
        return JudgedPost(
            label: label, keyword: cells[1].isEmpty ? nil : cells[1], text: cells[2])
    }
}
