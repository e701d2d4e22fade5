package import Foundation
package import Model

/// Twenty weeks of invented posts, quiet but for what was planted among them: a burst, a day of
/// silence about one brand, a press release, a feed that dies and a source that is new.
///
/// Counts are Poisson with a mean that differs by weekday and wavers from day to day by a sixth.
package struct PlantedArchive: Sendable {
    /// What was planted, and where it must be found.
    package enum Plant: Hashable, Sendable, CaseIterable {
        case burst, drop, pressRelease, deadFeed, newSource

        package static let brands: [Plant: Brand.ID] = [
            .burst: "zefirnet", .drop: "baltfon", .pressRelease: "kawka", .newSource: "ziarenko",
        ]
    }

    package static let days = 140
    /// The first day to be judged; those before it say what is usual.
    package static let firstJudged = 56
    /// Posts a day, by brand.
    package static let usual: [(brand: Brand.ID, mean: Double)] = [
        ("zefirnet", 9), ("kawka", 3), ("baltfon", 40), ("ziarenko", 14),
    ]
    package static let dead: Feed.ID = "site-2"
    package static let new: Feed.ID = "newcomer"
    /// A word of the burst.
    package static let word = "awaria"

    package let entries: [HeardEntry]
    /// Days of plants, from the first of all.
    package let planted: [Plant: Int]
    /// When a day begins in UTC, in which it is told.
    package static func start(of day: Int) -> Date {
        Date(timeIntervalSince1970: 1_780_272_000 + Double(day) * 86_400)
    }

    /// - Parameter plants: those to plant, each on a day of its own.
    package init(seed: UInt64, plants: [Plant] = Plant.allCases) {
        var gardener = Gardener(seed: seed)
        var planted: [Plant: Int] = [:]
        for (place, plant) in plants.enumerated() {
            // Weeks apart, so that none is what is usual for another.
            planted[plant] = Self.firstJudged + 14 * place + gardener.number(in: 2...9)
        }
        self.planted = planted
        for day in 0..<Self.days { gardener.sow(day, planted) }
        entries = gardener.entries
    }

    /// Whether what stands out on a day of a brand follows from what was planted.
    package func explains(_ brand: Brand.ID, on day: Int) -> Bool {
        planted.contains { plant, first in
            switch plant {
            case .burst, .drop, .pressRelease: Plant.brands[plant] == brand && day == first
            case .newSource: Plant.brands[plant] == brand && day >= first
            case .deadFeed: day >= first
            }
        }
    }
}

/// Makes the posts, day by day.
private struct Gardener {
    private(set) var entries: [HeardEntry] = []
    private var random: SeededGenerator
    private var sequence: Int64 = 0

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    mutating func sow(_ day: Int, _ planted: [PlantedArchive.Plant: Int]) {
        for (brand, mean) in PlantedArchive.usual {
            let season = day % 7 > 4 ? 0.6 : 1.1
            let isSilent = planted[.drop] == day && brand == PlantedArchive.Plant.brands[.drop]
            let count = random.poisson(mean * season * wavering * (isSilent ? 0.1 : 1))
            for _ in 0..<count {
                let site = Feed.ID(Self.sites[number(in: 0...Self.sites.count - 1)])
                let isDead = (planted[.deadFeed].map { day >= $0 } ?? false)
                if !(isDead && site == PlantedArchive.dead) { add(brand, site, day) }
            }
        }
        if planted[.burst] == day {
            for number in 0..<40 {
                add(
                    "zefirnet", Feed.ID("site-\(number % 5)"), day,
                    text: Self.burst[number % Self.burst.count])
            }
        }
        if planted[.pressRelease] == day {
            let first = sequence + 1
            for number in 0..<30 {
                add(
                    "kawka", Feed.ID("site-\(number % 8)"), day,
                    text: "Kawka otwiera setny lokal", story: first)
            }
        }
        if let first = planted[.newSource], day >= first {
            for _ in 0..<random.poisson(30) { add("ziarenko", PlantedArchive.new, day) }
        }
    }

    // MARK: - Private

    /// A day's mean to the usual one; a sixth is its standard deviation.
    private var wavering: Double {
        mutating get {
            let steps = (0..<12).map { _ in Double.random(in: 0...1, using: &random) }
            return max(0, 1 + (steps.reduce(0, +) - 6) / 6)
        }
    }

    private mutating func add(
        _ brand: Brand.ID, _ feed: Feed.ID, _ day: Int, text: String? = nil, story: Int64? = nil
    ) {
        sequence += 1
        let name = brand.value.capitalized
        let words = (0..<4).map { _ in Self.words[number(in: 0...Self.words.count - 1)] }
        let text = text ?? "\(name): " + words.joined(separator: " ")
        entries.append(
            .sample(
                sequence, text, saying: [.init(of: brand, as: name)], feed: feed,
                at: PlantedArchive.start(of: day).addingTimeInterval(
                    Double(number(in: 0...86_399))),
                story: story.map { StoryMembership(id: $0, reason: .sameText, similarity: 1) },
                language: .polish))
    }

    /// The first ones are larger.
    private static let sites = [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 7].map { "site-\($0)" }
    private static let burst = [
        "Zefirnet: awaria światłowodu od rana", "Zefirnet, awaria u mnie i u sąsiada",
        "Znowu awaria światłowodu, Zefirnet milczy", "Zefirnet awaria, infolinia zajęta",
    ]
    private static let words = """
        rachunek umowa kurier sklep kolejka kawa ciasto promocja aplikacja telefon router faktura \
        spacer miasto weekend rower pogoda sąsiad firma praca oferta cena zasięg konsultant
        """.split(separator: " ").map(String.init)
}
