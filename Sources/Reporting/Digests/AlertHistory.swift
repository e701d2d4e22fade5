import Foundation
import Model

/// How many mentions of each kind came in each window of the four weeks before a digest.
///
/// The windows are as long as the digest's own, latest first, and 112 at most: an hour is compared with
/// the last five days. Windows from before anybody listened, or in which nothing was heard, are left
/// out, since they are nothing to compare with.
struct AlertHistory {
    private let counts: [Brand.ID: [Digest.Alert.Kind: [Int]]]
    private let windows: [Range<Date>]

    /// - Parameters:
    ///   - listening: since when, and with which gaps, feeds were heard.
    ///   - own: who says nothing that would be alarming.
    init<Failure>(
        before window: Digest.Window, of heard: HeardEntries<Failure>, brands: Set<Brand.ID>,
        listening: ListeningTime, own: OwnVoices, where isMeant: (HeardEntry) -> Bool
    ) throws(Failure) {
        let length = window.through.timeIntervalSince(window.after)
        let reach = min(Self.days * 86_400, Self.mostWindows * length)
        let number = length > 0 ? Int(reach / length) : 0
        let all = (0..<number).map { place in
            let end = window.after.addingTimeInterval(-Double(place) * length)
            return end.addingTimeInterval(-length)..<end
        }
        let isHeard = all.map(listening.isHeard)
        windows = zip(all, isHeard).compactMap { $1 ? $0 : nil }
        guard let first = windows.last else {
            counts = [:]
            return
        }
        let places = Dictionary(
            uniqueKeysWithValues: all.indices.filter { isHeard[$0] }.enumerated().map { ($1, $0) })
        var counts: [Brand.ID: [Digest.Alert.Kind: [Int]]] = [:]
        let none = Array(repeating: 0, count: windows.count)
        try heard.byDate.forEach(first.lowerBound..<window.after) { entry in
            // The window's own posts may have been said before it.
            let since = window.after.timeIntervalSince(entry.date)
            guard entry.reportedAt <= window.after, !entry.tags.isSpam, isMeant(entry),
                let place = places[Int((since / length).rounded(.up)) - 1]
            else { return }
            let counted = CountedEntry(entry)
            guard !own.spoke(counted) else { return }
            for (brand, tone) in counted.brands where brands.contains(brand) {
                let mention = BrandMention(entry: counted, brand: brand, tone: tone)
                for kind in Digest.Alert.Kind.allCases where kind.covers(mention) {
                    counts[brand, default: [:]][kind, default: none][place] += 1
                }
            }
        }
        self.counts = counts
    }

    /// The latest first.
    func counts(of kind: Digest.Alert.Kind, naming brand: Brand.ID) -> [Int] {
        counts[brand]?[kind] ?? Array(repeating: 0, count: windows.count)
    }

    // MARK: - Private

    private static let days = 28.0
    /// Four weeks of windows of six hours.
    private static let mostWindows = 112.0
}

extension Digest.Alert.Kind {
    func covers(_ mention: BrandMention) -> Bool {
        switch self {
        case .negative: mention.tone.label == .negative
        case .incident: mention.entry.has(.incident)
        }
    }
}
