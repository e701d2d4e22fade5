import Foundation
import Model

/// Reads one item of `tickets: destinations:`.
struct TicketDestinationReader {
    let fields: Fields<Key>
    private let value: YAMLValue
    private let facets: Register

    enum Key: String, CaseIterable {
        case id, system, url, path, user, token, queue, type
        case keyField = "key_field"
        case requester, assignee, markup
        case reopenStatus = "reopen_status"
        case closedStates = "closed_states"
        case finalStates = "never_reopen"
        case whenUnsure = "when_unsure"
        case priority, tags, fields, language
        case maximumComments = "max_comments"
        case reopensWithin = "reopen_within"
        case maximumCreates = "max_creates_per_run"
        case requestsPerMinute = "requests_per_minute"
        case timeout
        case settleTime = "settle_time"
        case certificateFile = "ca_file"
    }

    /// `nil` if the value is no mapping at all.
    ///
    /// - Parameter facets: those that templates may ask for.
    init?(_ value: YAMLValue, facets: Register, noting errors: inout [RuleError]) {
        guard let fields = Fields<Key>(value, noting: &errors) else { return nil }
        self.fields = fields
        self.value = value
        self.facets = facets
    }

    /// `nil` once a mistake is noted.
    func destination(
        id: TicketDestination.ID, noting errors: inout [RuleError]
    ) -> TicketDestination? {
        let before = errors.count
        let system = errors.noting(
            try fields.required(.system).choice(of: "system", TicketSystemName.self))
        guard let system else { return nil }
        checkSettings(of: system, noting: &errors)
        let address = address(of: system, noting: &errors)
        let credentials = TicketDestination.Credentials(
            // A mail server takes the name apart from the password.
            user: errors.noting(
                try system == .email ? fields[.user]?.text() : fields[.user]?.userName()),
            secret: errors.noting(try fields[.token]?.secret()))
        let content = content(of: system, noting: &errors)
        if system == .email, (credentials.user == nil) != (credentials.secret == nil) {
            errors.append(RuleError(.mail(.halfCredentials), at: fields.place))
        }
        let terms = terms(of: system, noting: &errors)
        guard let address, errors.count == before else { return nil }
        return TicketDestination(
            id: id, system: system, address: address, credentials: credentials, fields: content,
            terms: terms, place: value.place)
    }

    // MARK: - Private

    /// What its system needs must be there, and what it cannot use must not.
    private func checkSettings(of system: TicketSystemName, noting errors: inout [RuleError]) {
        let settings = system.settings
        for setting in TicketSystemName.Setting.allCases {
            guard let key = Key(rawValue: setting.rawValue) else {
                preconditionFailure("every setting is a key of a destination")
            }
            if settings.required.contains(setting) {
                if fields[key] == nil {
                    errors.append(RuleError(.missingKey(key.rawValue), at: fields.place))
                }
            } else if let value = fields[key], !settings.optional.contains(setting) {
                errors.append(
                    RuleError(
                        .ticket(.useless(key: key.rawValue, system: system.rawValue)),
                        at: value.place))
            }
        }
    }

