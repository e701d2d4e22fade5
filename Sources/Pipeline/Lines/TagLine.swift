package import Foundation
import Model

/// One line of `earshot tag`: a text in, its tags out.
package struct TagLine: Sendable {
    private let tagger: Tagger
    private let includesAll: Bool

    /// - Parameter includesAll: tags a line in full even when it mentions no brand.
    package init(tagger: Tagger, includesAll: Bool) {
        self.tagger = tagger
        self.includesAll = includesAll
    }

    /// The line to write for a line read; a bad line gives a line that says which it was, and why.
    package func output(for line: InputLine) -> Data {
        guard !line.bytes.isUTF16 else {
            return LineFailure(
                id: nil, error: "line \(line.number): is in UTF-16; write UTF-8"
            ).line
        }
        guard !line.isCut else { return LineFailure(cut: line).line }
        if let input = TagLineReader.input(in: line.bytes) { return output(for: input) }
        do {
            return output(for: try ContractJSON.decode(Input.self, from: line.json))
        } catch {
            return LineFailure(of: line, error).line
        }
    }

    /// Where a text was heard: a source, or one of its feeds as lines of `earshot export-archive` have it.
    ///
    /// What is no text says nothing of that, as lines of other programs may have a `source` of their own.
    struct SourceName: Decodable {
        let id: Source.ID?

        init(_ name: String) {
            id = Feed.ID(name).source
        }

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            // Anything but a text.
            id = (try? value.decode(String.self)).map { Feed.ID($0).source }
        }
    }

    struct Input: Decodable {
        let id: LineID
        let text: String
        let title: String?
        let url: String?
        let language: String?
        let author: String?
        let source: SourceName?
        /// Read only so that a line whose time is none is told.
        let published: Date?

        var entry: EntryText {
            EntryText(
                title: title, text: text, link: url,
                language: language.flatMap(LanguageCode.init(tag:)), author: author,
                source: source?.id)
        }
    }

    // MARK: - Private

    private func output(for input: Input) -> Data {
        let tags =
            includesAll ? tagger.tags(for: input.entry) : tagger.tagsIfMention(in: input.entry)
        return Data(
            tags.map { TagLineWriter.line(input.id, $0) }
                ?? TagLineWriter.line(unmentioned: input.id))
    }
}

extension Collection<UInt8> {
    /// Text in UTF-16 begins with a mark, and has zeros among its bytes.
    fileprivate var isUTF16: Bool {
        starts(with: [0xFF, 0xFE]) || starts(with: [0xFE, 0xFF]) || starts(with: [0x7B, 0x00])
            || starts(with: [0x00, 0x7B])
    }
}
