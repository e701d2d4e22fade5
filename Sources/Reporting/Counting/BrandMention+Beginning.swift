import Foundation
import Model

extension [BrandMention] {
    /// A burst without what was said before it, as somebody always complains with the same words.
    ///
    /// It begins with the first post from which on some hours bring a quarter as many as at its height. A
    /// night may lie between that post and the rest, but only if it is surely about the same. The mentions
    /// are in the order in which they were said.
    ///
    /// - Parameter sure: stories that use several of the burst's words.
    func fromBeginning(sure: Set<Int64>) -> Self {
        let together = counts(within: Self.hoursTogether)
        let near = counts(within: Self.hoursNear)
        let (most, mostNear) = (together.max() ?? 0, near.max() ?? 0)
        let start = indices.first { place in
            let isAlone = near[place] == 1 && 4 < mostNear
            return 4 * together[place] >= most
                && (!isAlone || sure.contains(self[place].entry.story.id))
        }
        return Array(dropFirst(start ?? 0))
    }

    // MARK: - Private

    private static var hoursTogether: Double { 12 }
    private static var hoursNear: Double { 3 }

    /// How many are said within so many hours from each, itself among them.
    private func counts(within hours: Double) -> [Int] {
        var end = 0
        return enumerated().map { place, mention in
            let close = mention.entry.date + hours * 3_600
            while end < count, self[end].entry.date < close { end += 1 }
            return end - place
        }
    }
}
