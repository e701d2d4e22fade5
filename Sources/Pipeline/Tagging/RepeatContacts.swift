import Foundation
import Model
import Reporting
import Storing

/// Finds the mentions by somebody who has had the same problem before: within 30 days, with the same
/// brand, and with a category in common that asks for an answer.
struct RepeatContacts {
    let store: Store

    func contacts(in heard: [HeardEntry]) throws(StoreError) -> [ListedMention.ID: RepeatContact] {
        var contacts: [ListedMention.ID: RepeatContact] = [:]
        for entry in heard {
            let categories = entry.tags.categories.map(\.id)
                .filter { Model.Category.ID.answerable.contains($0) }
            guard entry.author != nil, !categories.isEmpty else { continue }
            for brand in Set(entry.tags.mentions.map(\.mention.brand)) {
                let earlier = try store.contacts(
                    before: entry, about: brand, in: categories,
                    since: entry.date.addingTimeInterval(-Self.reach))
                guard let first = earlier.first, let last = earlier.last else { continue }
                contacts[ListedMention.ID(of: entry.sequence, naming: brand)] = RepeatContact(
                    number: earlier.count + 1, previous: last.sequence, since: first.date)
            }
        }
        return contacts
    }

    // MARK: - Private

    private static let reach: TimeInterval = 30 * 86_400
}
