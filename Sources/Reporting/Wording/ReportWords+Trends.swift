import Model

extension ReportWords {
    func volume(of brands: [Trends.BrandTrend], days: TrendDays) -> String {
        let own = brands.filter { $0.kind == .own }
        let told = own.isEmpty ? brands : own
        guard !told.isEmpty else { return "No brands are followed, so nothing was counted." }
        let period = period(days)
        guard told.contains(where: { $0.counts != .zero }) else {
            return "\(period) nobody mentioned \(list(told.map(\.name), and: "or"))."
        }
        let parts = told.map { brand in
            guard brand.counts != .zero else { return "\(brand.name) not at all" }
            let mean = Double(brand.counts.mentions) / max(days.length, 1)
            return "\(brand.name) \(times(brand.counts)), \(number(mean, decimals: 1)) a day"
        }
        return "\(period) people mentioned \(parts.joined(separator: "; "))."
    }

    func events(_ events: [Trends.Event]) -> String {
        let spikes = events.count { $0.kind == .spike }
        let drops = events.count - spikes
        let largest = events.max { one, other in
            // Of equals the earlier in the list, which is the later day, is told.
            abs(one.score) < abs(other.score)
        }
        guard let largest else { return "No day stood out against the days before it." }
        let counted = [
            spikes > 0 ? plural(spikes, "spike", "spikes") : nil,
            drops > 0 ? plural(drops, "drop", "drops") : nil,
        ].compactMap { $0 }
        return "\(capitalized(list(counted))) stood out, the sharpest: \(largest.sentence)"
    }

    func event(
        _ kind: Trends.Event.Kind, brand: String, on day: LocalCalendar.Moment, counts: Counts,
        usual: Double
    ) -> String {
        let verb =
            switch kind {
            case .spike: "was mentioned"
            case .drop: "was mentioned only"
            }
        let times = counts == .zero ? "0 times" : times(counts)
        return "\(brand) \(verb) \(times) on \(date(day)), where "
            + "\(number(usual, decimals: usual == usual.rounded() ? 0 : 1)) is usual."
    }

    func rising(_ terms: [String], listening: ListeningHealth) -> String {
        let said =
            terms.isEmpty
            ? "No word rose clearly in the last seven days"
            : "Rising in the last seven days: \(list(terms.prefix(3).map { "“\($0)”" }))"
        return said + "; " + inShort(listening) + "."
    }

    // MARK: - Private

    /// `In 7 days and today so far`.
    private func period(_ days: TrendDays) -> String {
        guard !days.whole.isEmpty else { return "In the time so far" }
        let parts = [
            plural(days.whole.count, "day", "days"),
            days.beginsInPart ? "part of the day before them" : nil,
            days.endsInPart ? "today so far" : nil,
        ]
        return "In \(list(parts.compactMap { $0 }))"
    }
}