    private func address(
        of system: TicketSystemName, noting errors: inout [RuleError]
    ) -> String? {
        if let path = fields[.path] { return errors.noting(try path.workspacePath()) }
        guard let url = fields[.url] else { return "" }
        if system == .email { return errors.noting(try url.mailServer()) }
        guard let text = errors.noting(try url.webAddress()) else { return nil }
        guard AuthorizationReader.isSafe(toSendTo: text) else {
            errors.append(RuleError(.fetching(.unencrypted), at: url.place))
            return nil
        }
        // A webhook's address is all there is; behind that of a system we write paths.
        guard system != .webhook else { return text }
        let parts = URLComponents(string: text)
        guard parts?.query == nil, parts?.fragment == nil else {
            errors.append(RuleError(.ticket(.addressGoesOn(text)), at: url.place))
            return nil
        }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    private func content(
        of system: TicketSystemName, noting errors: inout [RuleError]
    ) -> TicketDestination.Fields {
        var content = TicketDestination.Fields()
        if system == .email {
            _ = errors.noting(try fields[.queue]?.mailAddress())
            _ = errors.noting(try fields[.requester]?.mailAddress())
        }
        content.queue = errors.noting(try fields[.queue]?.text())
        content.type = errors.noting(try fields[.type]?.text())
        content.keyField = errors.noting(try fields[.keyField]?.text())
        content.requester = errors.noting(try fields[.requester]?.text())
        content.assignee = errors.noting(try fields[.assignee]?.text())
        content.reopenStatus = errors.noting(try fields[.reopenStatus]?.text())
        for item in errors.noting(try fields[.closedStates]?.list()) ?? [] {
            let state = errors.noting(
                try item.closedState(of: system, openingAs: content.reopenStatus))
            if let state { content.closedStates.append(state) }
        }
        for item in errors.noting(try fields[.finalStates]?.list()) ?? [] {
            if let state = errors.noting(try item.text()) { content.finalStates.append(state) }
        }
        let priorities = fields.fields(.priority, of: Severity.self, noting: &errors)
        for severity in Severity.allCases {
            content.priorities[severity] = errors.noting(
                try priorities?[severity]?.priority(in: system))
        }
        let tags = errors.noting(try fields[.tags]?.list()) ?? []
        content.tags = templates(tags, noting: &errors)
        content.custom = customFields(of: system, noting: &errors)
        return content
    }

    /// The mapping `fields:`, for what the system has beside the keys that all have.
    private func customFields(
        of system: TicketSystemName, noting errors: inout [RuleError]
    ) -> [TicketDestination.CustomField] {
        var custom: [TicketDestination.CustomField] = []
        for (name, value) in errors.noting(try fields[.fields]?.pairs()) ?? [] {
            let name = errors.noting(try name.fieldName(in: system, beside: custom))
            let items = value.isList ? errors.noting(try value.list()) ?? [] : [value]
            let templates = templates(items, noting: &errors)
            guard let name, !templates.isEmpty, templates.count == items.count else { continue }
            let parts = templates.map(\.parts).joined(separator: [.literal(",")])
            custom.append(
                TicketDestination.CustomField(
                    name: name, value: TicketTemplate(parts: Array(parts)), isList: value.isList))
        }
        return custom
    }

    private func templates(
        _ items: [YAMLValue], noting errors: inout [RuleError]
    ) -> [TicketTemplate] {
        var templates: [TicketTemplate] = []
        for item in items {
            let template = errors.noting(try item.ticketTemplate(knowing: facets))
            if let template { templates.append(template) }
        }
        return templates
    }

    private func terms(
        of system: TicketSystemName, noting errors: inout [RuleError]
    ) -> TicketDestination.Terms {
        // A mail server looks into a whole message before it takes it, which may be for minutes (RFC 5321
        // §4.5.3.2.6). A webhook is told by the key what it has had before.
        var terms = TicketDestination.Terms(
            timeout: system == .email ? .seconds(120) : .seconds(30),
            settleTime: system.settleTime, whenUnsure: system == .webhook ? .resend : .hold)
        func set<Value>(
            _ path: WritableKeyPath<TicketDestination.Terms, Value>, _ value: Value?
        ) {
            if let value { terms[keyPath: path] = value }
        }
        set(\.language, errors.noting(try fields[.language]?.languageCode()))
        terms.markup = errors.noting(
            try fields[.markup]?.choice(of: "markup", TicketMarkup.self))
        set(
            \.whenUnsure,
            errors.noting(
                try fields[.whenUnsure]?.choice(of: "answer", WhenUnsure.self)))
        set(
            \.maximumComments,
            errors.noting(
                try fields[.maximumComments]?.wholeNumber(in: 0...1_000)))
        set(\.reopensWithin, errors.noting(try fields[.reopensWithin]?.duration()))
        set(
            \.maximumCreates,
            errors.noting(
                try fields[.maximumCreates]?.wholeNumber(in: 1...1_000_000)))
        set(
            \.requestsPerMinute,
            errors.noting(
                try fields[.requestsPerMinute]?.wholeNumber(in: 1...1_000_000)))
        set(
            \.timeout,
            errors.noting(
                try fields[.timeout]?.duration(
                    in: .milliseconds(100)...(.seconds(300)), written: ("100ms", "5m"))))
        set(\.settleTime, errors.noting(try fields[.settleTime]?.durationAboveZero()))
        terms.certificateFile = errors.noting(try fields[.certificateFile]?.workspacePath())
        return terms
    }
}

extension YAMLValue {
    /// A state in which nobody works on a ticket any more.
    ///
    /// - Parameter status: that closed tickets are opened with; `nil` for the system's usual one.
    fileprivate func closedState(
        of system: TicketSystemName, openingAs status: String?
    ) throws(RuleError) -> String {
        // Freshdesk tells its states by their numbers alone.
        let state =
            try system == .freshdesk ? String(wholeNumber(in: 2...1_000_000)) : text()
        let open: [(state: String, meaning: String?)] =
            switch system {
            case .freshdesk: [("2", "open"), ("3", "pending")]
            case .requestTracker, .zammad: [("new", nil), (status ?? "open", nil)]
            case .redmine, .roundup, .zendesk, .jira, .jiraDataCenter, .intercom, .github, .gitlab,
                .webhook, .email, .jsonLines, .csv:
                [status].compactMap(\.self).map { ($0, nil) }
            }
        if let found = open.first(where: { $0.state == state }) {
            throw RuleError(
                .ticket(.neverClosed(state: state, meaning: found.meaning)), at: place)
        }
        return state
    }

