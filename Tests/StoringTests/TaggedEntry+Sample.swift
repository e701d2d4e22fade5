import Foundation
import Grouping
import Model
import Storing
import TestSupport
import Tokenizing

extension Date {
    /// So many hours after a fixed Monday morning.
    static func hour(_ hours: Double) -> Date {
        Date(timeIntervalSince1970: 1_762_758_000 + hours * 3_600)
    }
}

extension TaggedEntry {
    static func saying(
        _ text: String, id: Entry.ID = "1", title: String? = nil, link: String? = nil,
        at date: Date = .hour(0), tags: Tags = .naming("zefirnet"), rulesHash: String = "r1"
    ) -> TaggedEntry {
        TaggedEntry(
            entry: Entry(id: id, link: link, title: title, text: text), contentHash: text,
            author: nil, date: date, heardAt: date, reportedAt: date,
            signature: StorySketcher.signature(of: Words(of: text), link: link), tags: tags,
            rulesHash: rulesHash)
    }
}

extension FeedCommit {
    static func bringing(
        _ entries: TaggedEntry..., feed: Feed.ID = "news", at date: Date = .hour(0),
        state: FeedState? = FeedState()
    ) -> FeedCommit {
        FeedCommit(feed: feed, at: date, state: state, entries: entries, outcome: "updated")
    }
}

extension String {
    /// A press release, long enough to be compared with its reprints.
    static let release = """
        Zefirnet wprowadza taryfę Bryza 5G dla klientów indywidualnych w Polsce i na Łotwie. Nowa \
        oferta obejmuje nielimitowane rozmowy, 120 gigabajtów transmisji danych oraz roaming w \
        całej Unii bez dopłat, a umowę da się przeczytać przy jednej kawie.
        """
}
