import Model

/// Spikes of one brand with at most two quiet days between them.
struct Burst {
    static let quietDays = 2

    let brand: Brand.ID
    /// Places in the period.
    private(set) var days: Range<Int>
    private var causes: [Trends.Cause]

    /// People, if they had a part in it; otherwise the most frequent cause of its days.
    var cause: Trends.Cause {
        if causes.contains(.talk) { return .talk }
        return causes.first ?? .talk
    }

    func id(days: TrendDays) -> Trends.Incident.ID {
        Self.id(of: brand, day: days.names[self.days.lowerBound])
    }

    static func id(of brand: Brand.ID, day: String) -> Trends.Incident.ID {
        Trends.Incident.ID("\(brand)-\(day)")
    }

    /// In the order in which they began.
    static func bursts(of events: [Trends.Event], days: TrendDays) -> [Burst] {
        let places = Dictionary(
            days.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var bursts: [Burst] = []
        for event in events.reversed() where event.kind == .spike {
            guard let day = places[event.day] else { continue }
            if let last = bursts.lastIndex(where: { $0.brand == event.brand }),
                day <= bursts[last].days.upperBound + Self.quietDays
            {
                bursts[last].days = bursts[last].days.lowerBound..<day + 1
                bursts[last].causes.append(event.cause)
            } else {
                bursts.append(
                    Burst(
                        brand: event.brand, days: day..<day + 1, causes: [event.cause]))
            }
        }
        return bursts.sorted { ($0.days.lowerBound, $0.brand) < ($1.days.lowerBound, $1.brand) }
    }
}
