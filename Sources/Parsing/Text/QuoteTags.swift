/// The tags in brackets that forum software takes for quotations, `[quote="Ola"]…[/quote]`, where a feed
/// has them as they were typed (phpBB, SMF, Invision, vBulletin).
struct QuoteTags {
    /// The text with what stands between two such tags in lines that start with `> `, after one that
    /// names who is quoted; `nil` if there is no pair of them.
    ///
    /// Tags of which there is but one are text: somebody writes about them.
    static func text(withoutTagsOf text: String) -> String? {
        let tags = pairs(in: text)
        guard !tags.isEmpty else { return nil }
        let bytes = Array(text.utf8)
        var writer = TextWriter(capacity: bytes.count + 8 * tags.count)
        writer.isPreformatted = true
        var depth = 0
        var position = 0
        for tag in tags {
            writer.append(bytes.span.extracting(position..<tag.range.lowerBound))
            depth += tag.isEnd ? -1 : 1
            writer.isQuoting = depth > 0
            writer.breakLine()
            if let name = tag.name {
                writer.append("\(name):".utf8.span)
                writer.breakLine()
            }
            position = tag.range.upperBound
        }
        writer.append(bytes.span.extracting(position..<bytes.count))
        return writer.text
    }

    /// Whether there is such a pair.
    static func areInText(_ text: String) -> Bool { !pairs(in: text).isEmpty }

    // MARK: - Private

    private static func pairs(in text: String) -> [Tag] {
        text.utf8.span.holds(.openBracket) ? pairs(of: tags(in: Array(text.utf8))) : []
    }

    private struct Tag {
        let range: Range<Int>
        let isEnd: Bool
        /// Whose words follow; `nil` if the tag does not say.
        let name: String?
    }

    /// In bytes; a name and where its words stand are shorter.
    private static let longestTag = 256

    private static func tags(in bytes: [UInt8]) -> [Tag] {
        var tags: [Tag] = []
        var start = bytes.offset(of: .openBracket, from: 0, to: bytes.count)
        while start < bytes.count {
            let tag = tag(in: bytes, at: start)
            if let tag { tags.append(tag) }
            // A tag may hold what looks like another: `[quote=[/quote]`.
            start = bytes.offset(
                of: .openBracket, from: tag?.range.upperBound ?? start + 1, to: bytes.count)
        }
        return tags
    }

    private static func tag(in bytes: [UInt8], at start: Int) -> Tag? {
        if bytes.hasPrefix("[/quote]", at: start) {
            return Tag(range: start..<start + 8, isEnd: true, name: nil)
        }
        guard bytes.hasPrefix("[quote", at: start) else { return nil }
        let limit = min(bytes.count, start + longestTag)
        let end = bytes.offset(of: .closeBracket, from: start, to: limit)
        let value = bytes[min(start + 6, end)..<end]
        guard end < limit, !value.contains(.lineFeed) else { return nil }
        switch value.first {
        case nil, .space, .equals: break
        default: return nil
        }
        return Tag(
            range: start..<end + 1, isEnd: false,
            name: name(in: String(decoding: value, as: UTF8.self)))
    }

    /// `="Ola"`, `=Ola;12` (vBulletin), ` author=Ola link=topic=1.msg2#msg2 date=3` (SMF),
    /// ` name='Ola' post='4'` (Invision).
    private static func name(in value: String) -> String? {
        var value = value.trimmed[...]
        if let key = ["author=", "name=", "="].first(where: { value.hasPrefix($0) }) {
            value = value.dropFirst(key.count)
        }
        if let mark = value.first, mark == "\"" || mark == "'" {
            value = value.dropFirst().prefix { $0 != mark }
            if let number = value.lastIndex(of: ";"),
                value[number...].dropFirst().allSatisfy(\.isNumber)
            {
                value = value[..<number]
            }
        } else {
            for end in [" link=", " post=", " date=", " timestamp=", ";"] {
                if let range = value.firstRange(of: end) { value = value[..<range.lowerBound] }
            }
        }
        return value.trimmed.nonEmpty
    }

    /// The tags that have their other half, in reading order.
    private static func pairs(of tags: [Tag]) -> [Tag] {
        var open: [Int] = []
        var kept: Set<Int> = []
        for (index, tag) in tags.enumerated() {
            if !tag.isEnd {
                open.append(index)
            } else if let start = open.popLast() {
                kept.formUnion([start, index])
            }
        }
        return tags.indices.filter(kept.contains).map { tags[$0] }
    }
}
