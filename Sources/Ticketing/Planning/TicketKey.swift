package import Foundation
import Hashing
package import Model

/// The name by which a story's ticket is found again in its system, whatever became of our records.
///
/// It is made of what the story's first entry says, who said it and where, and never of the guid, which
/// some feeds change with each visit. It has 34 characters `a-z0-9-`: short enough for labels, and the
/// same in any case of letters. The ticket of a story that came back has a number behind it (`-2`). A
/// search for parts of words finds that as well, so what is found is compared with the whole key.
package enum TicketKey {
    package static func key(
        of first: HeardEntry, destination: TicketDestination.ID, installation: String
    ) -> String {
        let words = first.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return key([
            installation, destination.value, first.link ?? "", first.author ?? "",
            first.title ?? "", words,
        ])
    }

    /// The key of the ticket that stands for many of one run.
    package static func key(
        ofSummary entries: [String], destination: TicketDestination.ID, installation: String
    ) -> String {
        key([installation, destination.value, "summary"] + entries)
    }

    /// The key of what a rule sends to a channel of a period that ends at a moment.
    ///
    /// - Parameter installation: `nil` where the rules name none.
    package static func key(
        ofNotice rule: String, channel: String, through end: Date, installation: String?
    ) -> String {
        key(
            ["notice", rule, channel, ContractJSON.timestamp(end)]
                + [installation].compactMap(\.self))
    }

    /// In the shape of a key, and no ticket's.
    package static let ofNoTicket = "earshot-" + String(repeating: "0", count: 26)

    // MARK: - Private

    private static func key(_ parts: [String]) -> String {
        "earshot-" + ContentHash.hex(of: parts).prefix(26)
    }
}
