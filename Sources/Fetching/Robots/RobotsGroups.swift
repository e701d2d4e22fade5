/// The groups of a robots.txt that may concern us, gathered line by line.
///
/// A group begins with the agents it speaks to and ends where, after a rule, the next agent is
/// named; nothing else ends one, a blank line neither. All groups that name us are one, and so are
/// all that speak to everyone. Lines before the first agent speak to nobody.
struct RobotsGroups {
    private let token: String
    private var ours = Group()
    private var everyones = Group()
    private var isNamingAgents = false

    /// - Parameter token: our product token in lower case.
    init(token: String) {
        self.token = token
    }

    mutating func add(_ line: RobotsLine) {
        switch line {
        case .agent(let agent): name(agent)
        case .rule(let rule):
            isNamingAgents = false
            if let rule { change { $0.rules.append(rule) } }
        case .crawlDelay(let delay):
            // Among the agents of a group it speaks to those above it, and the group goes on.
            if let delay { change { $0.crawlDelay = max($0.crawlDelay ?? .zero, delay) } }
        }
    }

    /// The rules for us; those for everyone only if there are none for us, not even one that lets us
    /// fetch everything.
    var rules: RobotsRules {
        let group = ours.isNamed ? ours : everyones
        return RobotsRules(rules: group.rules, crawlDelay: group.crawlDelay)
    }

    // MARK: - Private

    private struct Group {
        var rules: [RobotsRule] = []
        /// The longest one asked for.
        var crawlDelay: Duration?
        /// Whether the file has such a group at all.
        var isNamed = false
        /// Whether the line being read belongs to it.
        var isOpen = false

        mutating func open() {
            (isNamed, isOpen) = (true, true)
        }
    }

    private mutating func name(_ agent: RobotsAgent) {
        if !isNamingAgents {
            (isNamingAgents, ours.isOpen, everyones.isOpen) = (true, false, false)
        }
        switch agent {
        case .everyone: everyones.open()
        case .named(let name): if name == token, !name.isEmpty { ours.open() }
        }
    }

    private mutating func change(_ change: (inout Group) -> Void) {
        if ours.isOpen { change(&ours) }
        if everyones.isOpen { change(&everyones) }
    }
}
