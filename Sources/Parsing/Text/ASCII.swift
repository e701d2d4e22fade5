// The bytes that mark-up is made of, by name.
extension UInt8 {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let exclamation = UInt8(ascii: "!")
    static let quote = UInt8(ascii: "\"")
    static let hash = UInt8(ascii: "#")
    static let ampersand = UInt8(ascii: "&")
    static let apostrophe = UInt8(ascii: "'")
    static let dash = UInt8(ascii: "-")
    static let dot = UInt8(ascii: ".")
    static let slash = UInt8(ascii: "/")
    static let colon = UInt8(ascii: ":")
    static let semicolon = UInt8(ascii: ";")
    static let lessThan = UInt8(ascii: "<")
    static let equals = UInt8(ascii: "=")
    static let greaterThan = UInt8(ascii: ">")
    static let question = UInt8(ascii: "?")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")

    /// Blank, tab, line feed, form feed or carriage return.
    var isASCIISpace: Bool { self == .space || (0x09...0x0D).contains(self) && self != 0x0B }
    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
    var lowercasedASCII: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }
    /// Whether a name in XML or HTML may start with it; every letter beyond ASCII is let pass.
    var isNameStart: Bool { isASCIILetter || self == UInt8(ascii: "_") || self >= 0x80 }
    /// Whether a name may go on with it.
    var isNamePart: Bool {
        isNameStart || isASCIIDigit || self == .dash || self == UInt8(ascii: ".") || self == .colon
    }
}
