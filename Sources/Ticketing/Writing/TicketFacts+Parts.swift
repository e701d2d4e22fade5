import Model

/// What the parts of templates come to.
extension TicketFacts {
    /// As programs read it.
    func text(of part: TicketTemplate.Part) -> String {
        text(of: part, placeholder: text(of:))
    }

    /// As people read it.
    func wording(of part: TicketTemplate.Part) -> String {
        text(of: part, placeholder: wording(of:))
    }

    /// A text for each value of what has several, such as categories; none where it has none.
    func values(of part: TicketTemplate.Part) -> [String] {
        switch part {
        case .literal(let text): [text]
        case .placeholder(let placeholder, let filters):
            values(of: placeholder).map { $0.filtered(by: filters) }
        case .facet(let facet, let filters): values(of: facet).map { $0.filtered(by: filters) }
        }
    }

    // MARK: - Private

    private func text(
        of part: TicketTemplate.Part, placeholder text: (TicketPlaceholder) -> String
    ) -> String {
        switch part {
        case .literal(let words): words
        case .placeholder(let placeholder, let filters):
            text(placeholder).filtered(by: filters)
        case .facet(let facet, let filters):
            values(of: facet).joined(separator: ", ").filtered(by: filters)
        }
    }
}

extension String {
    /// `2026-11-22`.
    private static let lengthOfDay = 10

    fileprivate func filtered(by filters: [TicketTemplate.Filter]) -> String {
        filters.reduce(self) { text, filter in
            switch filter {
            case .oneLine: text.onOneLine
            case .truncate(let length): text.cut(to: length)
            // Moments are written from the day on.
            case .date: String(text.prefix(Self.lengthOfDay))
            case .number: text
            }
        }
    }
}
