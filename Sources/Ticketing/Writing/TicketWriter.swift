import Foundation
package import Model

/// Writes tickets and comments by the templates of the rules.
package struct TicketWriter: Sendable {
    private let rules: Rules
    private let destination: TicketDestination
    private let limits: TextLimits
    private let markup: TicketMarkup

    package init(rules: Rules, destination: TicketDestination) {
        self.rules = rules
        self.destination = destination
        limits = destination.system.limits
        markup = destination.terms.markup ?? limits.markup
    }

    package func draft(
        _ operation: TicketDelivery.Operation, _ context: TicketContext
    ) -> TicketDraft {
        let facts = TicketFacts(context, rules: rules, language: destination.terms.language)
        let words = TicketWords.inLanguage(destination.terms.language)
        let templates = templates(for: context.entry.tags.team)
        let subject = self.subject(templates.subject ?? words.subject, facts)
        let body =
            switch operation {
            case .create: templates.body ?? words.body
            case .comment: words.comment
            }
        let fields = destination.fields
        var tags: [String] = []
        for template in fields.tags {
            for value in template.partedAtCommas.flatMap({ values(of: $0, facts) }) {
                let tag = value.onOneLine.cut(to: limits.tag)
                if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
            }
        }
        return TicketDraft(
            key: context.key, subject: subject,
            body: bodyThatFits(body, facts),
            severity: context.entry.tags.severity,
            priority: fields.priorities[context.entry.tags.severity], tags: tags,
            fields: fields.custom.map { field in
                TicketDraft.Field(
                    name: field.name,
                    value: text(of: field.value, facts).cut(to: limits.body))
            }.filter { !$0.value.isEmpty },
            facts: Dictionary(
                uniqueKeysWithValues: TicketPlaceholder.allCases.compactMap { placeholder in
                    let text = facts.text(of: placeholder)
                    return text.isEmpty ? nil : (placeholder, text)
                }), identity: context.identity)
    }

    /// One ticket that stands for many: their severity, category, team and address, and none of their
    /// words, so that what is forgotten later was never in it.
    package func summary(of entries: [HeardEntry], key: String) -> TicketDraft {
        let words = TicketWords.inLanguage(destination.terms.language)
        let lines = entries.map { entry in
            let kind = entry.tags.categories.map(\.id.value).joined(separator: ", ")
            let parts = [
                "#\(entry.sequence)", words.severities[entry.tags.severity] ?? "",
                kind, entry.tags.team.value,
            ].filter { !$0.isEmpty }
            return markup.escaped(parts.joined(separator: ", ")) + " "
                + (entry.link.map(markup.link) ?? "")
        }
        let severity = entries.map(\.tags.severity).max() ?? .normal
        let subject = words.summarySubject.replacing("%", with: String(entries.count))
        let body = fitting(lines, between: [words.summaryOpening, ""], and: ["", key])
        return TicketDraft(
            key: key, subject: subject, body: body,
            severity: severity, priority: destination.fields.priorities[severity], tags: [],
            fields: [], facts: [.key: key, .severity: severity.rawValue])
    }

    // MARK: - Private

    /// The most particular ones: for the team in the language, for the team, for the language, any.
    private func templates(for team: Team.ID) -> (subject: TicketTemplate?, body: TicketTemplate?) {
        let all = rules.routing.tickets?.templates ?? []
        let fitting = all.filter {
            ($0.team ?? team) == team
                && ($0.language ?? destination.terms.language) == destination.terms.language
        }
        func rank(_ templates: TicketTemplates) -> Int {
            (templates.team == nil ? 0 : 2) + (templates.language == nil ? 0 : 1)
        }
        let ranked = fitting.sorted { rank($0) > rank($1) }
        return (
            ranked.lazy.compactMap(\.subject).first, ranked.lazy.compactMap(\.body).first
        )
    }

    /// On one line, without what stands around a place that is empty.
    private func subject(_ template: TicketTemplate, _ facts: TicketFacts) -> String {
        var pieces = pieces(of: template, facts)
        for place in template.parts.indices
        where template.parts[place].isPlaceholder && pieces[place].isEmpty {
            pieces.removeBrackets(around: place, in: template.parts)
            pieces.removePunctuation(behind: place, in: template.parts)
        }
        var subject = pieces.joined().onOneLine
        if let last = template.parts.indices.last, template.parts[last].isPlaceholder,
            pieces[last].isEmpty
        {
            // Nothing follows what parted it from the place before.
            while let end = subject.last, " :,;–—-".contains(end) { subject.removeLast() }
        }
        return subject.cut(to: limits.subject)
    }

    private func text(of template: TicketTemplate, _ facts: TicketFacts) -> String {
        pieces(of: template, facts).joined()
    }

    /// A text for each part.
    private func pieces(of template: TicketTemplate, _ facts: TicketFacts) -> [String] {
        template.parts.map { part in
            switch part {
            case .literal(let text): text
            case .placeholder(let placeholder, let filters):
                Self.filtered(facts.text(of: placeholder), filters).withoutInvisibles
            }
        }
    }

    /// A text for each value of what has several, such as categories; none where it has none.
    private func values(of parts: [TicketTemplate.Part], _ facts: TicketFacts) -> [String] {
        parts.reduce([""]) { texts, part in
            let pieces =
                switch part {
                case .literal(let text): [text]
                case .placeholder(let placeholder, let filters):
                    facts.values(of: placeholder).map {
                        Self.filtered($0, filters).withoutInvisibles
                    }
                }
            return texts.flatMap { text in pieces.map { text + $0 } }
        }
    }

    /// The body with each value as long as the whole allows.
    ///
    /// Values are cut before they become mark-up, which cut in the middle would say something else.
    private func bodyThatFits(_ template: TicketTemplate, _ facts: TicketFacts) -> String {
        let whole = body(template, facts, room: .max)
        guard whole.utf16.count > limits.body else { return whole }
        var (fits, least, most) = (body(template, facts, room: 0), 1, limits.body)
        while least <= most {
            let room = (least + most) / 2
            let text = body(template, facts, room: room)
            if text.utf16.count <= limits.body {
                (fits, least) = (text, room + 1)
            } else {
                most = room - 1
            }
        }
        return fits
    }

    /// Leaves out the lines all of whose placeholders are empty, and brackets around an empty one.
    ///
    /// - Parameter room: the most UTF-16 units of a value.
    private func body(_ template: TicketTemplate, _ facts: TicketFacts, room: Int) -> String {
        let lines = template.lines.compactMap { line -> String? in
            var pieces = line.map { part in
                switch part {
                case .literal(let text): markup.literal(text)
                case .placeholder(let placeholder, let filters):
                    value(of: placeholder, filters, facts, room: room)
                }
            }
            let places = line.indices.filter { line[$0].isPlaceholder }
            if !places.isEmpty, places.allSatisfy({ pieces[$0].isEmpty }) { return nil }
            for place in places where pieces[place].isEmpty {
                pieces.removeBrackets(around: place, in: line)
            }
            return pieces.joined()
        }
        return markup.finished(lines.joined(separator: "\n").withoutEmptyLineRuns)
    }

    private func value(
        of placeholder: TicketPlaceholder, _ filters: [TicketTemplate.Filter],
        _ facts: TicketFacts, room: Int
    ) -> String {
        let text = Self.filtered(facts.wording(of: placeholder), filters)
        let isWhole = text.utf16.count <= room
        switch placeholder {
        case .url, .previous:
            // A part of an address leads elsewhere.
            return text.isEmpty || !isWhole ? "" : markup.link(text)
        case .excerpt where filters.isEmpty && isWhole:
            return facts.excerpt.text(plain: markup.escaped) { markup.marked(markup.escaped($0)) }
        default:
            return markup.escaped(text.cut(to: room))
        }
    }

    /// As many lines as the system takes; the rest are counted in their last.
    private func fitting(_ lines: [String], between head: [String], and foot: [String]) -> String {
        func finished(_ lines: [String]) -> String {
            markup.finished((head + lines + foot).joined(separator: "\n"))
        }
        let whole = finished(lines)
        guard whole.utf16.count > limits.body else { return whole }
        var length = finished(["… +\(lines.count)"]).utf16.count
        let kept = lines.prefix { line in
            length += markup.finished(line + "\n").utf16.count
            return length <= limits.body
        }
        return finished(kept + ["… +\(lines.count - kept.count)"])
    }

    private static func filtered(_ text: String, _ filters: [TicketTemplate.Filter]) -> String {
        filters.reduce(text) { text, filter in
            switch filter {
            case .oneLine: text.onOneLine
            case .truncate(let length): text.cut(to: length)
            }
        }
    }
}

