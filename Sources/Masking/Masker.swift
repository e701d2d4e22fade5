/// Takes what tells who a person is out of texts: e-mail addresses, phone numbers, personal
/// identity numbers of Poland and Latvia, accounts and payment cards.
///
/// What has a checksum is masked only where it is right; a phone number by its shape and by what is
/// said around it. Prices, dates, versions and the numbers of orders, parcels and books stay.
package struct Masker: Sendable {
    private let exceptions: MaskExceptions

    /// - Parameter unmasked: what stays readable, such as a company's own published contacts.
    package init(unmasked: MaskExceptions = MaskExceptions()) {
        exceptions = unmasked
    }

    package func masked(_ text: String) -> String {
        guard Self.mayHoldAnything(text) else { return text }
        let bytes = Array(text.utf8)
        return replacing(finds(in: bytes), in: bytes) ?? text
    }

    /// Masks only e-mail addresses, as numbers in web addresses are mostly somebody's page.
    package func masked(link: String) -> String {
        guard link.utf8.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "%") })
        else { return link }
        let bytes = Array(link.utf8)
        return replacing(finds(in: bytes, withNumbers: false), in: bytes) ?? link
    }

    // MARK: - Private

    struct Find: Equatable {
        let range: Range<Int>
        let mask: Mask
    }

    /// What one look at each byte rules out for most texts.
    private static func mayHoldAnything(_ text: String) -> Bool {
        var digits = 0
        let bytes = text.utf8Span.span
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == UInt8(ascii: "@") { return true }
            if byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "}"),
                index > 1,
                bytes[index - 1] | 0x20 == UInt8(ascii: "t")
                    || bytes[index - 1] | 0x20 == UInt8(ascii: "a")
            {
                return true
            }
            if byte.isDigit {
                digits += 1
                if digits == PhoneNumber.leastDigits { return true }
                if byte == UInt8(ascii: "0"), index > 1, bytes[index - 1] == UInt8(ascii: "4"),
                    bytes[index - 2] == UInt8(ascii: "%")
                {
                    return true
                }
            }
        }
        return false
    }

    /// In reading order, none overlapping.
    private func finds(in bytes: [UInt8], withNumbers: Bool = true) -> [Find] {
        var finds: [Find] = []
        /// Where the last one ends.
        var free = 0
        func note(_ find: Find) {
            finds.append(find)
            free = find.range.upperBound
        }
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let run = DigitRun(at: place, in: bytes)
                let find = withNumbers ? number(in: run, of: bytes, from: free) : nil
                if let find { note(find) }
                // An address may begin within the run: 601234567@mail.example.
                place = find?.range.upperBound ?? run.groups[0].upperBound
            case UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "("), UInt8(ascii: "["),
                UInt8(ascii: "{"):
                let range = EmailAddress.range(around: place, in: bytes, from: free)
                if let range, !exceptions.holds(email: bytes[range]) {
                    note(Find(range: range, mask: .email))
                }
                place = range?.upperBound ?? place + 1
            default: place += 1
            }
        }
        return finds
    }

    /// The number that begins with the first group of a run.
    private func number(in run: DigitRun, of bytes: [UInt8], from free: Int) -> Find? {
        guard let find = PersonalNumber.find(at: run, in: bytes, from: free),
            find.mask != .phone || !exceptions.holds(phone: bytes[find.range])
        else { return nil }
        return find
    }

    /// `nil` where there is nothing to replace.
    private func replacing(_ finds: [Find], in bytes: [UInt8]) -> String? {
        guard !finds.isEmpty else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var next = 0
        for find in finds {
            result += bytes[next..<find.range.lowerBound]
            result += Array(find.mask.rawValue.utf8)
            next = find.range.upperBound
        }
        result += bytes[next...]
        return String(decoding: result, as: UTF8.self)
    }
}
