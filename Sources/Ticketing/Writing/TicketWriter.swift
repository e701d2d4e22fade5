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
            case .comment: context.relatedIsTold ? words.repeatedComment : words.comment
            }
        let fields = destination.fields
        return TicketDraft(
            key: context.key,
            subject: subject(by: [templates.subject, words.subject], facts),
            body: TicketBody(facts: facts, markup: markup, length: limits.body).text(body),
            severity: severity, priority: fields.priorities[severity],
            tags: TicketTags.tags(of: fields.tags, facts, upTo: limits.tag),
            fields: fields.custom.compactMap { self.field($0, by: $0.value, facts) },
            facts: Dictionary(
                uniqueKeysWithValues: TicketPlaceholder.allCases.compactMap { placeholder in
                    let text = facts.text(of: placeholder)
                    return text.isEmpty ? nil : (placeholder, text)
                }), identity: context.identity)
    }

    /// One ticket in place of many.
    ///
    /// - Parameter gravest: the most severe of them. Fields that ask for something of a mention are
    ///   filled from it, as a system may require them or route by them. `nil` where none is left.
    package func summary(of entries: [HeardEntry], key: String, gravest: TicketContext?)
        -> TicketDraft
    {
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
            fields: fields(ofListWith: gravest),
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

    private func fields(ofListWith gravest: TicketContext?) -> [TicketDraft.Field] {
        // The fields of a webhook are all of its body, which is then no list any more.
        guard destination.system != .webhook else { return [] }
        let facts = gravest.map { TicketFacts($0, rules: rules, language: language) }
        return destination.fields.custom.compactMap { field in
            guard let facts else { return ownField(field) }
            guard field.value.ownWords == nil else {
                return self.field(field, by: field.value, facts)
            }
            // What is forgotten later was never in it.
            let parts = field.value.parts.filter { !$0.isOfPost }
            guard parts.contains(where: \.isPlace) else { return nil }
            return self.field(field, by: TicketTemplate(parts: parts), facts)
        }
    }

    /// - Returns: `nil` where there is nothing to say.
    private func field(
        _ field: TicketDestination.CustomField, by template: TicketTemplate, _ facts: TicketFacts
    ) -> TicketDraft.Field? {
        guard field.isList else {
            let text = text(of: template, facts)
            guard !text.isEmpty else { return nil }
            return TicketDraft.Field(
                name: field.name, value: text, isNumber: template.isNumber ? true : nil)
        }
        return self.field(field, TicketTags.tags(of: [template], facts, upTo: limits.body))
    }

    /// Where nothing is known of any mention.
    private func ownField(_ field: TicketDestination.CustomField) -> TicketDraft.Field? {
        guard field.isList else {
            return field.value.ownWords.map { TicketDraft.Field(name: field.name, value: $0) }
        }
        return self.field(field, TicketTags.ownTags(of: [field.value], upTo: limits.body))
    }

    private func field(_ field: TicketDestination.CustomField, _ values: [String])
        -> TicketDraft.Field?
    {
        guard !values.isEmpty else { return nil }
        return TicketDraft.Field(
            name: field.name, value: values.joined(separator: ", "), values: values)
    }

    /// The most specific templates: for the team in the language, for the team, for the language, any.
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

extension TicketTemplate.Part {
    /// Whether it asks for words of one post, or for its author.
    fileprivate var isOfPost: Bool {
        switch self {
        case .literal, .facet: false
        case .placeholder(let placeholder, _):
            switch placeholder {
            case .title, .text, .excerpt, .author, .authorHistory, .categoryReasons,
                .severityReason, .toneReasons, .related, .previous, .number:
                true
            case .url, .source, .brand, .brands, .category, .categories, .severity, .tone, .score,
                .language, .team, .answerBy, .published, .heardAt, .nextStep, .key, .facets:
                false
            }
        }
    }
}
