package import Foundation
package import Model

/// A ticket, or a comment on one, as it is to be sent: written once and kept, so that sending it again
/// sends the same.
package struct TicketDraft: Hashable, Sendable, Codable {
    package struct Field: Hashable, Sendable, Codable {
        package let name: String
        package let value: String
        /// Of one that takes several; `nil` for others.
        package var values: [String]?
        /// That it is a number; `nil` for others.
        package var isNumber: Bool?
    }

    package let key: String
    /// One line.
    package let subject: String
    /// In the mark-up of its system.
    package let body: String
    package let severity: Severity
    /// As the system names it; `nil` where the rules leave it to the system.
    package let priority: String?
    /// Without empty ones, none twice.
    package let tags: [String]
    package let fields: [Field]
    /// Everything a template may ask, as plain text; without what is empty.
    package let facts: [TicketPlaceholder: String]
    /// Names what the entry says; absent in what earlier versions wrote, and in a list.
    package var identity: String?
    /// Deliveries of further mentions that a comment tells of; absent for none.
    package var told: [Int64]?
    /// What names those mentions.
    package var toldIdentities: [String]?
    /// What is sent in place of all this, where it is no ticket.
    package var notice: Notice?
    /// The only addresses that it still goes to, where others have it.
    package var addresses: [String]?
}

extension TicketDraft.Field {
    /// As systems take it that know texts, numbers and lists of texts.
    var json: JSON {
        if let values { return .array(values.map(JSON.string)) }
        if isNumber == true, let number = Decimal(string: value) { return .number(number) }
        return .string(value)
    }
}

extension TicketDraft {
    /// As the outbox keeps it: the same draft, the same bytes.
    package func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(self)
    }

    func reaching(only addresses: [String]) -> TicketDraft {
        var draft = self
        draft.addresses = addresses
        return draft
    }
}

extension TicketDelivery {
    /// What was written before for this operation, which is sent again to the letter.
    package func savedDraft(for operation: Operation) throws -> TicketDraft? {
        guard self.operation == operation, let content else { return nil }
        return try JSONDecoder().decode(TicketDraft.self, from: content)
    }
}
