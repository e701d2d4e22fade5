/// A queue that mentions are handed to, in one system.
package struct TicketDestination: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<TicketDestination>

    package let id: ID
    package let system: TicketSystemName
    /// Where the system answers, without a closing slash; a folder for files; empty where it has none.
    package let address: String
    package let credentials: Credentials
    package let fields: Fields
    package let terms: Terms
    package let place: FileLocation

    package init(
        id: ID, system: TicketSystemName, address: String, credentials: Credentials = Credentials(),
        fields: Fields = Fields(), terms: Terms = Terms(), place: FileLocation
    ) {
        self.id = id
        self.system = system
        self.address = address
        self.credentials = credentials
        self.fields = fields
        self.terms = terms
        self.place = place
    }
}

extension TicketDestination {
    /// Who we are to the system.
    package struct Credentials: Hashable, Sendable {
        package var user: String?
        package var secret: SecretReference?

        package init(user: String? = nil, secret: SecretReference? = nil) {
            self.user = user
            self.secret = secret
        }
    }

    /// What goes into which field of a ticket.
    package struct Fields: Hashable, Sendable {
        /// The project, queue, group or repository, as the system names it.
        package var queue: String?
        /// The tracker or type of ticket.
        package var type: String?
        /// The field that holds our key, where the system has none of its own for it.
        package var keyField: String?
        /// In whose name tickets are made; never the author of a post.
        package var requester: String?
        package var assignee: String?
        /// The status that a closed ticket is opened again with; `nil` for the system's usual one.
        package var reopenStatus: String?
        /// The states in which nobody works on a ticket any more; empty for the system's usual ones.
        package var closedStates: [String] = []
        /// The states, of those, in which a ticket stays closed whatever comes after: somebody has decided
        /// that it is nothing.
        package var finalStates: [String] = []
        package var priorities: [Severity: String] = [:]
        package var tags: [TicketTemplate]
        package var custom: [CustomField]

        package init(
            queue: String? = nil, type: String? = nil, keyField: String? = nil,
            requester: String? = nil, assignee: String? = nil, tags: [TicketTemplate] = [],
            custom: [CustomField] = []
        ) {
            self.queue = queue
            self.type = type
            self.keyField = keyField
            self.requester = requester
            self.assignee = assignee
            self.tags = tags
            self.custom = custom
        }
    }

    /// A field of the system's own, by its name or number there.
    package struct CustomField: Hashable, Sendable {
        package let name: String
        package let value: TicketTemplate
        /// Whether it takes several values, which are parted as tags are: by the template's own commas, and
        /// one for each of what has several.
        package let isList: Bool

        package init(name: String, value: TicketTemplate, isList: Bool = false) {
            self.name = name
            self.value = value
            self.isList = isList
        }
    }

    /// How tickets are handed over.
    package struct Terms: Hashable, Sendable {
        /// The language its agents read: that of what is ours in a ticket.
        package var language: LanguageCode
        package var markup: TicketMarkup?
        /// Further mentions of a story that its ticket is told of; 0 for none.
        package var maximumComments = 20
        /// A story that comes back later than this after its ticket was closed gets a new one.
        package var reopensWithin = Duration.seconds(7 * 86_400)
        /// Further new tickets of one run become a single one that lists them.
        package var maximumCreates: Int
        package var requestsPerMinute: Int
        package var timeout: Duration
        /// How long a request whose answer was lost may still be at work.
        package var settleTime: Duration
        package var whenUnsure: WhenUnsure
        /// A file of certificates that is trusted in place of those of the machine, relative to the
        /// workspace.
        package var certificateFile: String?

        package init(
            language: LanguageCode = .english, maximumCreates: Int = 50,
            requestsPerMinute: Int = 120, timeout: Duration = .seconds(30),
            settleTime: Duration = .seconds(60), whenUnsure: WhenUnsure = .hold
        ) {
            self.language = language
            self.maximumCreates = maximumCreates
            self.requestsPerMinute = requestsPerMinute
            self.timeout = timeout
            self.settleTime = settleTime
            self.whenUnsure = whenUnsure
        }
    }
}

/// How a system reads the text of a ticket.
package enum TicketMarkup: String, Sendable, CaseIterable {
    case plain, markdown, textile, html
    /// Of Jira Data Center.
    case wiki
}
