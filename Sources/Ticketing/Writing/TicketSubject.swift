import Model

/// A ticket's subject: one line, without the words around a placeholder that is empty.
enum TicketSubject {
    /// - Parameter length: the most UTF-16 units.
    static func text(
        _ template: TicketTemplate, _ facts: TicketFacts, upTo length: Int
    ) -> String {
        let parts = template.parts
        var pieces = parts.map { facts.text(of: $0).withoutInvisibles }
        for place in parts.indices where parts[place].isPlace && pieces[place].isEmpty {
            pieces.removeBrackets(around: place, in: parts)
            pieces.removePunctuation(behind: place, in: parts)
        }
        var subject = pieces.joined().onOneLine
        if let last = parts.last, last.isPlace, pieces.last?.isEmpty == true {
            // Nothing follows what parted it from the place before.
            while let end = subject.last, " :,;–—-".contains(end) { subject.removeLast() }
        }
        return subject.cut(to: length)
    }
}

extension [String] {
    /// Takes what parts a place from the next one, such as `: `, from the template's own words.
    fileprivate mutating func removePunctuation(
        behind place: Int, in line: [TicketTemplate.Part]
    ) {
        let behind = place + 1
        guard behind < count, !line[behind].isPlace else { return }
        let words = self[behind].drop { $0 == " " }
        guard let first = words.first, ":,;–—-".contains(first) else { return }
        self[behind] = String(words.dropFirst())
    }
}
