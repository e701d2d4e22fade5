/// The ways to write characters as bytes that we read.
enum Charset: String, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case utf32LittleEndian = "utf-32le"
    case utf32BigEndian = "utf-32be"
    case windows1250 = "windows-1250"
    case windows1251 = "windows-1251"
    case windows1252 = "windows-1252"
    case windows1257 = "windows-1257"
    case iso88592 = "iso-8859-2"
    case iso88594 = "iso-8859-4"
    case iso885913 = "iso-8859-13"
    case iso885915 = "iso-8859-15"

    /// The charset of a label in a header or declaration, in any case; `nil` if we do not read it.
    init?(label: String) {
        let label = label.lowercased()
        guard let charset = Self(rawValue: label) ?? Self.aliases[label] else { return nil }
        self = charset
    }

    /// What the bytes 0x80 … 0xFF stand for; `nil` where a character can be several bytes long.
    var upperHalf: [Unicode.Scalar]? {
        switch self {
        case .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian: nil
        case .windows1250: SingleByteTable.windows1250
        case .windows1251: SingleByteTable.windows1251
        case .windows1252: SingleByteTable.windows1252
        case .windows1257: SingleByteTable.windows1257
        case .iso88592: SingleByteTable.iso88592
        case .iso88594: SingleByteTable.iso88594
        case .iso885913: SingleByteTable.iso885913
        case .iso885915: SingleByteTable.iso885915
        }
    }

    /// Bytes of the smallest character.
    var unitSize: Int {
        switch self {
        case .utf16LittleEndian, .utf16BigEndian: 2
        case .utf32LittleEndian, .utf32BigEndian: 4
        default: 1
        }
    }

    // MARK: - Private

    /// Labels as the Encoding Standard reads them: ASCII and ISO 8859-1 are windows-1252 there, since
    /// what is sent under those names is.
    private static let aliases: [String: Charset] = [
        "utf8": .utf8, "unicode-1-1-utf-8": .utf8,
        "utf-16": .utf16LittleEndian, "utf16": .utf16LittleEndian, "ucs-2": .utf16LittleEndian,
        "unicode": .utf16LittleEndian, "utf-32": .utf32LittleEndian,
        "cp1250": .windows1250, "x-cp1250": .windows1250, "win-1250": .windows1250,
        "cp1251": .windows1251, "x-cp1251": .windows1251, "win-1251": .windows1251,
        "cp1252": .windows1252, "x-cp1252": .windows1252, "ascii": .windows1252,
        "us-ascii": .windows1252, "iso-8859-1": .windows1252, "iso8859-1": .windows1252,
        "iso88591": .windows1252, "iso_8859-1": .windows1252, "latin1": .windows1252,
        "latin-1": .windows1252, "l1": .windows1252,
        "cp1257": .windows1257, "x-cp1257": .windows1257, "win-1257": .windows1257,
        "iso8859-2": .iso88592, "iso88592": .iso88592, "iso_8859-2": .iso88592,
        "latin2": .iso88592, "l2": .iso88592,
        "iso8859-4": .iso88594, "iso88594": .iso88594, "iso_8859-4": .iso88594,
        "latin4": .iso88594, "l4": .iso88594,
        "iso8859-13": .iso885913, "iso885913": .iso885913, "iso_8859-13": .iso885913,
        "latin7": .iso885913,
        "windows1250": .windows1250, "cp-1250": .windows1250, "x-windows-1250": .windows1250,
        "ansi": .windows1250, "windows1251": .windows1251, "windows1252": .windows1252,
        "windows1257": .windows1257, "cp-1257": .windows1257, "winbaltrim": .windows1257,
        "iso_8859-1:1987": .windows1252, "iso-ir-100": .windows1252, "csisolatin1": .windows1252,
        "ansi_x3.4-1968": .windows1252,
        "iso_8859-2:1987": .iso88592, "iso-ir-101": .iso88592, "csisolatin2": .iso88592,
        "8859-2": .iso88592, "iso_8859-4:1988": .iso88594, "iso-ir-110": .iso88594,
        "csisolatin4": .iso88594, "csisolatin9": .iso885915,
        "iso8859-15": .iso885915, "iso885915": .iso885915, "iso_8859-15": .iso885915,
        "latin9": .iso885915, "l9": .iso885915,
    ]
}
