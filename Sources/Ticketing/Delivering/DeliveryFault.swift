/// Why a system did not do what it was asked, by what is to be done about it.
package enum DeliveryFault: Error, Hashable, Sendable {
    /// Nothing was changed there; the same again, later.
    case unsent(String)
    /// It may have been done. To be looked up once the system has come to rest, and not before the
    /// pause that it asks for.
    case unclear(String, after: Duration? = nil)
    /// The system asks for a pause of so long; `nil` where it does not say.
    case wait(Duration?, String)
    /// This ticket cannot be taken as it is, now or later.
    case refused(String)
    /// The ticket that it is to be added to is no longer there.
    case gone(String)
    /// That ticket is closed for good: the system adds nothing to it any more.
    case closed(String)
    /// No ticket can be delivered until somebody changes something: access, the account, the address.
    case shut(String)
    /// The same because of our own settings; the system answers and can be asked other things.
    case misfit(String)
    /// We may not ask this: about that ticket, if the question is about one, or about any.
    case barred(String)
    /// Some of its addresses have it; those that are left are to get it later.
    case partly(left: [String], String)

    /// It may have been done, and nobody can be asked: this one needs a person.
    case unsure(String)
    /// It was made and cannot be found again: this one needs a person, and no other may follow.
    case strayed(String)

    package var reason: String {
        switch self {
        case .unsent(let reason), .unclear(let reason, _), .wait(_, let reason),
            .refused(let reason), .gone(let reason), .closed(let reason), .shut(let reason),
            .misfit(let reason), .barred(let reason), .partly(_, let reason), .unsure(let reason),
            .strayed(let reason):
            reason
        }
    }

    /// Whether nothing is known of what came of the request, or it was not taken up at all.
    var isWithoutAnswer: Bool {
        switch self {
        case .unsent, .unclear: true
        case .wait, .refused, .gone, .closed, .shut, .misfit, .barred, .partly, .unsure, .strayed:
            false
        }
    }

    /// Why somebody is to look who has it before it is tried again.
    static func isPartlyThere(_ reason: String) -> String {
        "the other addresses have it, and would have it twice if tried again: \(reason)"
    }
}
