import Model

/// How learnt weights differ from those learnt before, the greatest changes first.
struct WeightDiff<Weight: Hashable & Sendable & Encodable>: Sendable {
    struct Change: Sendable, Encodable {
        let term: String
        /// `nil` for one that was not there before, or is not there any more.
        let old: Weight?
        let new: Weight?
    }

    let changes: [Change]

    /// - Parameters:
    ///   - old: By term, as is `new`.
    ///   - size: Of a change.
    init(
        from old: [String: Weight], to new: [String: Weight], size: (Weight?, Weight?) -> Double
    ) {
        changes = Set(old.keys).union(new.keys)
            .map { Change(term: $0, old: old[$0], new: new[$0]) }
            .filter { $0.old != $0.new }
            .map { (size: size($0.old, $0.new), change: $0) }
            .sorted { ($1.size, $0.change.term) < ($0.size, $1.change.term) }
            .map(\.change)
    }

    /// `+` a new term, `-` one that is gone, `~` one that weighs otherwise.
    ///
    /// - Parameter legend: What `told` makes of a weight, behind the head of the lines.
    func lines(legend: String = "", told: (Weight) -> String) -> [String] {
        guard !changes.isEmpty else { return ["the file stays as it is"] }
        let added = changes.count { $0.old == nil }
        let removed = changes.count { $0.new == nil }
        let rest = changes.count - added - removed
        let more = changes.count - shownChanges
        return ["\(added.counted("term")) more, \(removed) fewer, \(rest) changed\(legend):"]
            + changes.prefix(shownChanges).map { line($0, told) }
            + (more > 0 ? ["… and \(more) smaller changes"] : [])
    }

    // MARK: - Private

    private func line(_ change: Change, _ told: (Weight) -> String) -> String {
        switch (change.old.map(told), change.new.map(told)) {
        case (nil, let new?): "+ \(change.term)  \(new)"
        case (let old?, nil): "- \(change.term)  \(old)"
        case (let old?, let new?): "~ \(change.term)  \(old) → \(new)"
        case (nil, nil): "  \(change.term)"
        }
    }
}

private let shownChanges = 40
