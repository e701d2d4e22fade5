import Foundation

/// Whom a ticket of Intercom is about, which each must say: a contact of ours that stands for all posts,
/// and never the author of one.
struct IntercomContact {
    /// `id`, `external_id` or `email`.
    let name: String
    let value: String

    /// - Parameter requester: `id:…`, an e-mail address, or an external id.
    init(_ requester: String) {
        if requester.hasPrefix("id:") {
            (name, value) = ("id", String(requester.dropFirst(3)))
        } else {
            (name, value) = (requester.contains("@") ? "email" : "external_id", requester)
        }
    }

    /// Intercom makes a contact of an address that it does not know.
    var mustExist: Bool { name != "email" }

    var json: JSON { [name: .string(value)] }
}

/// What can be learnt of a type of tickets before there is one.
enum IntercomTicketType {
    /// The number of a type's attribute that can hold a key.
    ///
    /// - Parameter types: those of the workspace.
    /// - Throws: `misfit` with what is there instead.
    static func attribute(_ name: String, of id: String, in types: [JSON])
        throws(DeliveryFault) -> String
    {
        let types = types.filter(\.isInUse)
        guard let type = types.first(where: { $0["id"]?.text == id }) else {
            let known = types.compactMap { type in
                type["id"]?.text.map { "\($0) (\(type["name"]?.text ?? ""))" }
            }
            throw .misfit(
                "there is no ticket type '\(id)'; correct type: there is "
                    + (known.isEmpty ? "none" : known.joined(separator: ", ")))
        }
        let list = type["ticket_type_attributes"]
        // The examples of the documentation say `data`, its schema names the list as the object.
        let attributes = (list?["data"] ?? list?["ticket_type_attributes"])?.items ?? []
        let found = attributes.first { $0.isInUse && $0["name"]?.text == name }
        guard let found, let number = found["id"]?.text else {
            throw .misfit(
                "tickets of type '\(type["name"]?.text ?? id)' have no attribute '\(name)'; add it to "
                    + "the type, as text, or correct key_field")
        }
        guard found["data_type"]?.text == "string" else {
            throw .misfit(
                "the attribute '\(name)' is of the kind '\(found["data_type"]?.text ?? "")' and "
                    + "cannot hold a key; set key_field to one that is a text")
        }
        return number
    }

    /// The state that one of its resolved tickets is given: the one of this name, or the first in which
    /// somebody has to look at it.
    ///
    /// - Parameter states: those of the workspace.
    /// - Throws: `refused` with what is there instead.
    static func openState(_ name: String?, of id: String?, in states: [JSON])
        throws(DeliveryFault) -> String
    {
        let open = states.filter { state in
            state.isInUse && state["category"]?.text != "resolved"
                && (state["ticket_types"]?["data"]?.items ?? []).contains { $0["id"]?.text == id }
        }
        let found: JSON? =
            if let name {
                open.first { $0["internal_label"]?.text == name }
            } else {
                open.first { $0["category"]?.text == "submitted" } ?? open.first
            }
        guard let found, let number = found["id"]?.text else {
            let known = open.compactMap { $0["internal_label"]?.text }
            throw .refused(
                "its ticket type has no open state\(name.map { " '\($0)'" } ?? ""): there is "
                    + (known.isEmpty ? "none" : known.joined(separator: ", ")))
        }
        return number
    }
}

/// What Intercom says of one ticket.
struct IntercomTicket {
    let json: JSON
    let id: String
    let changedAt: Date

    /// `nil` for what is none.
    init?(_ json: JSON?) {
        guard let json, let id = json["id"]?.text, let changedAt = json["updated_at"]?.epoch else {
            return nil
        }
        self.json = json
        self.id = id
        self.changedAt = changedAt
    }

    var typeID: String? { json["ticket_type"]?["id"]?.text }

    /// As its workspace calls it.
    var stateName: String {
        let state = json["ticket_state"]
        return state?["internal_label"]?.text ?? state?["category"]?.text ?? ""
    }

    var isResolved: Bool { json["ticket_state"]?["category"]?.text == "resolved" }

    /// Resolved, or taken out of the inbox in any other state.
    var isClosed: Bool { isResolved || json["open"]?.flag == false }

    var createdAt: Date? { json["created_at"]?.epoch }

    /// Notes, comments and changes; of more than 500 the last.
    var parts: [JSON] { json["ticket_parts"]?["ticket_parts"]?.items ?? [] }

    /// Whether it has more parts than it tells.
    var hasUntoldParts: Bool {
        let total = json["ticket_parts"]?["total_count"]?.text.flatMap { Int($0) }
        return (total ?? 0) > parts.count
    }

    /// When it was last closed, as far as its parts say.
    ///
    /// Teammates, workflows and rules each have a kind of change of their own, and some changes lead
    /// from a state to the same one.
    var lastClosing: Date? {
        parts.filter { part in
            let kind = part["part_type"]?.text ?? ""
            let isResolving =
                part["ticket_state"]?.text == "resolved"
                && part["previous_ticket_state"]?.text != "resolved"
            return kind == "close" || kind.hasPrefix("ticket_state_updated") && isResolving
        }.compactMap { $0["created_at"]?.epoch }.max()
    }

    /// When a teammate first answered, and not Fin or another bot.
    ///
    /// The contact of a ticket sees comments; in a back-office ticket, which it does not see, notes are
    /// all that there is.
    ///
    /// - Parameter admin: in whose name our own notes are written.
    func firstResponse(besides admin: String) -> Date? {
        let category = json["category"]?.text ?? json["ticket_type"]?["category"]?.text
        let kinds = ["comment", "quick_reply"] + (category == "Back-office" ? ["note"] : [])
        return parts.filter { part in
            let author = part["author"]
            return kinds.contains(part["part_type"]?.text ?? "")
                && author?["type"]?.text == "admin" && author?["id"]?.text != admin
        }.compactMap { $0["created_at"]?.epoch }.min()
    }
}

extension JSON {
    /// Of a type, an attribute or a state: whether it can still be used.
    fileprivate var isInUse: Bool { self["archived"]?.flag != true }

    /// A moment in seconds since 1970; `nil` for a number that no calendar of ours reaches.
    fileprivate var epoch: Date? {
        guard let seconds = text.flatMap(Double.init), Self.seconds.contains(seconds) else {
            return nil
        }
        return Date(timeIntervalSince1970: seconds)
    }

    /// Until the year 10000, which RFC 3339 cannot write.
    private static let seconds = 0.0..<253_402_300_800
}
