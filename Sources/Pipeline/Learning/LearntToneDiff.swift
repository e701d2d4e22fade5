import Model

/// How learnt weights differ from those learnt before, the greatest changes first.
struct LearntToneDiff: Sendable {
    struct Change: Sendable, Encodable {
        let term: String
        /// `nil` for one that was not there before, or is not there any more.
        let old: LearntTone.Sides?
        let new: LearntTone.Sides?

        var size: Double {
            abs((new?.praise ?? 0) - (old?.praise ?? 0))
                + abs((new?.blame ?? 0) - (old?.blame ?? 0))
        }
    }

    let changes: [Change]

    private static let shown = 40

    init(from old: LearntTone?, to new: LearntTone) {
        let before = weights(old)
        let after = weights(new)
        changes = Set(before.keys).union(after.keys).sorted()
            .map { Change(term: $0, old: before[$0], new: after[$0]) }
            .filter { $0.old != $0.new }
            .sorted { ($1.size, $0.term) < ($0.size, $1.term) }
    }

    /// `+` a new term, `-` one that is gone, `~` one that weighs otherwise.
    var lines: [String] {
        guard !changes.isEmpty else { return ["the file stays as it is"] }
        let added = changes.count { $0.old == nil }
        let removed = changes.count { $0.new == nil }
        let rest = changes.count - added - removed
        let more = changes.count - Self.shown
        return ["\(added) terms more, \(removed) fewer, \(rest) changed; praise and blame:"]
            + changes.prefix(Self.shown).map(line)
            + (more > 0 ? ["… and \(more) smaller changes"] : [])
    }

    private func line(_ change: Change) -> String {
        switch (change.old, change.new) {
        case (nil, let new?): "+ \(change.term)  \(text(new))"
        case (let old?, nil): "- \(change.term)  \(text(old))"
        case (let old?, let new?): "~ \(change.term)  \(text(old)) → \(text(new))"
        case (nil, nil): "  \(change.term)"
        }
    }

    private func text(_ weights: LearntTone.Sides) -> String {
        "\(weights.praise) \(weights.blame)"
    }
}

private func weights(_ learnt: LearntTone?) -> [String: LearntTone.Sides] {
    Dictionary((learnt?.entries ?? []).map { ($0.term, $0.weights) }) { first, _ in first }
}
