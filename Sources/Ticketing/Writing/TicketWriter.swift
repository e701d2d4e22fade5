import Foundation
package import Model

/// Writes tickets and comments by the templates of the rules.
package struct TicketWriter: Sendable {
    private let rules: Rules
    private let destination: TicketDestination
    private let limits: TextLimits
    private let markup: TicketMarkup
    private var language: LanguageCode { destination.terms.language }

    package init(rules: Rules, destination: TicketDestination) {
        self.rules = rules
        self.destination = destination
        limits = destination.system.limits
        markup = destination.terms.markup ?? limits.markup
    }

    package func draft(
        _ operation: TicketDelivery.Operation, _ context: TicketContext
    ) -> TicketDraft {
        let facts = TicketFacts(context, rules: rules, language: language)
        let words = TicketWords.inLanguage(language)
        let templates = templates(for: context.entry.tags.team)
        let severity = context.entry.tags.severity
        let body =
            switch operation {
            case .create: templates.body ?? words.body
            case .comment: words.comment
            }
        let fields = destination.fields
        return TicketDraft(
            key: context.key,
            subject: subject(by: [templates.subject, words.subject], facts),
            body: TicketBody(facts: facts, markup: markup, length: limits.body).text(body),
            severity: severity, priority: fields.priorities[severity],
            tags: TicketTags.tags(of: fields.tags, facts, upTo: limits.tag),
            fields: fields.custom.map { field in
                TicketDraft.Field(name: field.name, value: text(of: field.value, facts))
            }.filter { !$0.value.isEmpty },
            facts: Dictionary(
                uniqueKeysWithValues: TicketPlaceholder.allCases.compactMap { placeholder in
                    let text = facts.text(of: placeholder)
                    return text.isEmpty ? nil : (placeholder, text)
                }), identity: context.identity)
    }

    /// One ticket in place of many.
    package func summary(of entries: [HeardEntry], key: String) -> TicketDraft {
        let words = TicketWords.inLanguage(language)
        let severity = entries.map(\.tags.severity).max() ?? .normal
        return TicketDraft(
            key: key,
            subject: words.summarySubject.replacing("%", with: String(entries.count)),
            body: TicketSummary(
                rules: rules, language: language, markup: markup, length: limits.body
            ).body(of: entries, key: key),
            severity: severity, priority: destination.fields.priorities[severity],
            tags: TicketTags.ownTags(of: destination.fields.tags, upTo: limits.tag),
            fields: ownFields,
            facts: [
                .key: key, .severity: severity.rawValue,
                .related: entries.compactMap(\.link).joined(separator: ", "),
            ].filter { !$0.value.isEmpty })
    }

    // MARK: - Private

    /// By the first that says anything of this mention: a ticket without a subject is refused.
    private func subject(by templates: [TicketTemplate?], _ facts: TicketFacts) -> String {
        templates.lazy.compactMap(\.self)
            .map { TicketSubject.text($0, facts, upTo: limits.subject) }
            .first { !$0.isEmpty } ?? ""
    }

    /// Those that say the same of every mention: a system may ask for them, or route by them.
    private var ownFields: [TicketDraft.Field] {
        // The fields of a webhook are all of its body, which is then no list any more.
        guard destination.system != .webhook else { return [] }
        return destination.fields.custom.compactMap { field in
            field.value.ownWords.map { TicketDraft.Field(name: field.name, value: $0) }
        }
    }

    /// The most particular ones: for the team in the language, for the team, for the language, any.
    private func templates(for team: Team.ID) -> (subject: TicketTemplate?, body: TicketTemplate?) {
        let all = rules.routing.tickets?.templates ?? []
        let fitting = all.filter {
            ($0.team ?? team) == team && ($0.language ?? language) == language
        }
        func rank(_ templates: TicketTemplates) -> Int {
            (templates.team == nil ? 0 : 2) + (templates.language == nil ? 0 : 1)
        }
        let ranked = fitting.sorted { rank($0) > rank($1) }
        return (
            ranked.lazy.compactMap(\.subject).first, ranked.lazy.compactMap(\.body).first
        )
    }

    private func text(of template: TicketTemplate, _ facts: TicketFacts) -> String {
        template.parts.map { facts.text(of: $0).withoutInvisibles }.joined().cut(to: limits.body)
    }
}
