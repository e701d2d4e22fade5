/// The systems that tickets can be handed to, as `rules/routing.yaml` names them.
package enum TicketSystemName: String, Sendable, CaseIterable, Codable {
    case redmine
    case requestTracker = "rt"
    case roundup, zendesk, jira
    case jiraDataCenter = "jira_dc"
    case zammad, freshdesk, intercom, github, gitlab, webhook, email
    case jsonLines = "jsonl"
    case csv

    /// Whether it is reached over the network.
    package var isRemote: Bool {
        switch self {
        case .jsonLines, .csv: false
        case .redmine, .requestTracker, .roundup, .zendesk, .jira, .jiraDataCenter, .zammad,
            .freshdesk, .intercom, .github, .gitlab, .webhook, .email:
            true
        }
    }

    /// What a destination of this kind must say, and what it may say besides what all may.
    package var settings: Settings {
        let own = ownSettings
        return isRemote ? Settings(own.required, or: own.optional + [.certificateFile]) : own
    }

    private var ownSettings: Settings {
        switch self {
        case .redmine:
            Settings(
                [.url, .token, .queue, .type, .keyField],
                or: [.assignee, .reopenStatus, .finalStates, .markup, .priority, .fields])
        case .requestTracker:
            Settings(
                [.url, .token, .queue, .keyField, .requester],
                or: [
                    .assignee, .reopenStatus, .closedStates, .finalStates, .priority, .fields,
                ])
        case .roundup:
            Settings(
                [.url, .user, .token, .keyField],
                or: [
                    .assignee, .reopenStatus, .closedStates, .finalStates, .priority, .fields,
                ])
        case .zendesk:
            Settings([.url, .user, .token], or: [.queue, .requester, .assignee] + Self.content)
        case .jira:
            Settings(
                [.url, .user, .token, .queue, .type], or: [.assignee, .finalStates] + Self.content)
        case .jiraDataCenter:
            Settings(
                [.url, .token, .queue, .type], or: [.assignee, .finalStates] + Self.content)
        case .zammad:
            Settings(
                [.url, .token, .queue, .keyField, .requester],
                or: [.assignee, .reopenStatus, .closedStates, .finalStates] + Self.content)
        case .freshdesk:
            Settings(
                [.url, .token, .keyField, .requester],
                or: [.queue, .type, .assignee, .closedStates] + Self.content)
        case .intercom:
            Settings(
                [.url, .user, .token, .type, .keyField, .requester],
                or: [.queue, .assignee, .reopenStatus, .finalStates, .fields])
        case .github: Settings([.url, .token, .queue], or: [.assignee, .finalStates, .tags])
        case .gitlab: Settings([.url, .token, .queue], or: [.type, .assignee, .tags])
        case .webhook: Settings([.url, .token], or: [.markup, .whenUnsure] + Self.content)
        case .email:
            Settings(
                [.url, .queue, .requester], or: [.user, .token, .whenUnsure] + Self.content)
        case .jsonLines: Settings([.path], or: Self.content)
        case .csv: Settings([.path], or: [.priority, .tags])
        }
    }

    /// What most have a place for.
    private static let content: [Setting] = [.priority, .tags, .fields]

    /// How long a request whose answer was lost may still be at work, or its ticket not be found yet:
    /// some search an index that lags behind.
    package var settleTime: Duration {
        switch self {
        case .jira, .intercom: .seconds(300)
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
        case requester, assignee, markup, priority, tags, fields
        case reopenStatus = "reopen_status"
        case closedStates = "closed_states"
        case finalStates = "never_reopen"
        case whenUnsure = "when_unsure"
        case certificateFile = "ca_file"
    }
}
