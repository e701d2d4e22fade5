/// What is sent to people of its own accord, when and where: the part `sending:` of
/// `rules/routing.yaml`.
package struct SendingRules: Hashable, Sendable {
    /// Networks beside the public ones in which servers may stand, as in RFC 4632 §3.1.
    package let allowedNetworks: [String]
    package let channels: [NoticeChannel]
    package let notices: [NoticeRule]

    package init(
        allowedNetworks: [String], channels: [NoticeChannel], notices: [NoticeRule]
    ) {
        self.allowedNetworks = allowedNetworks
        self.channels = channels
        self.notices = notices
    }
}

/// A place where people read what they are sent.
package struct NoticeChannel: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<NoticeChannel>

    package enum Kind: String, Sendable, CaseIterable {
        case email, slack, teams, webhook
    }

    /// The addresses of chat rooms are secrets: who knows one may write there.
    package enum Address: Hashable, Sendable {
        case plain(String)
        case secret(SecretReference)
    }

    package let id: ID
    package let kind: Kind
    package let address: Address
    package let user: String?
    /// The password of a mail server, or what signs a webhook.
    package let secret: SecretReference?
    /// Set for e-mail.
    package let from: MailAddress?
    /// Not empty for e-mail.
    package let to: [MailAddress]
    /// `nil` for that of the rules.
    package let language: ReportLanguage?
    package let timeout: Duration
    package let whenUnsure: WhenUnsure
    /// A file of certificates that is trusted in place of those of the machine, relative to the workspace.
    package let certificateFile: String?
    package let place: FileLocation

    package init(
        id: ID, kind: Kind, address: Address, user: String? = nil, secret: SecretReference? = nil,
        from: MailAddress? = nil, to: [MailAddress] = [], language: ReportLanguage? = nil,
        timeout: Duration = .seconds(30), whenUnsure: WhenUnsure, certificateFile: String? = nil,
        place: FileLocation
    ) {
        self.id = id
        self.kind = kind
        self.address = address
        self.user = user
        self.secret = secret
        self.from = from
        self.to = to
        self.language = language
        self.timeout = timeout
        self.whenUnsure = whenUnsure
        self.certificateFile = certificateFile
        self.place = place
    }
}

/// What is worth sending, and when.
package struct NoticeRule: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<NoticeRule>

    package enum Content: Hashable, Sendable {
        /// All of a period, at some times of the day, in minutes after midnight, on some days of the week.
        case digest(minutes: [Int], weekdays: [Int], minimumPosts: Int)
        /// What cannot wait: bursts, and mentions that need an answer and are as grave as this.
        case alerts(minimumSeverity: Severity)

        package var isDigest: Bool {
            if case .digest = self { true } else { false }
        }
    }

    /// Whose mentions are told.
    ///
    /// Those of these brands, and of the brands of other kinds beside them, that one of these teams
    /// answers, out of sources in one of these regions, tagged with one of these categories and about one
    /// of these places; empty for all.
    package struct Audience: Hashable, Sendable {
        package let brands: [Brand.ID]
        package let teams: [Team.ID]
        package let regions: [String]
        package let categories: [Category.ID]
        package let locations: [Location.ID]
        /// Whether bursts at the competitors among them are told as those of own brands are.
        package let isAlertedOfCompetitors: Bool

        package init(
            brands: [Brand.ID] = [], teams: [Team.ID] = [], regions: [String] = [],
            categories: [Category.ID] = [], locations: [Location.ID] = [],
            isAlertedOfCompetitors: Bool = false
        ) {
            self.brands = brands
            self.teams = teams
            self.regions = regions
            self.categories = categories
            self.locations = locations
            self.isAlertedOfCompetitors = isAlertedOfCompetitors
        }
    }

    package let id: ID
    package let content: Content
    package let audience: Audience
    package let channels: [NoticeChannel.ID]
    /// When nothing is sent, in minutes after local midnight; it may go over midnight.
    package let quietHours: QuietHours?
    package let place: FileLocation

    package init(
        id: ID, content: Content, audience: Audience = Audience(), channels: [NoticeChannel.ID],
        quietHours: QuietHours? = nil, place: FileLocation
    ) {
        self.id = id
        self.content = content
        self.audience = audience
        self.channels = channels
        self.quietHours = quietHours
        self.place = place
    }

    package struct QuietHours: Hashable, Sendable {
        /// Minutes after local midnight.
        package let from: Int
        /// Exclusive; before `from` it is on the next day.
        package let to: Int

        package init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }

        package func contains(minute: Int) -> Bool {
            from < to ? (from..<to).contains(minute) : minute >= from || minute < to
        }
    }
}
