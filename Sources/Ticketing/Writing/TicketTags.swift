import Model

/// The tags of a ticket: without empty ones, none twice.
enum TicketTags {
    /// - Parameter length: the most UTF-16 units of a tag.
    static func tags(
        of templates: [TicketTemplate], _ facts: TicketFacts, upTo length: Int
    ) -> [String] {
        distinct(
            templates.flatMap(\.partedAtCommas).flatMap { texts(of: $0, facts) }, upTo: length)
    }

    /// Those that ask for nothing of a mention.
    static func ownTags(of templates: [TicketTemplate], upTo length: Int) -> [String] {
        distinct(
            templates.flatMap(\.partedAtCommas).compactMap { TicketTemplate(parts: $0).ownWords },
            upTo: length)
    }

    /// Tags in one text, for systems that take no list.
    static func listed(_ tags: [String], separator: String = ",") -> String {
        // A separator within a tag would make two of it.
        tags.map { $0.replacing(",", with: " ").onOneLine }.joined(separator: separator)
    }

    // MARK: - Private

    private static func distinct(_ texts: [String], upTo length: Int) -> [String] {
        texts.reduce(into: []) { tags, text in
            let tag = text.onOneLine.cut(to: length)
            if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
        }
    }

    /// One for each value of what has several, such as categories; none where it has none.
    private static func texts(of parts: [TicketTemplate.Part], _ facts: TicketFacts) -> [String] {
        parts.reduce([""]) { texts, part in
            let values = facts.values(of: part).map(\.withoutInvisibles)
            return texts.flatMap { text in values.map { text + $0 } }
        }
    }
}

extension TicketTemplate {
    /// The parts of each of the texts that the template's own commas part.
    ///
    /// `earshot,{{severity}}` is two tags; a comma in a value parts nothing.
    fileprivate var partedAtCommas: [[Part]] {
        parts.reduce(into: [[]]) { groups, part in
            guard case .literal(let text) = part else {
                groups[groups.count - 1].append(part)
                return
            }
            for (number, piece) in text.split(separator: ",", omittingEmptySubsequences: false)
                .enumerated()
            {
                if number > 0 { groups.append([]) }
                groups[groups.count - 1].append(.literal(String(piece)))
            }
        }
    }
}
