package import Model
import Reporting
import RuleLoading

extension Workspace {
    /// What people whose posts are read have to be told (GDPR, Article 14), by the settings of the
    /// workspace; a template in Markdown.
    ///
    /// - Parameter language: `nil` for that of the rules.
    package func privacyNotice(in language: ReportLanguage?) throws(RunError) -> String {
        let configuration = try load()
        let routing = configuration.rules.routing
        let language = language ?? routing.language
        let privacy = configuration.feeds.privacy
        // What own brands publish is no stranger's.
        let sources = Dictionary(
            configuration.feeds.feeds.map(\.source).filter { !$0.isOwn }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        ).values
        let tickets = routing.tickets?.destinations.filter(\.system.isRemote) ?? []
        let facts = PrivacyFacts(
            sources: Dictionary(grouping: sources, by: \.authors).mapValues { $0.map(\.name) },
            isMasking: privacy.isMasking,
            days: PrivacyFacts.Days(
                mentions: privacy.retention.mentions.map(Self.days),
                entries: privacy.retention.entries.map(Self.days),
                authors: privacy.retention.authors.map(Self.days),
                reports: privacy.retention.reports.map(Self.days)),
            teams: routing.teams.map { $0.translations[language.code]?.name ?? $0.name },
            recipients: tickets.map { "\($0.id) (\($0.system.rawValue))" }
                + (routing.sending?.channels.map { "\($0.id) (\($0.kind.rawValue))" } ?? []))
        return PrivacyNotice.markdown(of: facts, in: language)
    }

    // MARK: - Private

    private static func days(_ duration: Duration) -> Int {
        Int((duration / .seconds(86_400)).rounded())
    }
}