extension TicketTemplate {
    /// The parts of each line.
    fileprivate var lines: [[Part]] {
        var lines: [[Part]] = [[]]
        for part in parts {
            guard case .literal(let text) = part else {
                lines[lines.count - 1].append(part)
                continue
            }
            for (index, piece) in text.split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                if index > 0 { lines.append([]) }
                if !piece.isEmpty { lines[lines.count - 1].append(.literal(String(piece))) }
            }
        }
        return lines
    }
}

extension TicketTemplate.Part {
    fileprivate var isPlaceholder: Bool {
        if case .placeholder = self { true } else { false }
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

extension [String] {
    /// Takes ` (` and `)`, or `[` and `]`, from the template's own words before and behind a place.
    fileprivate mutating func removeBrackets(around place: Int, in line: [TicketTemplate.Part]) {
        let (before, behind) = (place - 1, place + 1)
        guard before >= 0, behind < count, !line[before].isPlaceholder,
            !line[behind].isPlaceholder
        else { return }
        for (opening, closing) in [(" (", ")"), ("[", "]")]
        where self[before].hasSuffix(opening) && self[behind].hasPrefix(closing) {
            self[before].removeLast(opening.count)
            self[behind].removeFirst()
        }
    }

    /// Takes what parts a place from the next one, such as `: `, from the template's own words.
    fileprivate mutating func removePunctuation(
        behind place: Int, in line: [TicketTemplate.Part]
    ) {
        let behind = place + 1
        guard behind < count, !line[behind].isPlaceholder else { return }
        let words = self[behind].drop { $0 == " " }
        guard let first = words.first, ":,;–—-".contains(first) else { return }
        self[behind] = String(words.dropFirst())
    }
}

extension String {
    /// Several empty lines become one; none at the ends.
    fileprivate var withoutEmptyLineRuns: String {
        var text = trimmingCharacters(in: .newlines)
        while text.contains("\n\n\n") { text = text.replacing("\n\n\n", with: "\n\n") }
        return text
    }
}
