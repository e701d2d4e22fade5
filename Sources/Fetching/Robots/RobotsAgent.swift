/// Whom a group of a robots.txt speaks to.
enum RobotsAgent: Hashable, Sendable {
    case everyone
    /// A product token in lower case; empty when the line names nobody.
    case named(String)

    /// - Parameter value: of a User-agent line. `*` stands alone or before white space.
    init(_ value: ArraySlice<UInt8>) {
        let word = value.prefix { !RobotsLine.isWhiteSpace($0) }
        self = word.elementsEqual("*".utf8) ? .everyone : .named(Self.token(of: value))
    }

    /// The token that the text begins with, in lower case: `earshot` of `Earshot/1.0`.
    ///
    /// Letters, hyphens and underscores (RFC 9309 §2.2.1).
    static func token(of text: some Sequence<UInt8>) -> String {
        let octets = text.lazy.map(lowercased).prefix { octet in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet)
                || octet == UInt8(ascii: "-") || octet == UInt8(ascii: "_")
        }
        return String(decoding: Array(octets), as: UTF8.self)
    }
}

/// ASCII letters in lower case, all else as it is.
func lowercased(_ octet: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) ? octet | 0x20 : octet
}
