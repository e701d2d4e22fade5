package import Foundation
package import Model

extension TicketDestination {
    /// What speaks this destination's language; for one thread.
    ///
    /// - Parameters:
    ///   - folder: where its files lie, for those that are files.
    ///   - now: what the lines of files are dated by; `nil` for the clock of the session.
    package func makeSystem(folder: String, now: Date? = nil) -> any TicketSystem {
        switch system {
        case .redmine: Redmine(destination: self)
        case .requestTracker: RequestTracker(destination: self)
        case .roundup: Roundup(destination: self)
        case .zendesk: Zendesk(destination: self)
        case .jira: Jira(destination: self, isCloud: true)
        case .jiraDataCenter: Jira(destination: self, isCloud: false)
        case .zammad: Zammad(destination: self)
        case .freshdesk: Freshdesk(destination: self)
        case .intercom: Intercom(destination: self)
        case .github: GitHubIssues(destination: self)
        case .gitlab: GitLabIssues(destination: self)
        case .webhook: Webhook(destination: self)
        case .email: MailQueue(destination: self)
        case .jsonLines: TicketFile(folder: folder, format: JSONLinesFormat(), now: now)
        case .csv: TicketFile(folder: folder, format: CSVFormat(), now: now)
        }
    }
}

/// How much text a system takes, in UTF-16 units, and how it reads it.
struct TextLimits {
    let subject: Int
    let body: Int
    /// Of each tag.
    var tag = 255
    let markup: TicketMarkup
}

extension TicketSystemName {
    var limits: TextLimits {
        switch self {
        case .redmine: TextLimits(subject: 255, body: 60_000, markup: .textile)
        // A longer subject is cut without a word.
        case .requestTracker: TextLimits(subject: 200, body: 60_000, markup: .plain)
        case .roundup, .zendesk, .zammad, .intercom:
            TextLimits(subject: 200, body: 60_000, markup: .plain)
        case .jira: TextLimits(subject: 255, body: 30_000, markup: .plain)
        case .jiraDataCenter: TextLimits(subject: 255, body: 30_000, markup: .wiki)
        case .freshdesk: TextLimits(subject: 200, body: 60_000, tag: 32, markup: .html)
        case .github: TextLimits(subject: 200, body: 60_000, tag: 50, markup: .markdown)
        case .gitlab: TextLimits(subject: 200, body: 60_000, markup: .markdown)
        case .webhook, .email, .jsonLines, .csv:
            TextLimits(subject: 255, body: 60_000, markup: .plain)
        }
    }
}