    /// How grave a ticket is, as its system says it; some systems know only certain numbers or names.
    fileprivate func priority(in system: TicketSystemName) throws(RuleError) -> String {
        let known: [String]
        switch system {
        case .freshdesk: known = ["1", "2", "3", "4"]
        case .zendesk: known = ["low", "normal", "high", "urgent"]
        case .redmine, .requestTracker, .roundup, .jira, .jiraDataCenter, .zammad, .intercom,
            .github, .gitlab, .webhook, .email, .jsonLines, .csv:
            known = []
        }
        let text = try text()
        guard known.isEmpty || known.contains(text) else {
            throw RuleError(.unknown("priority", text, known: known), at: place)
        }
        return text
    }

    /// What a custom field is called, in the way of its system.
    fileprivate func fieldName(
        in system: TicketSystemName, beside others: [TicketDestination.CustomField]
    ) throws(RuleError) -> String {
        switch system {
        case .email: try mailFieldName(beside: others)
        case .webhook, .jira, .jiraDataCenter: try jsonPath(beside: others)
        case .freshdesk, .zendesk, .redmine, .requestTracker, .roundup, .zammad, .intercom, .github,
            .gitlab, .jsonLines, .csv:
            try text()
        }
    }

    /// Where a text stands in the JSON of a webhook, or of a Jira issue: `ticket.team` in the object
    /// `ticket`.
    private func jsonPath(
        beside others: [TicketDestination.CustomField]
    ) throws(RuleError) -> String {
        let text = try text()
        let path = text.split(separator: ".", omittingEmptySubsequences: false)
        guard !path.contains("") else { throw RuleError(.ticket(.badPath(text)), at: place) }
        let other = others.first { other in
            let other = other.name.split(separator: ".")
            return path.starts(with: other) || other.starts(with: path)
        }
        if let other {
            throw RuleError(.ticket(.insideAnother(text, other: other.name)), at: place)
        }
        return text
    }
}
