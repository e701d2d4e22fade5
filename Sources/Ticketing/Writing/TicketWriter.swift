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
        let subject = render(templates.subject ?? own(words.subject), facts, markup: .plain)
        let body =
            switch operation {
            case .create: templates.body ?? own(words.body)
            case .comment: own(words.comment)
            }
        let fields = destination.fields
        var tags: [String] = []
        for template in fields.tags {
            // One of several values, such as categories, is a tag of its own.
            for tag in render(template, facts, markup: .plain).split(separator: ",") {
                let tag = String(tag).onOneLine
                if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
            }
        }
        return TicketDraft(
            key: context.key, subject: subject.onOneLine.cut(to: limits.subject),
            body: renderLines(body, facts).cut(to: limits.body),
            severity: context.entry.tags.severity,
            priority: fields.priorities[context.entry.tags.severity], tags: tags,
            fields: fields.custom.map { field in
                TicketDraft.Field(
                    name: field.name, value: render(field.value, facts, markup: .plain))
            }.filter { !$0.value.isEmpty },
            facts: Dictionary(
                uniqueKeysWithValues: TicketPlaceholder.allCases.compactMap { placeholder in
                    let text = facts.text(of: placeholder)
                    return text.isEmpty ? nil : (placeholder, text)
                }))
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
        let text = ([words.summaryOpening, ""] + lines + ["", key]).joined(separator: "\n")
        return TicketDraft(
            key: key, subject: subject, body: markup.finished(text).cut(to: limits.body),
            severity: severity, priority: destination.fields.priorities[severity], tags: [],
            fields: [], facts: [.key: key, .severity: severity.rawValue])
    }

    // MARK: - Private

    private func own(_ text: String) -> TicketTemplate {
        do {
            return try TicketTemplate(text)
        } catch {
            preconditionFailure("a template of ours is wrong: \(error)")
        }
    }

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

    private func render(
        _ template: TicketTemplate, _ facts: TicketFacts, markup: TicketMarkup
    ) -> String {
        template.parts.map { part in
            switch part {
            case .literal(let text): text
            case .placeholder(let placeholder, let filters):
                Self.filtered(facts.text(of: placeholder), filters).withoutInvisibles
            }
        }.joined()
    }

    /// Leaves out the lines all of whose placeholders are empty, and empty brackets.
    private func renderLines(_ template: TicketTemplate, _ facts: TicketFacts) -> String {
        let lines = template.lines.compactMap { line -> String? in
            let values = line.compactMap { part -> String? in
                guard case .placeholder(let placeholder, let filters) = part else { return nil }
                return value(of: placeholder, filters, facts)
            }
            if !values.isEmpty, values.allSatisfy(\.isEmpty) { return nil }
            var next = values.makeIterator()
            return line.map { part in
                if case .literal(let text) = part {
                    markup.literal(text)
                } else {
                    next.next() ?? ""
                }
            }.joined().replacing(" ()", with: "")
        }
        return markup.finished(lines.joined(separator: "\n").withoutEmptyLineRuns)
    }

    private func value(
        of placeholder: TicketPlaceholder, _ filters: [TicketTemplate.Filter], _ facts: TicketFacts
    ) -> String {
        let text = facts.text(of: placeholder)
        switch placeholder {
        case .url, .previous:
            return text.isEmpty ? "" : markup.link(text)
        case .excerpt where filters.isEmpty:
            return facts.excerpt.text(plain: markup.escaped) { markup.marked(markup.escaped($0)) }
        default:
            return markup.escaped(Self.filtered(text, filters))
        }
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

extension String {
    /// Several empty lines become one; none at the ends.
    fileprivate var withoutEmptyLineRuns: String {
        var text = trimmingCharacters(in: .newlines)
        while text.contains("\n\n\n") { text = text.replacing("\n\n\n", with: "\n\n") }
        return text
    }
}
