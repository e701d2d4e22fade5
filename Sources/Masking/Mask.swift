/// What stands in a text in place of something that tells who a person is.
///
/// It is readable, the same for everybody, and one piece when a text is cut into words: it is no
/// keyword, and it gives away neither a language nor a reprint.
package enum Mask: String, CaseIterable, Sendable {
    case email = "[e-mail]"
    case phone = "[phone]"
    /// Of a Polish citizen (Act of 24 September 2010 on population registration, art. 15).
    case pesel = "[PESEL]"
    /// `personas kods` of Latvia.
    case personalCode = "[personal code]"
    /// A bank account, with or without its country.
    case iban = "[IBAN]"
    case card = "[card number]"
}
