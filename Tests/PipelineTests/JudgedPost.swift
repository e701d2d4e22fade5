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
        lines(of: "tone-\(language)").map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                .map(String.init)
            guard cells.count == 3, let label = Sentiment.Label(rawValue: cells[0]) else {
                preconditionFailure("not a tone, a keyword and a post: \(line)")
            }
            return JudgedPost(
                label: label, keyword: cells[1].isEmpty ? nil : cells[1], text: cells[2])
        }
    }

    /// Posts to learn from, `Fixtures/posts-<language>-<batch>.tsv`: the tone and the post.
    static func batches(in language: LanguageCode) -> [[JudgedPost]] {
        (1...5).map { batch in
            lines(of: "posts-\(language)-\(batch)").map { line in
                let cells = line.split(separator: "\t").map(String.init)
                guard cells.count == 2, let label = Sentiment.Label(rawValue: cells[0]) else {
                    preconditionFailure("not a tone and a post: \(line)")
                }
                return JudgedPost(label: label, keyword: nil, text: cells[1])
            }
        }
    }

    // MARK: - Private

    private static func lines(of name: String) -> [Substring] {
        guard let file = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "tsv")
        else {
            preconditionFailure("the test bundle has no \(name).tsv")
        }
        do {
            return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        } catch {
            preconditionFailure("\(file.path) cannot be read: \(error)")
        }
    }
}
