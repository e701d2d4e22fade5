import Model

/// The part of an entry's text around its first mention, with the names that counted.
struct TicketExcerpt {
    /// Unicode scalars to either side of the first name.
    private static let reach = (before: 400, after: 1_200)

    private let scalars: [Unicode.Scalar]
    private let range: Range<Int>
    /// In order, none overlapping, inside the range.
    private let names: [Range<Int>]

    init(_ entry: HeardEntry) {
        let places = entry.tags.mentions.map(\.mention)
        let field: TextField = places.contains { $0.field == .text } ? .text : .title
        scalars = Array((field == .text ? entry.text : entry.title ?? "").unicodeScalars)
        let all = places.filter { $0.field == field }.map(\.range)
            .map { [scalars] in $0.clamped(to: scalars.indices) }
            .sorted { $0.lowerBound < $1.lowerBound }
        range = Self.cut(scalars, around: all.first ?? 0..<0)
        var names: [Range<Int>] = []
        for name in all where (names.last?.upperBound ?? range.lowerBound) <= name.lowerBound {
            if name.upperBound <= range.upperBound, !name.isEmpty { names.append(name) }
        }
        self.names = names
    }

    var text: String { string(range) }

    /// - Parameters:
    ///   - plain: what becomes of the words between.
    ///   - name: what becomes of a name.
    func text(plain: (String) -> String, name: (String) -> String) -> String {
        var result = ""
        var end = range.lowerBound
        for range in names {
            result += plain(string(end..<range.lowerBound)) + name(string(range))
            end = range.upperBound
        }
        return result + plain(string(end..<range.upperBound))
    }

    // MARK: - Private

    private func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// At white space where there is some, so that no word is cut.
    private static func cut(_ scalars: [Unicode.Scalar], around name: Range<Int>) -> Range<Int> {
        var start = max(0, name.lowerBound - reach.before)
        var end = min(scalars.count, name.upperBound + reach.after)
        if start > 0 {
            start = scalars[start..<name.lowerBound].firstIndex(where: isSpace) ?? start
        }
        if end < scalars.count {
            end = scalars[name.upperBound..<end].lastIndex(where: isSpace) ?? end
        }
        while start < end, isSpace(scalars[start]) { start += 1 }
        while start < end, isSpace(scalars[end - 1]) { end -= 1 }
        return start..<end
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace
    }
}
