extension JSONTree {
    /// A run's report without what servers said about deliveries: that may quote a post, but does not
    /// say which.
    ///
    /// For deliveries that are still on their way, the archive keeps it.
    var withoutDeliveryReasons: JSONTree {
        guard case .object(var members) = self else { return self }
        for key in ["tickets", "notices"] { members[key] = members[key]?.withoutReasons }
        return .object(members)
    }

    // MARK: - Private

    private var withoutReasons: JSONTree {
        switch self {
        case .null, .bool, .whole, .number, .string: return self
        case .list(let items): return .list(items.map(\.withoutReasons))
        case .object(let members):
            var kept: [String: JSONTree] = [:]
            for (key, member) in members {
                let isSaid = member.string != nil && Self.reasons.contains(key)
                kept[key] = isSaid ? .string(Self.forgotten) : member.withoutReasons
            }
            return .object(kept)
        }
    }

    private static let reasons: Set = ["reason", "stopped", "unread", "waiting_for"]

    private static let forgotten = "why is forgotten, as it may quote what was erased"
}
