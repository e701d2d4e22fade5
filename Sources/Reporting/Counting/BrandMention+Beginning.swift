import Foundation
import Model

extension [BrandMention] {
    /// A burst without what was said before it, as somebody always complains with the same words.
    ///
    /// It begins with the first post from which on some hours bring a quarter as many as at its height; a
    /// night may lie between the first post and the rest. The mentions are in the order in which they were
    /// said.
    var fromBeginning: Self {
        var end = 0
        let together = enumerated().map { place, mention in
            let close = mention.entry.date + Self.hoursTogether * 3_600
            while end < count, self[end].entry.date < close { end += 1 }
            return end - place
        }
        let most = together.max() ?? 0
        return Array(dropFirst(together.firstIndex { 4 * $0 >= most } ?? 0))
    }

    // MARK: - Private

    private static var hoursTogether: Double { 12 }
}
