/// Contacts that everybody may read, such as those that a company publishes itself.
package struct MaskExceptions: Hashable, Sendable {
    /// What is no contact at all.
    package struct NotAContact: Error {}

    /// In small letters; those of a whole domain begin with `@`.
    private var addresses: Set<String> = []
    /// Digits alone, without what is dialled for going abroad.
    private var numbers: Set<String> = []

    package init() {}

    /// Adds `help@shop.example`, `@shop.example` for all addresses of a domain, or `+48 22 123 45 67`.
    package mutating func insert(_ contact: String) throws(NotAContact) {
        let bytes = Array(contact.lowercased().utf8)
        if let at = bytes.firstIndex(of: UInt8(ascii: "@")) {
            let whole = at == 0 ? Array("a".utf8) + bytes : bytes
            let place = at == 0 ? 1 : at
            guard EmailAddress.range(around: place, in: whole, from: 0) == 0..<whole.count else {
                throw NotAContact()
            }
            addresses.insert(contact.lowercased())
        } else {
            let digits = Self.digits(bytes[...])
            let isNumber = bytes.allSatisfy { $0.isDigit || " +-./()".utf8.contains($0) }
            guard isNumber,
                (PhoneNumber.leastDigits...PhoneNumber.mostDigits).contains(digits.count)
            else { throw NotAContact() }
            numbers.insert(digits)
        }
    }

    func holds(email: ArraySlice<UInt8>) -> Bool {
        guard !addresses.isEmpty else { return false }
        let address = String(decoding: email, as: UTF8.self).lowercased()
        guard let at = address.firstIndex(of: "@") else { return false }
        return addresses.contains(address) || addresses.contains(String(address[at...]))
    }

    /// One of the two may be written without its country.
    func holds(phone: ArraySlice<UInt8>) -> Bool {
        guard !numbers.isEmpty else { return false }
        let digits = Self.digits(phone)
        return numbers.contains { number in
            number == digits
                || min(number.count, digits.count) >= 8
                    && (number.hasSuffix(digits) || digits.hasSuffix(number))
        }
    }

    // MARK: - Private

    private static func digits(_ bytes: ArraySlice<UInt8>) -> String {
        let digits = String(decoding: bytes.filter(\.isDigit), as: UTF8.self)
        return digits.hasPrefix("00") ? String(digits.dropFirst(2)) : digits
    }
}
