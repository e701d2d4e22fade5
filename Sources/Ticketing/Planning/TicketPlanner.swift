package import Foundation
package import Model

/// Decides which mentions become tickets, and where: a pure function of the entry and the rules.
package struct TicketPlanner: Sendable {
    private let tickets: TicketRules
    private let brandKinds: [Brand.ID: Brand.Kind]
    private let now: Date

    /// - Returns: `nil` where the rules ask for no tickets.
    package init?(rules: Rules, now: Date) {
        guard let tickets = rules.routing.tickets else { return nil }
        self.tickets = tickets
        brandKinds = Dictionary(rules.brands.map { ($0.id, $0.kind) }) { first, _ in first }
        self.now = now
    }

    /// The destination of the first route that takes the entry; `nil` for none, and for spam, for
    /// what was said too long ago and for what names nobody.
    package func destination(of entry: HeardEntry) -> TicketDestination? {
        let tags = entry.tags
        let age = now.timeIntervalSince(entry.date)
        guard !tags.mentions.isEmpty, !tags.isSpam,
            age <= TimeInterval(tickets.maximumAge.components.seconds)
        else { return nil }
        let findings = findings(tags)
        let route = tickets.routes.first { holds($0, for: tags, findings) }
        return route.flatMap { route in
            tickets.destinations.first { $0.id == route.destination }
        }
    }

    // MARK: - Private

    private func findings(_ tags: Tags) -> TagFindings {
        let tones = tags.brandTones
        return TagFindings(
            categories: tags.categories.map(\.id), facets: tags.facets,
            brands: tones.map(\.brand), brandKinds: tones.compactMap { brandKinds[$0.brand] },
            language: tags.language.code,
            tone: TagFindings.decidingTone(tones, whole: tags.sentiment) {
                brandKinds[$0] == .own
            })
    }

    private func holds(_ route: TicketRoute, for tags: Tags, _ findings: TagFindings) -> Bool {
        let isSure =
            route.minimumConfidence.map { least in
                tags.categories.contains { $0.confidence >= least }
            } ?? true
        return isSure && (route.teams.isEmpty || route.teams.contains(tags.team))
            && route.condition.holds(for: findings, severity: tags.severity)
    }
}
