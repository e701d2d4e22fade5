/// The systems that tickets can be handed to, as `rules/routing.yaml` names them.
package enum TicketSystemName: String, Sendable, CaseIterable, Codable {
    case redmine
    case requestTracker = "rt"
    case roundup, zendesk, jira
    case jiraDataCenter = "jira_dc"
    case zammad, freshdesk, github, gitlab, webhook, email
    case jsonLines = "jsonl"
    case csv

    /// Whether it is reached over the network.
    package var isRemote: Bool {
        switch self {
        case .jsonLines, .csv: false
        case .redmine, .requestTracker, .roundup, .zendesk, .jira, .jiraDataCenter, .zammad,
            .freshdesk, .github, .gitlab, .webhook, .email:
            true
        }
    }

    /// What a destination of this kind must say, and what it may say besides what all may.
    package var settings: Settings {
        switch self {
        case .redmine:
            Settings(
                [.url, .token, .queue, .type, .keyField], or: [.assignee, .markup])
        case .requestTracker:
            Settings([.url, .token, .queue, .keyField, .requester], or: [.assignee])
        case .roundup: Settings([.url, .user, .token, .keyField], or: [.assignee])
        case .zendesk: Settings([.url, .user, .token], or: [.queue, .requester, .assignee])
        case .jira: Settings([.url, .user, .token, .queue, .type], or: [.assignee])
        case .jiraDataCenter: Settings([.url, .token, .queue, .type], or: [.assignee])
        case .zammad: Settings([.url, .token, .queue, .keyField, .requester], or: [.assignee])
        case .freshdesk:
            Settings([.url, .token, .keyField, .requester], or: [.queue, .type, .assignee])
        case .github: Settings([.url, .token, .queue], or: [.assignee])
        case .gitlab: Settings([.url, .token, .queue], or: [.type, .assignee])
        case .webhook: Settings([.url, .token], or: [.markup, .whenUnsure])
        case .email: Settings([.url, .queue, .requester], or: [.user, .token, .whenUnsure])
        case .jsonLines, .csv: Settings([.path], or: [])
        }
    }

    /// How long a request whose answer was lost may still be at work, or its ticket not be found yet:
    /// some search an index that lags behind.
    package var settleTime: Duration {
        switch self {
        case .jira: .seconds(300)
        case .freshdesk: .seconds(900)
        case .redmine, .requestTracker, .roundup, .zendesk, .jiraDataCenter, .zammad, .github,
            .gitlab, .webhook, .email, .jsonLines, .csv:
            .seconds(60)
        }
    }

    package struct Settings: Hashable, Sendable {
        package let required: [Setting]
        package let optional: [Setting]

        init(_ required: [Setting], or optional: [Setting]) {
            self.required = required
            self.optional = optional
        }
    }

    /// A key of a destination that not every system takes.
    package enum Setting: String, Sendable, CaseIterable {
        case url, path, user, token, queue, type
        case keyField = "key_field"
        case requester, assignee, markup
        case whenUnsure = "when_unsure"
    }
}
