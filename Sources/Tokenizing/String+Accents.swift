import Foundation

extension String {
    /// The same in bare letters, as many type Polish, Latvian and names from the north; `nil` when it has
    /// no accents.
    package var withoutAccents: String? {
        guard !utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        if let plain = withoutUsualAccents { return plain }
        let plain = String(
            String.UnicodeScalarView(
                decomposedStringWithCanonicalMapping.unicodeScalars.compactMap { scalar in
                    switch scalar {
                    case "ł": "l"
                    case "Ł": "L"
                    case "ø": "o"
                    case "Ø": "O"
                    case "đ": "d"
                    case "Đ": "D"
                    default: scalar.properties.generalCategory == .nonspacingMark ? nil : scalar
                    }
                }))
        return plain == self ? nil : plain
    }

    /// A term or a name as those type it who leave the accents off: `zolcia` for `żółcią`.
    ///
    /// `nil` where that is no other spelling, and of short words, which become others: `że` that, `ze` from.
    package var bareSpelling: String? {
        count > 3 ? withoutAccents : nil
    }

    // MARK: - Private

    /// The same of a text all of whose letters are ASCII or in `bareLetters`; `nil` of any other.
    private var withoutUsualAccents: String? {
        var plain: [UInt8] = []
        plain.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            let bare = scalar.isASCII ? UInt8(scalar.value) : Self.bareLetter(of: scalar)
            guard let bare else { return nil }
            plain.append(bare)
        }
        return String(decoding: plain, as: UTF8.self)
    }

    private static func bareLetter(of scalar: Unicode.Scalar) -> UInt8? {
        guard scalar.value < bareLetters.count, bareLetters[Int(scalar.value)] != 0 else {
            return nil
        }
        return bareLetters[Int(scalar.value)]
    }

    /// By letter of Polish and Latvian, the same without what stands above, below or through it; 0 for
    /// all others.
    private static let bareLetters: [UInt8] = {
        var letters = [UInt8](repeating: 0, count: 0x180)
        for (accented, bare) in zip(
            "ąćęłńóśźżĄĆĘŁŃÓŚŹŻāčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ".unicodeScalars,
            "acelnoszzACELNOSZZacegiklnsuzACEGIKLNSUZ".utf8)
        {
            letters[Int(accented.value)] = bare
        }
        return letters
    }()
}
