import Foundation

extension String {
    /// The same in bare letters, as many type Polish and Latvian; `nil` when it has no accents.
    package var withoutAccents: String? {
        guard !utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        if let plain = withoutUsualAccents { return plain }
        let plain = String(
            String.UnicodeScalarView(
                decomposedStringWithCanonicalMapping.unicodeScalars.compactMap { scalar in
                    switch scalar {
                    case "ł": "l"
                    case "Ł": "L"
                    default: scalar.properties.generalCategory == .nonspacingMark ? nil : scalar
                    }
                }))
        return plain == self ? nil : plain
    }

    // MARK: - Private

    /// The same of a text all of whose letters are ASCII or in `bareLetters`; `nil` of any other.
    private var withoutUsualAccents: String? {
        var plain = ""
        for scalar in unicodeScalars {
            guard let bare = scalar.isASCII ? scalar : Self.bareLetters[scalar] else { return nil }
            plain.unicodeScalars.append(bare)
        }
        return plain
    }

    /// Letters of Polish and Latvian, without what stands above, below or through them.
    private static let bareLetters: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
        uniqueKeysWithValues: zip(
            "ąćęłńóśźżĄĆĘŁŃÓŚŹŻāčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ".unicodeScalars,
            "acelnoszzACELNOSZZacegiklnsuzACEGIKLNSUZ".unicodeScalars))
}
