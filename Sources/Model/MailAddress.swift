/// A mailbox, as `Earshot <listening@our.example>` or the address alone.
///
/// ASCII before and behind the `@`, without quotes and comments: what every server takes.
package struct MailAddress: Hashable, Sendable {
    /// Shown to people; `nil` for none.
    package let name: String?
    /// `local@domain` (RFC 5321 §4.1.2).
    package let address: String

    /// - Returns: `nil` where it is no address.
    package init?(_ text: String) {
        if let open = text.lastIndex(of: "<"), text.last == ">" {
            var name = text[..<open].trimmingWhitespace
            if name.count >= 2, name.first == "\"", name.last == "\"" {
                name = name.dropFirst().dropLast()
            } else if Self.isList(name) {
                return nil
            }
            self.name = name.isEmpty ? nil : String(name)
            address = String(text[text.index(after: open)...].dropLast())
        } else {
            name = nil
            address = text
        }
        guard Self.isAddress(address), name?.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) ?? true
        else { return nil }
    }

    package var domain: String { String(address.drop { $0 != "@" }.dropFirst()) }

    // MARK: - Private

    /// Whether there are further addresses in front, which would never be written to.
    private static func isList(_ name: Substring) -> Bool {
        let parts = name.split(omittingEmptySubsequences: false) { $0 == "," || $0 == ";" }
        return parts.count > 1
            && parts.contains { MailAddress(String($0.trimmingWhitespace)) != nil }
    }

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count <= 64, text.utf8.count <= 254 else {
            return false
        }
        return isDotted(parts[0]) { isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
            && isDotted(parts[1]) { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isDotted(_ text: Substring, of isAllowed: (UInt8) -> Bool) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy(isAllowed)
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}

extension Substring {
    fileprivate var trimmingWhitespace: Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
