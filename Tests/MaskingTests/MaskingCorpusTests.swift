import Foundation
import Masking
import Testing

/// What must be masked and what must not, in English, Polish and Latvian.
///
/// The texts were made up for the purpose, and every number in them is invented.
struct MaskingCorpusTests {
    private struct Sample {
        let text: String
        let masked: String
    }

    private func lines(of name: String) throws -> [Substring] {
        let place = try #require(
            Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Fixtures"))
        return try String(contentsOf: place, encoding: .utf8).split(separator: "\n")
    }

    /// A kind, a tab, and a text with what is to be masked between brackets.
    private func personal() throws -> [Sample] {
        try lines(of: "personal").map { line in
            let parts = line.split(separator: "\t", maxSplits: 1)
            let (kind, text) = (parts[0], String(parts[1]))
            let start = try #require(text.firstIndex(of: "⟦"))
            let end = try #require(text.firstIndex(of: "⟧"))
            return Sample(
                text: text.filter { !"⟦⟧".contains($0) },
                masked: text[..<start] + "[\(kind)]" + text[text.index(after: end)...])
        }
    }

    @Test func `of 200 personal texts and 200 look-alikes hardly one is taken for the other`()
        throws
    {
        let personal = try personal()
        let others = try lines(of: "look-alikes").map(String.init)
        #expect(personal.count >= 200 && others.count >= 200)
        let masker = Masker()
        let missed = personal.filter { masker.masked($0.text) != $0.masked }.map(\.text)
        let mistaken = others.filter { masker.masked($0) != $0 }
        let found = Double(personal.count - missed.count)
        let recall = found / Double(personal.count)
        let precision = found / (found + Double(mistaken.count))
        #expect(recall >= 0.98, "missed: \(missed)")
        #expect(precision >= 0.99, "mistaken: \(mistaken)")
    }
}
