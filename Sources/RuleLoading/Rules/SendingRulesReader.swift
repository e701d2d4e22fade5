import Model

/// Reads the mapping `sending:` of `rules/routing.yaml`.
struct SendingRulesReader {
    private let conditions: ConditionReader
    private let teams: Register
    /// Complete once the list has been found.
    private var channels = Register(of: "channel", isComplete: false)
    private var notices = Register(of: "notice")

    /// - Parameters:
    ///   - conditions: knows what there is of brands, categories and places.
    ///   - teams: that there are.
    init(conditions: ConditionReader, teams: Register) {
        self.conditions = conditions
        self.teams = teams
    }

    /// `nil` once a mistake is noted.
    mutating func rules(_ value: YAMLValue, noting errors: inout [RuleError]) -> SendingRules? {
        let before = errors.count
        let fields = Fields<Key>(value, lists: [.channels, .notices], noting: &errors)
        guard let fields else { return nil }
        let networks = fields.list(.allowNetworks, of: YAMLValue.network, noting: &errors)
        let channelItems = errors.noting(try fields.required(.channels).list(of: .mapping))
        self.channels = Register(of: "channel", isComplete: channelItems != nil)
        let channels = (channelItems ?? []).compactMap { channel($0, noting: &errors) }
        let noticeItems = errors.noting(try fields.required(.notices).list(of: .mapping)) ?? []
        let notices = noticeItems.compactMap { notice($0, noting: &errors) }
        guard errors.count == before else { return nil }
        return SendingRules(allowedNetworks: networks, channels: channels, notices: notices)
    }

    // MARK: - Private

    private enum Key: String, CaseIterable {
        case allowNetworks = "allow_networks"
        case channels, notices
    }

    private enum NoticeKey: String, CaseIterable {
        case id, send, to, at, days
        case atLeast = "at_least"
        case severityAtLeast = "severity_at_least"
        case quietHours = "quiet_hours"
        case brands, teams, regions, categories, locations, competitors
    }

    private enum HoursKey: String, CaseIterable {
        case from, to
    }

    private enum Kind: String, CaseIterable {
        case digest, alerts
    }

    private mutating func channel(
        _ value: YAMLValue, noting errors: inout [RuleError]
    ) -> NoticeChannel? {
        guard let reader = NoticeChannelReader(value, noting: &errors) else { return nil }
        let id = errors.noting(try channels.enter(.id, of: reader.fields))
        let channel = reader.channel(id: NoticeChannel.ID(id ?? ""), noting: &errors)
        return id == nil ? nil : channel
    }

    private mutating func notice(
        _ value: YAMLValue, noting errors: inout [RuleError]
    ) -> NoticeRule? {
        let before = errors.count
        guard let fields = Fields<NoticeKey>(value, noting: &errors) else { return nil }
        let id = errors.noting(try notices.enter(.id, of: fields))
        let kind = errors.noting(try fields.required(.send).choice(of: "notice", Kind.self))
        var to: [NoticeChannel.ID] = []
        for item in errors.noting(try fields.required(.to).listOrSingle()) ?? [] {
            let id = errors.noting(try channels.id(meantBy: item))
            if let id { to.append(NoticeChannel.ID(id)) }
        }
        guard let kind else { return nil }
        let content = content(kind, fields, noting: &errors)
        let hours = quietHours(fields, noting: &errors)
        let audience = audience(fields, noting: &errors)
        guard let id, let content, errors.count == before else { return nil }
        return NoticeRule(
            id: NoticeRule.ID(id), content: content, audience: audience, channels: to,
            quietHours: hours, place: value.place)
    }

    private func content(
        _ kind: Kind, _ fields: Fields<NoticeKey>, noting errors: inout [RuleError]
    ) -> NoticeRule.Content? {
        let useless: [NoticeKey] =
            switch kind {
            case .digest: [.severityAtLeast, .quietHours, .competitors]
            case .alerts: [.at, .days, .atLeast]
            }
        for key in useless {
            guard let value = fields[key] else { continue }
            let mistake = MailMistake.useless(key: key.rawValue, kind: kind.rawValue)
            errors.append(RuleError(.mail(mistake), at: value.place))
        }
        switch kind {
        case .digest:
            let minutes = errors.noting(try fields.required(.at).minutesOfDay())
            let days = errors.noting(try fields[.days]?.weekdays())
            let least = errors.noting(try fields[.atLeast]?.wholeNumber(in: 0...1_000_000))
            return minutes.map {
                .digest(
                    minutes: $0, weekdays: days ?? Array(1...7), minimumPosts: least ?? 0)
            }
        case .alerts:
            let severity = errors.noting(
                try fields[.severityAtLeast]?.choice(of: "severity", Severity.self))
            return .alerts(minimumSeverity: severity ?? .critical)
        }
    }

    private func quietHours(
        _ fields: Fields<NoticeKey>, noting errors: inout [RuleError]
    ) -> NoticeRule.QuietHours? {
        guard let hours = fields.fields(.quietHours, of: HoursKey.self, noting: &errors) else {
            return nil
        }
        let from = errors.noting(try hours.required(.from).minuteOfDay())
        let to = errors.noting(try hours.required(.to).minuteOfDay())
        guard let from, let to else { return nil }
        // 24:00 is where the next 00:00 is.
        guard (to - from) % (24 * 60) != 0 else {
            errors.append(RuleError(.mail(.alwaysQuiet), at: hours.place))
            return nil
        }
        return NoticeRule.QuietHours(from: from, to: to)
    }

    /// Regions are those of sources, which other files name; `RegionCheck` looks for them.
    private func audience(
        _ fields: Fields<NoticeKey>, noting errors: inout [RuleError]
    ) -> NoticeRule.Audience {
        func names(
            _ key: NoticeKey, _ name: (YAMLValue) throws(RuleError) -> String
        ) -> [String] {
            var names: [String] = []
            for item in errors.noting(try fields[key]?.listOrSingle()) ?? [] {
                if let name = errors.noting(try name(item)) { names.append(name) }
            }
            return names
        }
        let brandNames = names(.brands) { value throws(RuleError) in
            try conditions.brands.id(meantBy: value)
        }
        let teamNames = names(.teams) { value throws(RuleError) in try teams.id(meantBy: value) }
        let regions = names(.regions) { value throws(RuleError) in try value.text() }
        let categories = names(.categories) { value throws(RuleError) in
            try conditions.categories.id(meantBy: value)
        }
        let places = conditions.facetValues[.location] ?? Register(of: "location")
        let locations = names(.locations) { value throws(RuleError) in
            try places.id(meantBy: value)
        }
        let competitors = errors.noting(try fields[.competitors]?.trueOrFalse())
        return NoticeRule.Audience(
            brands: brandNames.map { Brand.ID($0) }, teams: teamNames.map { Team.ID($0) },
            regions: regions, categories: categories.map { Category.ID($0) },
            locations: locations.map { Location.ID($0) },
            isAlertedOfCompetitors: competitors ?? false)
    }
}
