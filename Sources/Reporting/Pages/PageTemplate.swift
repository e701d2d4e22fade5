/// A page's template, in the part of Mustache that our pages use: `{{name}}`, `{{{name}}}`,
/// `{{#name}}…{{/name}}`, `{{^name}}…{{/name}}` and `{{> partial}}`, as mustache(5) has them.
///
/// Names with points lead from one value to the next; `.` is the innermost. A section's or partial's
/// tag that stands alone on its line takes the line with it.
struct PageTemplate: Sendable {
    enum Part: Sendable {
        case text(String)
        case value(Path)
        /// As it stands, for what is ours.
        case rawValue(Path)
        case section(Path, [Part])
        /// Where there is nothing of the name, or a list with nothing in it.
        case invertedSection(Path, [Part])
        case partial(String)
    }

    struct Path: Sendable {
        /// None for `.`.
        let names: [String]

        init(_ text: String) {
            names = text.split(separator: ".").map(String.init)
        }
    }

    let parts: [Part]

    /// - Throws: `ReportingError.brokenTemplate`.
    init(_ source: String, named name: String) throws(ReportingError) {
        var reader = TemplateReader(source, name: name)
        parts = try reader.template()
    }
}

/// Reads a template tag by tag.
private struct TemplateReader {
    private let name: String
    private let source: [UInt8]
    private var next = 0

    init(_ source: String, name: String) {
        self.source = Array(source.utf8)
        self.name = name
    }

    mutating func template() throws(ReportingError) -> [PageTemplate.Part] {
        try parts(of: nil)
    }

    // MARK: - Private

    /// - Parameter section: Whose end is looked for; `nil` for the whole template.
    private mutating func parts(of section: String?) throws(ReportingError) -> [PageTemplate.Part] {
        var parts: [PageTemplate.Part] = []
        while let opening = firstIndex(of: "{{", from: next) {
            let isRaw = source[(opening + 2)...].first == UInt8(ascii: "{")
            let tag = try tag(at: opening, isRaw: isRaw)
            let isLine = tag.mark != nil && standsAlone(opening..<tag.end)
            let text = source[next..<(isLine ? lineStart(opening) : opening)]
            if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
            next = isLine ? min(tag.end + 1, source.count) : tag.end
            switch tag.mark {
            case UInt8(ascii: "#"):
                parts.append(.section(PageTemplate.Path(tag.name), try self.parts(of: tag.name)))
            case UInt8(ascii: "^"):
                parts.append(
                    .invertedSection(PageTemplate.Path(tag.name), try self.parts(of: tag.name)))
            case UInt8(ascii: ">"): parts.append(.partial(tag.name))
            case UInt8(ascii: "/"):
                guard tag.name == section else { throw broken("'\(tag.name)' ends unbegun") }
                return parts
            default:
                let path = PageTemplate.Path(tag.name)
                parts.append(isRaw ? .rawValue(path) : .value(path))
            }
        }
        if let section { throw broken("'\(section)' has no end") }
        if next < source.count {
            parts.append(.text(String(decoding: source[next...], as: UTF8.self)))
            next = source.count
        }
        return parts
    }

    /// - Returns: the sign after its braces, if it has one, its name, and where it ends.
    private func tag(at opening: Int, isRaw: Bool) throws(ReportingError)
        -> (mark: UInt8?, name: String, end: Int)
    {
        let end = isRaw ? "}}}" : "}}"
        let start = opening + end.utf8.count
        guard let closing = firstIndex(of: end, from: start) else {
            throw broken("a tag has no end")
        }
        let marks = "#^/>".utf8
        let mark =
            isRaw ? nil : source[start..<closing].first.flatMap { marks.contains($0) ? $0 : nil }
        let name = source[(mark == nil ? start : start + 1)..<closing]
            .filter { $0 != UInt8(ascii: " ") }
        guard !name.isEmpty else { throw broken("a tag has no name") }
        return (mark, String(decoding: name, as: UTF8.self), closing + end.utf8.count)
    }

    private func standsAlone(_ tag: Range<Int>) -> Bool {
        let isLast = tag.upperBound == source.count || source[tag.upperBound] == Self.newline
        let start = lineStart(tag.lowerBound)
        return isLast && (start == 0 || source[start - 1] == Self.newline)
    }

    /// Where the spaces before a place begin.
    private func lineStart(_ place: Int) -> Int {
        var start = place
        while start > next, source[start - 1] == UInt8(ascii: " ") { start -= 1 }
        return start
    }

    private func firstIndex(of text: String, from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        return source.indices[start...].first { source[$0...].starts(with: wanted) }
    }

    private func broken(_ reason: String) -> ReportingError {
        .brokenTemplate(name: name, reason: reason)
    }

    private static let newline = UInt8(ascii: "\n")
}
