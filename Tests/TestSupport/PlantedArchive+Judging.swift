package import Model

extension PlantedArchive {
    /// What a trend report makes of a planted archive.
    package struct Verdict: Sendable {
        package var found: Set<Plant> = []
        /// What stood out, or changed, and was not planted.
        package var falseAlarms: [String] = []
        /// Days of one brand each on which nothing was planted.
        package var quietDays = 0
    }

    /// - Parameter trends: of the days from `firstJudged` on.
    package func verdict(on trends: Trends) -> Verdict {
        var verdict = Verdict()
        let places = Dictionary(
            uniqueKeysWithValues: trends.period.days.enumerated().map {
                ($1, $0 + Self.firstJudged)
            })
        for event in trends.events {
            guard let day = places[event.day] else { continue }
            let plant = planted.first { plant, first in
                Plant.brands[plant] == event.brand && first == day && event.isSign(of: plant)
            }
            if let plant { verdict.found.insert(plant.key) }
            let isExplained = explains(event.brand, on: day)
            // Where a feed has died, or a source is new, it must be named as the reason.
            let isNamed = event.cause != .talk
            if plant == nil, !isExplained || !isNamed {
                verdict.falseAlarms.append(
                    "\(event.brand) \(event.day) \(event.kind) \(event.cause)")
            }
        }
        for change in trends.sourceChanges {
            let plant: Plant? =
                switch (change.kind, change.feed) {
                case (.vanished, Self.dead): .deadFeed
                case (.appeared, Self.new): .newSource
                default: nil
                }
            if let plant, let day = planted[plant], abs((places[change.day] ?? 0) - day) < 3 {
                verdict.found.insert(plant)
            } else {
                verdict.falseAlarms.append("\(change.feed) \(change.day) \(change.kind)")
            }
        }
        for (brand, _) in Self.usual {
            verdict.quietDays += (Self.firstJudged..<Self.days).count { !explains(brand, on: $0) }
        }
        return verdict
    }
}

extension Trends.Event {
    fileprivate func isSign(of plant: PlantedArchive.Plant) -> Bool {
        switch plant {
        case .burst: kind == .spike && cause == .talk
        case .drop: kind == .drop
        case .pressRelease: kind == .spike && cause == .oneStory
        case .newSource: kind == .spike && cause == .newSource
        case .deadFeed: false
        }
    }
}
